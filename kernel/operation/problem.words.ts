import type { Language } from '@axent/policy/shape';
import type { ProblemError } from './problem.ts';
import { commonWords } from './problem.usual.ts';

export interface OneProblem {
  readonly title: string;
  /** What happened, what was kept, what to do next. `{name}` is filled from the problem's facts. */
  readonly detail: string;
}

/** Code → words in every language. */
export type ProblemWords = Readonly<Record<string, Readonly<Record<Language, OneProblem>>>>;

/** The problem document of RFC 9457, in the reader's language. */
export function problemDocument(error: ProblemError, words: ProblemWords, language: Language) {
  const known = words[error.code] ?? (commonWords as ProblemWords)[error.code] ?? commonWords.internal;
  const { title, detail } = known[language];
  return {
    type: `/problems/${error.code}`,
    status: error.status,
    code: error.code,
    title,
    detail: fill(detail, error.facts),
    ...error.facts,
  };
}

function fill(text: string, facts: ProblemError['facts']): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}

/** The first language of ours that the browser names; English when it names none. */
export function readerLanguage(header: string | undefined): Language {
  for (const part of (header ?? '').slice(0, 200).toLowerCase().split(',')) {
    const tag = part.split(';')[0]?.trim() ?? '';
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('de')) return 'de';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}
