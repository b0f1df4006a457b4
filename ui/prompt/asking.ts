import type { PromptWords } from '@axent/policy/shape';

/** A function as the screen that needs it sees it: its words, whether it is open, and how to open and close it. */
export interface Asking {
  readonly words: PromptWords | null;
  /** Null until it is known. */
  readonly open: boolean | null;
  /** False where this release does not offer it. */
  readonly offered: boolean;
  /** Records the opening; the words that were shown go with it. */
  readonly allow: () => Promise<void>;
  readonly close: (by: 'person' | 'device') => Promise<void>;
}
