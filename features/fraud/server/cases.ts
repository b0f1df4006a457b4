import type { Context, Use } from '@axent/kernel';
import type { CaseState, Judged, RuleName } from '../fraud.ts';
import * as storage from './storage.ts';

type Fraud = Context<'fraud'>;

/** A case as it lies in its box. */
export interface Filed {
  readonly id: string;
  readonly state: CaseState;
  readonly changed_at: Date;
  readonly rule: RuleName;
  readonly weight: number;
  readonly at: string;
  readonly answer: string | null;
  readonly answers: number;
  readonly note: string | null;
  readonly decided_at: string | null;
}

type Reading = Pick<Use<'fraud'>, 'read'> | Pick<Use<'rights'>, 'read'>;

export async function fileOf(use: Reading, row: storage.CaseRow): Promise<Filed> {
  const held = await (use as Use<'fraud'>).read(row.box);
  return {
    id: row.id,
    state: row.state,
    changed_at: row.changed_at,
    rule: held['kind'] as RuleName,
    weight: Number(held['weight']),
    at: held['time'] ?? '',
    answer: held['answer'] ?? null,
    answers: Number(held['answers'] ?? 0),
    note: held['decision'] ?? null,
    decided_at: held['decided_at'] ?? null,
  };
}

/** Puts a case down as it is now, sealed for its person. */
export async function file(use: Use<'fraud'>, filed: Omit<Filed, 'changed_at'>, now: Date): Promise<void> {
  const value = {
    kind: filed.rule,
    weight: String(filed.weight),
    time: filed.at,
    answer: filed.answer,
    answers: String(filed.answers),
    decision: filed.note,
    decided_at: filed.decided_at,
  };
  const { id, state } = filed;
  const sealed = await use.collect('signal', value, {
    table: 'app.fraud_case',
    id: id as ReturnType<Use<'fraud'>['newId']>,
  });
  await storage.putCase(use, { id, person_id: use.person ?? '', state, changed_at: now, sealed });
}

/** Holds the operation's person. */
export async function open({ use, now }: Fraud, { rule, weight }: Judged): Promise<void> {
  const begun = { answer: null, answers: 0, note: null, decided_at: null };
  await file(use, { id: use.newId(), state: 'held', rule, weight, at: now.toISOString(), ...begun }, now);
}
