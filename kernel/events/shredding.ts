import type { PoolClient } from 'pg';
import { keyOwner } from '../vault/box.ts';
import type { Vault } from '../vault/vault.ts';

interface Due {
  readonly person_id: string;
  readonly device_id: string;
  readonly function: string;
}

const batch = 100;

/**
 * Shreds what closed functions left, once its days are over: first the keys, then the rows. The opening is held
 * meanwhile, so that somebody who opens it again at this moment either keeps everything or finds nothing.
 */
export async function shredWithheld(client: PoolClient, vault: Vault, now: Date): Promise<number> {
  await client.query('begin');
  const { rows } = await client.query<Due>(
    `select person_id, device_id, function from kernel.opening
     where shred_at <= $1 and not open order by shred_at limit $2 for update skip locked`,
    [now, batch],
  );
  for (const due of rows) {
    await vault.shred(keyOwner(due.person_id, due.function, due.device_id));
    await client.query('select kernel.drop_withheld($1, $2, $3)', [
      due.person_id,
      due.device_id,
      due.function,
    ]);
  }
  await client.query('commit');
  return rows.length;
}
