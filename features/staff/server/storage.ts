import { query, raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import type { Proof } from '../staff.ts';

type Authentication = Use<'authentication'>;

export interface Invitation extends Proof {
  readonly role: string;
  /** Null: the server made it. */
  readonly made_by: string | null;
  readonly work_name: string | null;
  readonly recipient: Buffer | null;
  readonly code: Buffer | null;
  readonly binding: Buffer | null;
}

/** A link that still works, locked until the operation ends: two who use it at once come one after the other. */
export async function lockInvitation(
  use: Authentication,
  token_hash: Buffer,
  now: Date,
): Promise<Invitation | null> {
  const rows = await use.rows(
    query
      .selectFrom('app.staff_link')
      .select(['role', 'made_by', 'work_name', 'recipient', 'code', 'binding', 'sent_at', 'guesses'])
      .where('token_hash', '=', token_hash)
      .where('expires_at', '>', now)
      .forUpdate(),
  );
  return rows[0] ?? null;
}

/** All links that still work, locked in one order; answers the one asked for. */
export async function lockInvitations(
  use: Authentication,
  token_hash: Buffer,
  now: Date,
): Promise<Invitation | null> {
  const rows = await use.rows(
    query
      .selectFrom('app.staff_link')
      .select([
        'token_hash',
        'role',
        'made_by',
        'work_name',
        'recipient',
        'code',
        'binding',
        'sent_at',
        'guesses',
      ])
      .where('expires_at', '>', now)
      .orderBy('token_hash')
      .forUpdate(),
  );
  return rows.find((row) => row.token_hash.equals(token_hash)) ?? null;
}

export async function storeProof(
  use: Authentication,
  token_hash: Buffer,
  proof: {
    readonly recipient: Buffer;
    readonly code: Buffer;
    readonly binding: Buffer;
    readonly sent_at: Date;
  },
): Promise<void> {
  await use.change(query.updateTable('app.staff_link').set(proof).where('token_hash', '=', token_hash));
}

export async function countGuess(use: Authentication, token_hash: Buffer): Promise<void> {
  await use.change(
    query
      .updateTable('app.staff_link')
      .set((row) => ({ guesses: row('guesses', '+', 1) }))
      .where('token_hash', '=', token_hash),
  );
}

export async function storeInvitation(
  use: Authentication,
  made: {
    readonly token_hash: Buffer;
    readonly role: string;
    readonly expires_at: Date;
    readonly work_name: string | null;
    readonly made_by: string | null;
  },
): Promise<void> {
  await use.change(query.insertInto('app.staff_link').values(made));
}

export async function dropInvitation(use: Authentication, token_hash: Buffer): Promise<void> {
  await use.change(query.deleteFrom('app.staff_link').where('token_hash', '=', token_hash));
}

export async function dropExpired(use: Authentication, now: Date): Promise<void> {
  await use.change(query.deleteFrom('app.staff_link').where('expires_at', '<=', now));
  // Left there by the release before this one.
  await use.change(query.deleteFrom('app.staff_invitation').where('expires_at', '<=', now));
}

export async function dropEvery(use: Authentication): Promise<void> {
  await use.change(query.deleteFrom('app.staff_link'));
  await use.change(query.deleteFrom('app.staff_invitation'));
}

export async function staffCount(use: Authentication): Promise<number> {
  const rows = await use.rows(raw(sql<{ count: number }>`select kernel.staff_count() as count`));
  return rows[0]?.count ?? 0;
}

export async function officerCount(use: Authentication): Promise<number> {
  const rows = await use.rows(
    raw(sql<{ count: string }>`select count(*) as count from kernel.staff_with('privacy_officer')`),
  );
  return Number(rows[0]?.count ?? 0);
}

/** @param giver who made the link; null: the server. */
export async function grantRole(
  use: Authentication,
  person: string,
  role: string,
  giver: string | null,
): Promise<void> {
  await use.change(raw(sql`select kernel.grant_role(${person}, ${role}, ${giver}::uuid)`));
}

export async function nameStaff(use: Authentication, person: string, name: string): Promise<void> {
  await use.change(raw(sql`select kernel.name_staff(${person}, ${name})`));
}
