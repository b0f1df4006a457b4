import { query, raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import { staffRoles } from '../roles.ts';

type Authentication = Use<'authentication'>;

/** Why somebody was sent to the provider. */
export type Aim = 'enter' | 'redeem' | 'connect' | 'confirm';

export interface ProviderRequest {
  readonly aim: Aim;
  /** Keyed hash of who asked. */
  readonly whom: Buffer | null;
  readonly token_hash: Buffer | null;
  readonly asked_at: Date;
}

export async function storeRequest(
  use: Authentication,
  made: ProviderRequest & { readonly state: Buffer; readonly expires_at: Date },
): Promise<void> {
  await use.change(query.insertInto('app.staff_provider_request').values(made));
}

/** What was asked for, which is gone with it. */
export async function takeRequest(
  use: Authentication,
  state: Buffer,
  now: Date,
): Promise<ProviderRequest | null> {
  const rows = await use.rows(
    query
      .selectFrom('app.staff_provider_request')
      .select(['aim', 'whom', 'token_hash', 'asked_at'])
      .where('state', '=', state)
      .where('expires_at', '>', now)
      .forUpdate(),
  );
  await use.change(query.deleteFrom('app.staff_provider_request').where('state', '=', state));
  const row = rows[0];
  return row === undefined ? null : { ...row, aim: row.aim as Aim };
}

export async function dropOldRequests(use: Authentication, now: Date): Promise<void> {
  await use.change(query.deleteFrom('app.staff_provider_request').where('expires_at', '<=', now));
}

/** Whether somebody still has anything to do in the console. */
export async function hasRole(use: Authentication, person: string): Promise<boolean> {
  const rows = await use.rows(
    raw(sql<{ has: boolean }>`select exists (
      select 1 from unnest(${[...staffRoles]}::text[]) as role, lateral kernel.staff_with(role) as who
      where who = ${person}::uuid) as has`),
  );
  return rows[0]?.has === true;
}
