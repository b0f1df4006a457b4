import type { PoolClient } from 'pg';
import { statement } from '../database/rows.ts';

/** What `kernel.enter` answers: the version in force and the session with what its person accepted and opened. */
export interface Entered {
  readonly sequence: number;
  readonly hash: string;
  readonly person_id: string | null;
  readonly kind: string | null;
  readonly device_id: string | null;
  readonly roles: readonly string[] | null;
  readonly created_at: Date | null;
  readonly fresh_at: Date | null;
  readonly accepted: number | null;
  readonly openings: Readonly<Record<string, number>> | null;
}

const enterText =
  'select sequence, hash, person_id, kind, device_id, roles, created_at, fresh_at, accepted, openings from kernel.enter($1)';

/** Begins the operation's transaction; both statements travel in one round trip. */
export async function enter(client: PoolClient, tokenHash: Buffer | null): Promise<Entered> {
  const begun = client.query('begin');
  const [, entered] = await Promise.all([begun, client.query<Entered>(statement(enterText, [tokenHash]))]);
  const row = entered.rows[0];
  if (row === undefined || row.hash === null) throw new Error('No policy is published in this database.');
  return row;
}
