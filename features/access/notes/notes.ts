import type { Language } from '@axent/policy/shape';
import type { Topic } from '../access.ts';
import { notes as de } from './de.ts';
import { notes as en } from './en.ts';
import { notes as zh } from './zh-CN.ts';

export interface Note {
  readonly title: string;
  readonly text: readonly string[];
}

export type Notes = Readonly<Record<Topic, Note>>;

/** What staff read once a year. Whoever changes a word has everybody read it again. */
export const notes: Readonly<Record<Language, Notes>> = { en, 'zh-CN': zh, de };
