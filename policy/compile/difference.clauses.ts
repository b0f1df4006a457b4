import type { ClauseShape, PolicyShape } from '../shape.ts';
import type { Change, ChangeClass } from './change.ts';
import { decisionTable, listCells } from './table.ts';

/**
 * Clauses that came, went or are built otherwise than before. A clause that permits (it stands behind a cell or
 * an exception) widens when it comes; one that protects widens when it goes.
 */
export function clauseChanges(before: PolicyShape, after: PolicyShape): Change[] {
  const permits = new Set([...permitting(before), ...permitting(after)]);
  const came = Object.entries(after.clauses)
    .filter(([id]) => !before.clauses[id])
    .map(([id, clause]) =>
      change('clause_added', id, clause.built !== 'not' && permits.has(id) ? 'widening' : 'neutral'),
    );
  const went = Object.entries(before.clauses)
    .filter(([id]) => !after.clauses[id])
    .map(([id, clause]) => {
      const effect = permits.has(id) ? 'narrowing' : 'widening';
      return change('clause_removed', id, clause.built === 'not' ? 'neutral' : effect);
    });
  const rebuilt = Object.entries(after.clauses).flatMap(([id, now]) => {
    const then = before.clauses[id];
    return then && then.built !== now.built ? [builtChange(id, then, now, permits.has(id))] : [];
  });
  return [...came, ...went, ...rebuilt];
}

function builtChange(id: string, then: ClauseShape, now: ClauseShape, permits: boolean): Change {
  if (then.built === 'not') return change('clause_offered', id, permits ? 'widening' : 'neutral');
  if (now.built === 'not') return change('clause_withdrawn', id, permits ? 'narrowing' : 'widening');
  return now.built === 'whole'
    ? change('clause_completed', id, 'neutral')
    : change('clause_reduced', id, permits ? 'neutral' : 'widening');
}

function change(key: Change['key'], clause: string, kind: ChangeClass): Change {
  return { class: kind, key, clauses: [clause], args: { clause } };
}

function permitting(policy: PolicyShape): string[] {
  return [
    ...listCells(decisionTable(policy)).flatMap(({ cell }) => cell.clauses),
    ...Object.values(policy.exceptions).map((exception) => exception.clause),
  ];
}
