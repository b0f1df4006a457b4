import type { PoolClient } from 'pg';
import { noteDeletion } from '../keeping/deletions.ts';
import { ownRules } from '../keeping/rules.ts';
import { evidenceKey } from '../operation/evidence.ts';
import type { Vault } from '../vault/vault.ts';
import type { MediaStore } from './media.ts';

const day_ms = 86_400_000;
/** What did not arrive whole within a day never will. */
const unfinished_ms = day_ms;
const batch = 100;

interface Due {
  readonly matter: string;
  readonly item: string;
  readonly whole: boolean;
}

/** Lets go of evidence whose days are over, and of what never became any: first the key, then the document. */
export async function tidyMedia(
  client: PoolClient,
  vault: Vault,
  media: MediaStore,
  now: Date,
): Promise<void> {
  const { days } = ownRules.evidence;
  await client.query('begin');
  const { rows } = await client.query<Due>(
    `select e.matter, e.item, e.type is not null as whole
     from kernel.matter_evidence e join kernel.matter m on m.id = e.matter
     where coalesce(m.ended_at, m.ends_on + interval '1 day') < $1 or (e.type is null and e.at < $2)
     limit $3 for update of e skip locked`,
    [new Date(now.getTime() - days * day_ms), new Date(now.getTime() - unfinished_ms), batch],
  );
  for (const { matter, item } of rows) {
    await vault.shred(evidenceKey(item));
    await media.remove(item);
    await client.query('delete from kernel.matter_evidence where matter = $1', [matter]);
  }
  await noteDeletion(client, 'evidence', rows.filter(({ whole }) => whole).length, days, now);
  await client.query('commit');
  await sweep(client, vault, media, now);
}

/** A server that was killed leaves pieces, and documents that no row names. */
async function sweep(client: PoolClient, vault: Vault, media: MediaStore, now: Date): Promise<void> {
  for await (const { name, changed_at } of media.list()) {
    if (changed_at.getTime() > now.getTime() - unfinished_ms) continue;
    const item = name.slice(0, 36);
    const { rowCount } = await client.query('select 1 from kernel.matter_evidence where item = $1', [item]);
    const named = (rowCount ?? 0) > 0;
    if (named && name === item) continue;
    if (!named) await vault.shred(evidenceKey(item));
    await media.remove(name);
  }
}
