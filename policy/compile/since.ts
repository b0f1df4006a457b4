import type { PolicyShape } from '../shape.ts';
import type { Cell, CellVerb } from './table.ts';
import { decisionTable, listCells, shareKey } from './table.ts';

export interface PublishedPolicy {
  readonly sequence: number;
  readonly policy: PolicyShape;
}

/**
 * For every cell of the newest policy, the earliest sequence from which it has stood unbroken under the same or
 * wider terms. What a person accepted or opened under sequence N lets through only cells with since ≤ N.
 * Keys as in `cellKey`. Cells that are not offered are not in the answer.
 */
export function sinceOf(history: readonly PublishedPolicy[]): Record<string, number> {
  const versions = history
    .toSorted((a, b) => b.sequence - a.sequence)
    .map((version) => ({ ...version, cells: cellsOf(version.policy) }));
  const newest = versions[0];
  if (!newest) return {};
  const since: Record<string, number> = {};
  for (const [key, now] of newest.cells) {
    if (!now.cell.offered) continue;
    let earliest = newest.sequence;
    for (const { sequence, policy, cells } of versions.slice(1)) {
      const then = cells.get(key);
      if (!then || !coversTerms(then.cell, now.cell)) break;
      if (!coversSubject(policy, newest.policy, now.verb, now.subject)) break;
      earliest = sequence;
    }
    since[key] = earliest;
  }
  return since;
}

interface Item {
  readonly verb: CellVerb | 'share';
  readonly subject: string;
  readonly cell: Cell;
}

function cellsOf(policy: PolicyShape): Map<string, Item> {
  const table = decisionTable(policy);
  const shares = Object.entries(table.share).flatMap(([purpose, cells]) =>
    Object.entries(cells).map(([subject, cell]): [string, Item] => [
      shareKey(purpose, subject),
      { verb: 'share', subject, cell },
    ]),
  );
  return new Map([...listCells(table).map((item): [string, Item] => [item.key, item]), ...shares]);
}

/** Whether what was agreed to then lets through all that is done now. */
function coversTerms(then: Cell, now: Cell): boolean {
  return (
    then.offered &&
    coversFunctions(then, now) &&
    coversRetention(then.retention_days, now.retention_days) &&
    (then.before_accepting || !now.before_accepting) &&
    (then.while_closed === true || now.while_closed !== true) &&
    now.actors.every((actor) => then.actors.includes(actor))
  );
}

/** No function then means any function now is a limit more; a function then must be among those asked for now. */
export function coversFunctions(then: FunctionLimits, now: FunctionLimits): boolean {
  if (then.function === undefined) return true;
  if (now.function === undefined) return false;
  const opened = [then.function, ...(then.or_functions ?? [])];
  return [now.function, ...(now.or_functions ?? [])].every((name) => opened.includes(name));
}

interface FunctionLimits {
  readonly function?: string;
  readonly or_functions?: readonly string[];
}

export function coversRetention(then: number | null, now: number | null): boolean {
  return then === null || (now !== null && now <= then);
}

function coversSubject(
  then: PolicyShape,
  now: PolicyShape,
  verb: CellVerb | 'share',
  subject: string,
): boolean {
  if (verb === 'share') {
    const [before, after] = [then.recipients[subject], now.recipients[subject]];
    return newFields(before?.categories, after?.categories).length === 0;
  }
  if (verb === 'send') {
    const [before, after] = [then.messages[subject], now.messages[subject]];
    if (!before || !after) return false;
    return (
      (before.passes_switches || !after.passes_switches) &&
      (before.passes_quiet_hours || !after.passes_quiet_hours)
    );
  }
  const [before, after] = [then.categories[subject], now.categories[subject]];
  if (!before || !after) return false;
  return coversStorage(before.storage, after.storage) && newFields(before.fields, after.fields).length === 0;
}

const openness = { fleeting: 0, sealed: 1, plain: 2 } as const;
type Storage = keyof typeof openness;

export function coversStorage(then: Storage, now: Storage): boolean {
  return openness[now] <= openness[then];
}

export function newFields(then: readonly string[] = [], now: readonly string[] = []): string[] {
  return now.filter((field) => !then.includes(field));
}
