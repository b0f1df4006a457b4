import type { PoolClient } from 'pg';
import type { ShareRefusal } from './gate.ts';

/**
 * Why nothing may leave through a carrier now; null: its terms stand. Carriers are third parties like any other: an
 * entry in the register, in this legal area, its confidentiality terms in date.
 * @param carrier what the settings call it, for example `mail`; not for what stays on this machine or is the operator's
 *   own.
 */
export async function mayCarry(client: PoolClient, carrier: string, now: Date): Promise<ShareRefusal | null> {
  const { rows } = await client.query<{ refusal: ShareRefusal | null }>(
    'select kernel.carry_refusal($1, $2) as refusal',
    [carrier, now],
  );
  return rows[0]?.refusal ?? null;
}

/** Notes for the person who carried a message to them; a message to nobody in particular names nobody. */
export async function noteCarried(
  client: PoolClient,
  carrier: string,
  person: string | null,
  now: Date,
): Promise<void> {
  if (person !== null) await client.query('select kernel.note_carried($1, $2, $3)', [carrier, person, now]);
}
