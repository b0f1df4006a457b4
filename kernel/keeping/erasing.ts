import type { PoolClient } from 'pg';
import { keyOwner } from '../vault/box.ts';
import type { Vault } from '../vault/vault.ts';
import { noteDeletion } from './deletions.ts';
import { categoriesOf, proveErased, tellRecipients } from './erasing.proof.ts';

interface Due {
  readonly person_id: string;
  /** From the closing. */
  readonly days: number;
  /** It was erased before: this is the second time. */
  readonly again: boolean;
}

const batch = 50;
const look_again = '1 day';
/** In which those who got data can still be told whose it was. */
const told_before = '1 hour';
/** What was under way when an account was erased has ended by then. */
const sweep_after = '1 hour';

/**
 * Erases the accounts whose days to take the closing back are over: first the keys, then the rows. Whatever ends it in
 * between, the next run begins with the keys again, and nothing is readable meanwhile. It is done once more an hour
 * later, for what was being written at that moment. An account that a standing
 * matter names stays closed, and is looked at again the next day; third parties that got data of it are told an hour
 * before. That it was done goes into the ledger. Answers how many were erased.
 */
export async function eraseClosed(client: PoolClient, vault: Vault, now: Date): Promise<number> {
  await client.query('begin');
  const { rows } = await client.query<Due>(
    `select c.person_id, extract(day from c.erase_at - c.closed_at)::integer as days, p.erased_at is not null as again
     from kernel.closing c join kernel.person p on p.id = c.person_id
     where c.erase_at <= $1 order by c.erase_at limit $2 for update of c skip locked`,
    [now, batch],
  );
  let erased = 0;
  for (const { person_id, days, again } of rows) {
    if (!again && (await isKept(client, person_id, now))) continue;
    if (!again && (await tellRecipients(client, person_id, now))) {
      await comeBack(client, person_id, told_before, now);
      continue;
    }
    const categories = again ? [] : await categoriesOf(client, person_id);
    for (const owner of await ownersOf(client, person_id)) await vault.shred(owner);
    const dropped = await client.query<{ rows: number }>('select kernel.erase_person($1) as rows', [
      person_id,
    ]);
    await noteDeletion(client, 'account', dropped.rows[0]?.rows ?? 0, days, now);
    if (again) await client.query('delete from kernel.closing where person_id = $1', [person_id]);
    else {
      await proveErased(client, vault, person_id, categories, now);
      await comeBack(client, person_id, sweep_after, now);
    }
    erased += again ? 0 : 1;
  }
  await client.query('commit');
  return erased;
}

async function isKept(client: PoolClient, person: string, now: Date): Promise<boolean> {
  const { rows } = await client.query<{ kept: boolean }>('select kernel.matter_names($1, $2) as kept', [
    person,
    now,
  ]);
  if (rows[0]?.kept !== true) return false;
  await comeBack(client, person, look_again, now);
  return true;
}

async function comeBack(client: PoolClient, person: string, after: string, now: Date): Promise<void> {
  await client.query(
    'update kernel.closing set erase_at = $3::timestamptz + $2::interval where person_id = $1',
    [person, after, now],
  );
}

/** The person, and each function on each device that ever was open or closed: keys are theirs. */
async function ownersOf(client: PoolClient, person: string): Promise<string[]> {
  const { rows } = await client.query<{ function: string; device_id: string }>(
    `select function, device_id from kernel.opening where person_id = $1
     union select function, device_id from kernel.opening_change where person_id = $1`,
    [person],
  );
  return [person, ...rows.map((row) => keyOwner(person, row.function, row.device_id))];
}
