import type { Language } from '../shape.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { PolicyWords } from './words.ts';
import { zhCN } from './zh-CN.ts';

export { checkWords, WordsError } from './check.ts';
export type { ClauseTexts, PolicyWords, Prompts } from './words.ts';

/** The words of this policy, each language written for itself. */
export const notices: Readonly<Record<Language, PolicyWords>> = { en, 'zh-CN': zhCN, de };
