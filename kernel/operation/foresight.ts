import type { Entered } from './transaction.ts';

/** The operation ran on what its session had, or on what it asked, before, and it is otherwise now: it begins anew. */
export class Unforeseen extends Error {}

export interface Foreseen {
  /** As the database said it, letter for letter. */
  readonly said: string;
  readonly entered: Entered;
}

const sessions_at_most = 10_000;
/** One that asks more now and then is begun anew at most that seldom. */
const brief_after = 4;

/**
 * What the database last said of each session. No decision rests on it: it only lets an operation send its first
 * statement together with the question, and every answer is held back until the database has said the same again in
 * the operation's own transaction.
 */
export class Foresight {
  readonly #last = new Map<string, Foreseen>();
  /** Operation → how often in a row it asked no more than one statement, beside who came, and none at all. */
  readonly #asked = new Map<string, { readonly brief: number; readonly silent: number }>();

  /** Whether the operation has asked no more than one statement often enough to be taken for one that does. */
  isBrief(operation: string): boolean {
    return (this.#asked.get(operation)?.brief ?? 0) >= brief_after;
  }

  /** Likewise for one that asks none. */
  isSilent(operation: string): boolean {
    return (this.#asked.get(operation)?.silent ?? 0) >= brief_after;
  }

  noteAsked(operation: string, statements: number): void {
    const { brief, silent } = this.#asked.get(operation) ?? { brief: 0, silent: 0 };
    this.#asked.set(operation, {
      brief: statements > 1 ? 0 : brief + 1,
      silent: statements > 0 ? 0 : silent + 1,
    });
  }

  of(tokenHash: Buffer | null): Foreseen | null {
    return this.#last.get(keyOf(tokenHash)) ?? null;
  }

  keep(tokenHash: Buffer | null, foreseen: Foreseen): void {
    if (this.#last.size >= sessions_at_most) this.#last.delete(this.#last.keys().next().value ?? '');
    this.#last.set(keyOf(tokenHash), foreseen);
  }

  forget(tokenHash: Buffer | null): void {
    this.#last.delete(keyOf(tokenHash));
  }
}

function keyOf(tokenHash: Buffer | null): string {
  return tokenHash?.toString('latin1') ?? 'visitor';
}
