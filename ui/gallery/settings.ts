import { bestLanguage, type Language, languages } from '../text/text.ts';

const themes = ['light', 'dark'] as const;
const directions = ['ltr', 'rtl'] as const;
const texts = ['100', '200'] as const;
const parts = ['signs', 'controls', 'surfaces', 'states', 'prompt', 'console'] as const;
export type Part = (typeof parts)[number];

/** How the page is shown; each of it stands in the address, so that a look can be linked to and compared. */
export interface Settings {
  readonly theme: (typeof themes)[number];
  readonly language: Language;
  readonly direction: (typeof directions)[number];
  /** Size of the text in percent of the reader's own. */
  readonly text: (typeof texts)[number];
  /** One part alone, or every part. */
  readonly part: Part | 'all';
}

export const choices = {
  theme: themes,
  language: languages,
  direction: directions,
  text: texts,
  part: ['all', ...parts],
} as const satisfies { readonly [name in keyof Settings]: readonly Settings[name][] };

/** What the address says, and what is usual for the rest. */
export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  const one = <V extends string>(name: keyof Settings, allowed: readonly V[], usual: V): V =>
    allowed.find((value) => value === query.get(name)) ?? usual;
  return {
    theme: one('theme', themes, matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'),
    language: one('language', languages, bestLanguage(navigator.languages)),
    direction: one('direction', directions, 'ltr'),
    text: one('text', texts, '100'),
    part: one<Part | 'all'>('part', choices.part, 'all'),
  };
}

export const addressOf = (settings: Settings) => `?${new URLSearchParams({ ...settings })}`;
