import { parseComment } from '@axent/policy/compile';
import type { PoolClient } from 'pg';
import { commitment, insertLeaves, recordJson, salt_bytes, type UseRecord } from '../ledger/ledger.ts';
import { uuidv7 } from '../vault/identifier.ts';
import type { Vault } from '../vault/vault.ts';

/** Raised an hour before an account is erased, once for each third party that got data of it: person and recipient. */
export const account_erasing = 'account.erasing';

/** Raises word for every third party that got data of the person. False: nobody did, or they were told before. */
export async function tellRecipients(client: PoolClient, person: string, now: Date): Promise<boolean> {
  const { rows } = await client.query<{ recipient: string }>(
    `select distinct s.recipient from kernel.sharing s where s.person_id = $1
       and not exists (select 1 from kernel.erasure e where e.account = $1 and e.told_at is not null)`,
    [person],
  );
  if (rows.length === 0) return false;
  for (const { recipient } of rows)
    await client.query('insert into kernel.event (id, name, payload) values ($1, $2, $3)', [
      uuidv7(now.getTime()),
      account_erasing,
      { person, recipient },
    ]);
  await client.query(
    `insert into kernel.erasure (ticket, account, asked_at, told_at) values (gen_random_uuid()::text::bytea, $1, $2, $2)
     on conflict (account) do update set told_at = excluded.told_at`,
    [person, now],
  );
  return true;
}

/** Categories of which the person has rows, sorted. */
export async function categoriesOf(client: PoolClient, person: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; comment: string }>(
    'select name, comment from kernel.tables_of($1)',
    [person],
  );
  // Everybody with an account accepted the notice.
  const found = new Set(['consent']);
  for (const { name, comment } of rows) found.add(parseComment(comment, name).category ?? 'none');
  found.delete('none');
  return [...found].sort();
}

/**
 * Puts the erasing into the ledger, in its own transaction: which categories went and when, bound to the ticket that
 * the person keeps. What is left says nothing of who they were.
 */
export async function proveErased(
  client: PoolClient,
  vault: Vault,
  person: string,
  categories: readonly string[],
  now: Date,
): Promise<void> {
  const { rows } = await client.query<{ ticket: Buffer | null; hash: string }>(
    `select p.hash, (select e.ticket from kernel.erasure e where e.account = $1) as ticket from kernel.published p`,
    [person],
  );
  const { ticket = null, hash = '' } = rows[0] ?? {};
  const record: UseRecord = {
    purpose: 'rights',
    clause: 'U.rights',
    categories,
    role: 'system',
    policy: hash,
    time: now.toISOString(),
    operation: 'kernel.erase_account',
    ...(ticket === null ? {} : { evidence: ticket.toString('hex') }),
  };
  const salt = vault.random(salt_bytes);
  const leaf_id = uuidv7(now.getTime());
  await client.query(insertLeaves([{ id: leaf_id, entry: commitment(salt, record), records: [] }]));
  await client.query(
    `update kernel.erasure set account = null, erased_at = $2, leaf_id = $3, salt = $4, record = $5 where account = $1`,
    [person, now, leaf_id, salt, recordJson(record)],
  );
}
