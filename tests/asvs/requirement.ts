export type Level = 1 | 2 | 3;

/** What became of one requirement of the OWASP ASVS 5.0. The words are ours; the standard's are in the standard. */
export type Requirement = {
  readonly id: string;
  readonly level: Level;
  readonly words: string;
} & (
  | { readonly state: 'shown'; readonly by: readonly string[] }
  | { readonly state: 'excepted' | 'not applicable' | 'open'; readonly why: string }
);

export interface Chapter {
  readonly number: number;
  readonly name: string;
  readonly requirements: readonly Requirement[];
}

/** Each of `by` is a file, or a file and words that stand in it: `tests/a.test.ts: what is tried`. */
export const shown = (id: string, level: Level, words: string, ...by: readonly string[]): Requirement => ({
  id,
  level,
  words,
  state: 'shown',
  by,
});

type Told = (id: string, level: Level, words: string, why: string) => Requirement;

export const excepted: Told = (id, level, words, why) => ({ id, level, words, state: 'excepted', why });
export const unfit: Told = (id, level, words, why) => ({ id, level, words, state: 'not applicable', why });
export const open: Told = (id, level, words, why) => ({ id, level, words, state: 'open', why });
