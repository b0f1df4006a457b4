import type { Actor } from '@axent/policy/shape';
import type { UseRecord } from '../ledger/ledger.ts';
import { decide, deskOf, type Gate } from './gate.ts';

/**
 * `same`: decided again, the answer is that of the record. `different`: it is not, or the record is about another
 * version. `unrecorded`: the record comes from a release that did not note what it rested on.
 */
export type Replayed = 'same' | 'different' | 'unrecorded';

type Verb = Parameters<typeof decide>[1];

/** Decides what a record says once more, by the version that was in force, on what was noted then. Pure. */
export function replay(record: UseRecord, gate: Gate): Replayed {
  const { decisions, purpose, clause, role } = record;
  if (decisions === undefined) return 'unrecorded';
  if (gate.hash !== record.policy || gate.sequence !== record.version) return 'different';
  const again = decisions.every(({ asked, ...standing }) =>
    asked.every((one) => {
      const [verb, subject = ''] = one.split(':');
      const decision = decide(deskOf(gate, purpose, role as Actor), verb as Verb, subject, standing);
      return decision.allowed && decision.clause === clause;
    }),
  );
  return again && restsOn(decisions, record, gate) ? 'same' : 'different';
}

/**
 * No category was used that the gate was not asked for. What is sent uses the category of messages; what is shared,
 * those that the recipient may get.
 */
function restsOn(
  decisions: NonNullable<UseRecord['decisions']>,
  { purpose, categories }: UseRecord,
  gate: Gate,
): boolean {
  const covered = decisions.flatMap(({ asked }) =>
    asked.flatMap((text) => {
      const [verb, subject = ''] = text.split(':');
      if (verb === 'share') return [...(gate.shareable.get(`${purpose} ${subject}`) ?? [])];
      return [verb === 'send' ? 'message' : subject];
    }),
  );
  return categories.every((category) => covered.includes(category));
}
