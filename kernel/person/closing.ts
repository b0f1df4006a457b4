import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { raw } from '../database/rows.ts';
import type { Use } from '../operation/use.ts';

/**
 * Closes the account of the operation's person and ends all their sessions; closed twice, the first time holds.
 * Answers when it will be erased, and a ticket: who holds it gets the proof of that.
 */
export async function closeAccount(
  use: Use<'rights'>,
  now: Date,
  days: number,
): Promise<{ readonly erased_at: Date; readonly ticket: string }> {
  // What is decided here is the person's own, as what they open and close is.
  use.keep('consent');
  const [row] = await use.rows(
    raw(sql<{ erased_at: Date | null }>`select kernel.close_account(${now}, ${days}::integer) as erased_at`),
  );
  if (row?.erased_at == null) throw new Error('Only accounts of customers are closed by their persons.');
  const ticket = randomBytes(24).toString('base64url');
  await use.change(raw(sql`select kernel.note_erasure(${ticketHash(ticket)}, ${now})`));
  return { erased_at: row.erased_at, ticket };
}

export const ticketHash = (ticket: string): Buffer => createHash('sha256').update(ticket).digest();

/** Takes the closing back; false when there is nothing to take back. */
export async function reopenAccount(use: Use<'rights'>, now: Date): Promise<boolean> {
  use.keep('consent');
  await use.change(raw(sql`select kernel.forget_erasure()`));
  const [row] = await use.rows(
    raw(sql<{ reopened: boolean }>`select kernel.reopen_account(${now}) as reopened`),
  );
  return row?.reopened === true;
}
