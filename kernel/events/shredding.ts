import type { PoolClient } from 'pg';
import { noteDeletion } from '../keeping/deletions.ts';
import { keyOwner } from '../vault/box.ts';
import type { Vault } from '../vault/vault.ts';

interface Due {
  readonly person_id: string;
  readonly device_id: string;
  readonly function: string;
  /** From the closing. */
  readonly days: number;
}

const batch = 100;
const look_again = '1 day';

/**
 * Shreds what closed functions left, once its days are over: first the keys, then the rows. The opening is held
 * meanwhile, so that somebody who opens it again at this moment either keeps everything or finds nothing. What a
 * recorded legal claim needs is kept, withheld as it is, and looked at again the next day.
 */
export async function shredWithheld(client: PoolClient, vault: Vault, now: Date): Promise<number> {
  await client.query('begin');
  const { rows } = await client.query<Due>(
    `select person_id, device_id, function, extract(day from shred_at - changed_at)::integer as days
     from kernel.opening
     where shred_at <= $1 and not open order by shred_at limit $2 for update skip locked`,
    [now, batch],
  );
  let shredded = 0;
  for (const due of rows) {
    if (await isKept(client, due, now)) continue;
    shredded += 1;
    await vault.shred(keyOwner(due.person_id, due.function, due.device_id));
    const dropped = await client.query<{ rows: number }>('select kernel.drop_withheld($1, $2, $3) as rows', [
      due.person_id,
      due.device_id,
      due.function,
    ]);
    await noteDeletion(client, 'withheld', dropped.rows[0]?.rows ?? 0, due.days, now);
  }
  await client.query('commit');
  return shredded;
}

async function isKept(client: PoolClient, due: Due, now: Date): Promise<boolean> {
  const place = [due.person_id, due.device_id, due.function];
  const { rows } = await client.query<{ kept: boolean }>(
    'select kernel.claim_keeps($1, $2, $3, $4) as kept',
    [...place, now],
  );
  if (rows[0]?.kept !== true) return false;
  await client.query(
    `update kernel.opening set shred_at = $4::timestamptz + interval '${look_again}'
     where person_id = $1 and device_id = $2 and function = $3`,
    [...place, now],
  );
  return true;
}
