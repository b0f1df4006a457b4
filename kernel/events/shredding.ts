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

/**
 * Shreds what closed functions left, once its days are over: first the keys, then the rows. The opening is held
 * meanwhile, so that somebody who opens it again at this moment either keeps everything or finds nothing.
 */
export async function shredWithheld(client: PoolClient, vault: Vault, now: Date): Promise<number> {
  await client.query('begin');
  const { rows } = await client.query<Due>(
    `select person_id, device_id, function, extract(day from shred_at - changed_at)::integer as days
     from kernel.opening
     where shred_at <= $1 and not open order by shred_at limit $2 for update skip locked`,
    [now, batch],
  );
  for (const due of rows) {
    await vault.shred(keyOwner(due.person_id, due.function, due.device_id));
    const dropped = await client.query<{ rows: number }>('select kernel.drop_withheld($1, $2, $3) as rows', [
      due.person_id,
      due.device_id,
      due.function,
    ]);
    await noteDeletion(client, 'withheld', dropped.rows[0]?.rows ?? 0, due.days, now);
  }
  await client.query('commit');
  return rows.length;
}
