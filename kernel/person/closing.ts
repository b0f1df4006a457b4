import { sql } from 'kysely';
import { raw } from '../database/rows.ts';
import type { Use } from '../operation/use.ts';

/**
 * Closes the account of the operation's person and ends all their sessions; closed twice, the first time holds.
 * Answers when it will be erased.
 */
export async function closeAccount(use: Use<'rights'>, now: Date, days: number): Promise<Date> {
  // What is decided here is the person's own, as what they open and close is.
  use.keep('consent');
  const [row] = await use.rows(
    raw(sql<{ erased_at: Date | null }>`select kernel.close_account(${now}, ${days}::integer) as erased_at`),
  );
  if (row?.erased_at == null) throw new Error('Only accounts of customers are closed by their persons.');
  return row.erased_at;
}

/** Takes the closing back; false when there is nothing to take back. */
export async function reopenAccount(use: Use<'rights'>, now: Date): Promise<boolean> {
  use.keep('consent');
  const [row] = await use.rows(
    raw(sql<{ reopened: boolean }>`select kernel.reopen_account(${now}) as reopened`),
  );
  return row?.reopened === true;
}
