import type { ChangeKey, LegalBasis, PolicyShape } from '../shape.ts';
import { canonicalJson } from './canonical.ts';
import type { Change, ChangeClass } from './change.ts';
import { coversFunctions, coversRetention } from './since.ts';
import { type Cell, type CellVerb, decisionTable, listCells } from './table.ts';

interface Item {
  readonly verb: CellVerb;
  readonly subject: string;
  readonly cell: Cell;
}

/** Cells that came, went or changed their terms. */
export function cellChanges(before: PolicyShape, after: PolicyShape): Change[] {
  const then = new Map(listCells(decisionTable(before)).map((item) => [item.key, item]));
  const now = new Map(listCells(decisionTable(after)).map((item) => [item.key, item]));
  const removed = [...then].filter(([key]) => !now.has(key)).map(([, item]) => cameOrWent(item, 'removed'));
  const others = [...now].flatMap(([key, item]) => {
    const earlier = then.get(key);
    if (!earlier) return [cameOrWent(item, 'added')];
    return [...builtChanges(earlier, item), ...termChanges(earlier, item, before, after)];
  });
  return [...removed, ...others];
}

function argsOf(item: Item): Readonly<Record<string, string>> {
  const subject = item.verb === 'send' ? { message: item.subject } : { category: item.subject };
  return { verb: item.verb, purpose: item.cell.purpose, ...subject };
}

/** A cell that is not offered changes nothing that is done; what it announces is still shown. */
function cameOrWent(item: Item, how: 'added' | 'removed'): Change {
  const offered: ChangeClass = how === 'added' ? 'widening' : 'narrowing';
  return {
    class: item.cell.offered ? offered : 'neutral',
    key: `${item.verb}_${how}`,
    clauses: item.cell.clauses,
    args: argsOf(item),
  };
}

/** A use whose capability was built, or taken out again; what its clauses do to it is their own change. */
function builtChanges(then: Item, now: Item): Change[] {
  if (then.cell.unbuilt === now.cell.unbuilt) return [];
  return [now.cell.unbuilt ? cameOrWent(then, 'removed') : cameOrWent(now, 'added')];
}

function termChanges(then: Item, now: Item, before: PolicyShape, after: PolicyShape): Change[] {
  const found: { class: ChangeClass; key: ChangeKey; args?: Record<string, string | number> }[] = [
    ...retentionChange(then.cell, now.cell),
    ...functionChange(then.cell, now.cell),
    ...flagChange(then.cell.before_accepting, now.cell.before_accepting, 'before_accepting'),
    ...flagChange(then.cell.while_closed ?? false, now.cell.while_closed ?? false, 'while_closed'),
    ...actorChange(then.cell, now.cell),
  ];
  if (canonicalJson(basisOf(before, then)) !== canonicalJson(basisOf(after, now))) {
    found.push({ class: 'neutral', key: 'basis_changed' });
  }
  return found.map(({ class: kind, key, args }) => ({
    class: kind,
    key,
    clauses: now.cell.clauses,
    args: { ...argsOf(now), ...args },
  }));
}

function retentionChange(then: Cell, now: Cell) {
  if (then.retention_days === now.retention_days) return [];
  const args = { from: then.retention_days ?? 'account', to: now.retention_days ?? 'account' };
  return coversRetention(then.retention_days, now.retention_days)
    ? [{ class: 'narrowing', key: 'retention_shorter', args } as const]
    : [{ class: 'widening', key: 'retention_longer', args } as const];
}

function functionChange(then: Cell, now: Cell) {
  const same = coversFunctions(then, now) && coversFunctions(now, then);
  if (same && (then.function === undefined) === (now.function === undefined)) return [];
  if (then.function === undefined && now.function !== undefined) {
    return [{ class: 'narrowing', key: 'function_added', args: { function: now.function } } as const];
  }
  if (then.function !== undefined && now.function === undefined) {
    return [{ class: 'widening', key: 'function_removed', args: { function: then.function } } as const];
  }
  const narrower = coversFunctions(then, now);
  return [
    {
      class: narrower ? 'narrowing' : 'widening',
      key: 'function_changed',
      args: { function: now.function ?? '' },
    } as const,
  ];
}

function flagChange(then: boolean, now: boolean, name: 'before_accepting' | 'while_closed') {
  if (then === now) return [];
  return now
    ? [{ class: 'widening', key: `${name}_added` } as const]
    : [{ class: 'narrowing', key: `${name}_removed` } as const];
}

function actorChange(then: Cell, now: Cell) {
  const added = now.actors.filter((actor) => !then.actors.includes(actor));
  const removed = then.actors.filter((actor) => !now.actors.includes(actor));
  return [
    ...(added.length > 0
      ? [{ class: 'widening', key: 'actors_added', args: { actors: added.join(', ') } } as const]
      : []),
    ...(removed.length > 0
      ? [{ class: 'narrowing', key: 'actors_removed', args: { actors: removed.join(', ') } } as const]
      : []),
  ];
}

function basisOf(policy: PolicyShape, item: Item): LegalBasis | undefined {
  if (item.verb === 'send') return policy.messages[item.subject]?.basis;
  return policy[item.verb][item.cell.purpose]?.[item.subject]?.basis;
}
