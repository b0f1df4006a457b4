import { existsSync } from 'node:fs';
import {
  type KeyKeeping,
  listingShreds,
  openKeyStore,
  openShredList,
  type ShredList,
} from '@axent/kernel/vault';
import pg from 'pg';
import type { Settings } from './settings.ts';

/** Files that lie beside the key store, and with it outside every backup of the data. */
export const besideKeys = (key_store_file: string) => ({
  shredded: `${key_store_file}.shredded`,
  head: `${key_store_file}.head`,
});

export interface Keys {
  readonly store: KeyKeeping;
  readonly shredded: ShredList;
}

/** The key store, which lists every shredding before it shreds. */
export function openKeys(settings: Pick<Settings, 'key_store_file'>, clock: () => number): Keys {
  const shredded = openShredList(besideKeys(settings.key_store_file).shredded, clock);
  return { store: listingShreds(openKeyStore(settings.key_store_file), shredded), shredded };
}

/** Whether hashes and logins were derived here before there was a secret of its own for that: see `openSecrets`. */
export async function isOlder(store: KeyKeeping, url: string, settings: Settings): Promise<boolean> {
  if ((await store.page(null, 1)).length > 0) return true;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [
      `${settings.database_role_prefix}_kernel`,
    ]);
    return (rowCount ?? 0) > 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** For whoever looks before opening: opening would make it. */
export const hasKeys = (key_store_file: string): boolean => existsSync(key_store_file);
