import type { CompiledPolicy } from '@axent/policy/compile';

/** What a person once accepted, opened or closed, as it was recorded. Pure. */
export interface ConsentEvent {
  readonly id: string;
  /** Null: the notice was accepted. */
  readonly function: string | null;
  /** Null with an acceptance. Switches have the device that stands for every device. */
  readonly device: string | null;
  readonly open: boolean;
  readonly sequence: number;
  readonly language: string;
  readonly text_hash: string;
  /** Of the operator's settings that an accepted notice carried. */
  readonly settings_hash: string | null;
  readonly by: 'person' | 'device';
  readonly at: Date;
}

type Cells = CompiledPolicy['table']['read'];
type Cell = Cells[string][string];

/** The uses that a function lets in under a version: category by category. */
export function usesBehind({ table }: CompiledPolicy, name: string): { category: string; cell: Cell }[] {
  const behind = ({ function: needed, or_functions: others = [] }: Cell) =>
    needed === name || others.includes(name);
  return [table.collect, table.read].flatMap((cells) =>
    Object.values(cells).flatMap((uses) =>
      Object.entries(uses)
        .filter(([, cell]) => behind(cell))
        .map(([category, cell]) => ({ category, cell })),
    ),
  );
}

/** Purposes and categories behind a function, each once. */
export function coveredBy(compiled: CompiledPolicy, name: string) {
  // The person's own looking is theirs whatever is open.
  const uses = usesBehind(compiled, name).filter(({ cell }) => cell.while_closed !== true);
  return {
    purposes: [...new Set(uses.map(({ cell }) => cell.purpose))],
    categories: [...new Set(uses.map(({ category }) => category))],
  };
}

/** Events of one function on one device, oldest first: what one consent record is about. */
export function recordsOf(events: readonly ConsentEvent[]): ConsentEvent[][] {
  const groups = new Map<string, ConsentEvent[]>();
  for (const event of events.toReversed()) {
    if (event.function === null) continue;
    const key = `${event.function} ${event.device}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()];
}
