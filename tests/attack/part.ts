import type { Stage } from './stage.ts';

interface Outcome {
  readonly tried: number;
  /** What was found open, one line each. */
  readonly open: readonly string[];
  /** What else is worth a word in the table. */
  readonly note?: string;
}

/** One way of attacking. It says itself how little would be too little. */
export interface Part {
  readonly name: string;
  readonly tool: string;
  /** Fewer tries than this count as a failure: a tool that did nothing found nothing. */
  readonly least: number;
  /** What it must say of the weakness that is planted for it. */
  readonly plant: RegExp;
  /** Programs of Debian's packages: program → package. */
  readonly programs?: Readonly<Record<string, string>>;
  readonly run: (stage: Stage) => Promise<Outcome>;
}

/** Does `work` for each of `items`, so many at once; the first failure ends it. */
export async function crowd<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  at_once = 8,
): Promise<void> {
  const waiting = items.values();
  const one = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: at_once }, one));
}
