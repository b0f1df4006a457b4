import { query, raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';

type Service = Use<'service'>;

export interface VersionRow {
  readonly sequence: number;
  readonly revision: string;
  readonly hash: string;
  readonly class: 'first' | 'narrowing' | 'neutral' | 'widening';
  /** JSON list of changes. */
  readonly changes: string;
  readonly published_at: Date;
  readonly approvals: number;
}

/** Every published version, newest first, 200 at most. */
export async function versionList(use: Service): Promise<VersionRow[]> {
  return await use.rows(
    raw(sql<VersionRow>`select v.*, a.approvals from kernel.version_list() v
      join kernel.version_approvals() a using (sequence) order by sequence desc`),
  );
}

export interface LedgerRow {
  readonly size: string | null;
  readonly root: Buffer | null;
  readonly note: string | null;
  readonly at: Date | null;
  readonly pending: string;
  readonly appending: boolean;
}

export async function ledgerState(use: Service): Promise<LedgerRow> {
  const rows = await use.rows(raw(sql<LedgerRow>`select * from kernel.ledger_state()`));
  if (rows[0] === undefined) throw new Error('kernel.ledger_state answered nothing.');
  return rows[0];
}

export async function officers(use: Service): Promise<string[]> {
  const rows = await use.rows(
    raw(sql<{ id: string }>`select id from kernel.staff_with('privacy_officer') as id`),
  );
  return rows.map((row) => row.id);
}

/** Officers who approved publishing this policy on top of this version. */
export async function approvedBy(use: Service, base: number, hash: string): Promise<string[]> {
  const rows = await use.rows(
    query
      .selectFrom('app.publication_approval')
      .select('officer')
      .where('base', '=', base)
      .where('hash', '=', hash),
  );
  return rows.map((row) => row.officer);
}

export async function approve(
  use: Service,
  approval: { readonly base: number; readonly hash: string; readonly officer: string; readonly at: Date },
): Promise<void> {
  await use.change(
    query
      .insertInto('app.publication_approval')
      .values(approval)
      .onConflict((conflict) => conflict.doNothing()),
  );
}

export async function withdraw(use: Service, base: number, hash: string, officer: string): Promise<void> {
  await use.change(
    query
      .deleteFrom('app.publication_approval')
      .where('base', '=', base)
      .where('hash', '=', hash)
      .where('officer', '=', officer),
  );
}

/** Uses by clause on a day (ISO date), over all people, the most used first. */
export async function usesOf(use: Service, day: string): Promise<{ clause: string; uses: number }[]> {
  const rows = await use.rows(
    raw(sql<{ clause: string; uses: string }>`select clause, uses from kernel.uses_of(${day}::date)
      order by uses desc, clause`),
  );
  return rows.map(({ clause, uses }) => ({ clause, uses: Number(uses) }));
}
