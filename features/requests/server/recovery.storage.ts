import { query, raw, type Sealed, type Use } from '@axent/kernel';
import { sql } from 'kysely';

type Rights = Use<'rights'>;

export interface Claim {
  /** Keyed hashes by which accounts are found. */
  readonly known: Buffer;
  readonly other: Buffer | null;
  /** First days of months. */
  readonly made: string | null;
  readonly used: string | null;
  readonly identifier: Buffer;
  readonly kind: 'email' | 'phone';
}

export async function fileRecovery(use: Rights, request: string, claim: Claim): Promise<void> {
  const { known, other, made, used, identifier, kind } = claim;
  await use.change(
    raw(sql`select kernel.file_recovery(${request}, ${known}, ${other}::bytea, ${made}::date, ${used}::date,
      ${identifier}, ${kind})`),
  );
}

type Fits = boolean | null;

export interface RecoveryRow {
  readonly facts: {
    readonly address: Fits;
    readonly other_address: Fits;
    readonly made: Fits;
    readonly used: Fits;
  };
  readonly second_factors: 'kept' | 'lost';
  readonly first_at: Date | null;
  readonly own: boolean;
  readonly second_at: Date | null;
  readonly waits_until: Date | null;
  readonly stopped_at: Date | null;
  readonly done_at: Date | null;
}

export async function recoveryOf(use: Rights, request: string): Promise<RecoveryRow | null> {
  const rows = await use.rows(raw(sql<RecoveryRow>`select * from kernel.recovery_state(${request})`));
  return rows[0] ?? null;
}

/** Null when it was done, else why not. */
export async function approve(
  use: Rights,
  request: string,
  factors: string,
  now: Date,
  until: Date,
): Promise<string | null> {
  const rows = await use.rows(
    raw(sql<{ refusal: string | null }>`
      select kernel.approve_recovery(${request}, ${factors}, ${now}, ${until}) as refusal`),
  );
  return rows[0]?.refusal ?? null;
}

/** The account that is to be given back; null: it is not approved. */
export async function accountOf(use: Rights, request: string): Promise<string | null> {
  const rows = await use.rows(
    raw(sql<{ account: string | null }>`select kernel.recovery_account(${request}) as account`),
  );
  return rows[0]?.account ?? null;
}

export async function waiting(use: Rights) {
  return await use.rows(raw(sql<{ id: string; waits_until: Date }>`select * from kernel.own_recoveries()`));
}

export async function stop(use: Rights, request: string, now: Date): Promise<boolean> {
  const rows = await use.rows(
    raw(sql<{ stopped: boolean }>`select kernel.stop_recovery(${request}, ${now}) as stopped`),
  );
  return rows[0]?.stopped ?? false;
}

export async function due(use: Rights, now: Date): Promise<string[]> {
  const rows = await use.rows(raw(sql<{ id: string }>`select id from kernel.recoveries_due(${now}) as id`));
  return rows.map(({ id }) => id);
}

export interface CarriedOut {
  readonly account: string;
  readonly second_factors: 'kept' | 'lost';
  /** False: it could not be, and was ended. */
  readonly done: boolean;
}

export async function carryOut(use: Rights, request: string, now: Date): Promise<CarriedOut | null> {
  const rows = await use.rows(
    raw(sql<CarriedOut>`select * from kernel.carry_out_recovery(${request}, ${now})`),
  );
  return rows[0] ?? null;
}

/** The new address takes the place of those that led in before. */
export async function replaceContact(
  use: Rights,
  row: { readonly id: string; readonly person_id: string; readonly sealed: Sealed<'contact'> },
): Promise<void> {
  await use.change(query.deleteFrom('app.contact').where('person_id', '=', row.person_id));
  await use.change(query.insertInto('app.contact').values(row));
}
