import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { raw } from '../database/rows.ts';
import type { Context } from '../operation/context.ts';
import { hashToken } from '../operation/cookies.ts';
import type { PersonId } from '../vault/identifier.ts';
import { actFor } from './identifiers.ts';

type SignIn = Context<'authentication'>;

/** As long as a code lives: the second step is done at once, or from the beginning. */
export const half_life_s = 600;

export interface Half {
  readonly person: PersonId;
  readonly kind: 'customer' | 'staff';
  /** What was proved first. */
  readonly proved: string;
}

/**
 * Keeps in this browser that a first thing was proved, and what a second step is still owed for. It is no session:
 * every operation but the second step takes the browser for a visitor's.
 */
export async function startHalf(
  { use, caller, reply }: SignIn,
  person: PersonId,
  proved: string,
): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  if (caller.tokenHash !== null) await use.change(raw(sql`select kernel.end_half(${caller.tokenHash})`));
  await use.change(
    raw(sql`select kernel.start_half(${hashToken(token)}, ${person}, ${proved},
      ${`${half_life_s} seconds`}::interval)`),
  );
  reply.startSession(token, half_life_s);
}

/** Who owes a second step in this browser; from here on the operation acts for them. Null: nobody. */
export async function findHalf(context: SignIn): Promise<Half | null> {
  const { use, caller } = context;
  if (caller.tokenHash === null) return null;
  const [row] = await use.rows(
    raw(sql<{ person_id: string; kind: Half['kind']; proved: string }>`
      select person_id, kind, proved from kernel.half_session(${caller.tokenHash})`),
  );
  if (row === undefined) return null;
  const person = row.person_id as PersonId;
  await actFor(context, person);
  return { person, kind: row.kind, proved: row.proved };
}

/** It is over: the second step was done, or tried too often. */
export async function endHalf({ use, caller }: SignIn): Promise<void> {
  if (caller.tokenHash !== null) await use.change(raw(sql`select kernel.end_half(${caller.tokenHash})`));
}
