import { retentionOf } from '@axent/policy/compile';
import type { LegalArea, PolicyShape } from '@axent/policy/shape';
import type { PoolClient } from 'pg';
import { requestOwner } from '../vault/box.ts';
import type { Vault } from '../vault/vault.ts';
import { noteDeletion } from './deletions.ts';

const day_ms = 86_400_000;

/**
 * Ends requests that were closed as long ago as the policy keeps them: first the key of each, then its rows. Ended in
 * between, the next run begins with the keys again. Answers how many went.
 */
export async function endRequests(
  client: PoolClient,
  vault: Vault,
  policy: PolicyShape,
  area: LegalArea,
  now: Date,
): Promise<number> {
  const { days, duties } = retentionOf(policy, 'request', area);
  if (days === null || duties.length === 0) return 0;
  const { rows } = await client.query<{ id: string }>('select id from kernel.requests_over($1) as id', [
    new Date(now.getTime() - days * day_ms),
  ]);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  for (const id of ids) await vault.shred(requestOwner(id));
  const dropped = await client.query<{ rows: number }>('select kernel.drop_requests($1) as rows', [ids]);
  const gone = dropped.rows[0]?.rows ?? 0;
  await noteDeletion(client, 'request', gone, days, now);
  return gone;
}
