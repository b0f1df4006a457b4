import type { ChangeKey } from '../shape.ts';

export type ChangeClass = 'narrowing' | 'neutral' | 'widening';

/** One change between two versions. `key` and `args` make its sentence; ids in `args` are named by the words. */
export interface Change {
  readonly class: ChangeClass;
  readonly key: ChangeKey;
  readonly clauses: readonly string[];
  readonly args: Readonly<Record<string, string | number>>;
}
