import type { Entered } from './transaction.ts';

/** The operation ran on what its session had before, and it has something else now: it begins anew. */
export class Unforeseen extends Error {}

export interface Foreseen {
  /** As the database said it, letter for letter. */
  readonly said: string;
  readonly entered: Entered;
}

const sessions_at_most = 10_000;

/**
 * What the database last said of each session. No decision rests on it: it only lets an operation send its first
 * statement together with the question, and every answer is held back until the database has said the same again in
 * the operation's own transaction.
 */
export class Foresight {
  readonly #last = new Map<string, Foreseen>();

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
