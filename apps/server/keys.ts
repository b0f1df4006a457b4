import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HeadKeeping, headFile, newLogKey, openLogKey, parseHead } from '@axent/kernel/ledger';
import {
  installSharedKeys,
  type KeyKeeping,
  listingShreds,
  openKeyStore,
  openSharedKeys,
  openShredList,
  ownSecret,
} from '@axent/kernel/vault';
import pg from 'pg';
import { masterKey } from './masterkey.ts';
import type { Settings } from './settings.ts';

/** Files that lie beside the key store, and with it outside every backup of the data. */
export const besideKeys = (key_store_file: string) => ({
  shredded: `${key_store_file}.shredded`,
  head: `${key_store_file}.head`,
});

/** What is kept apart from the data: on this machine, or on a server of its own for several. */
export interface Keys {
  /** Lists every shredding before it shreds. */
  readonly store: KeyKeeping;
  /** The lines of the shred list. */
  readonly lines: () => Promise<readonly string[]> | readonly string[];
  readonly head: HeadKeeping;
}

export interface KeysOptions {
  readonly clock: () => number;
  /** The data's database, which must be another server than the keys'; null: it was looked at before. */
  readonly data_url: string | null;
  /** A server listens for what others shred; a command does not. */
  readonly listens?: boolean;
  readonly onError?: (error: Error) => void;
}

export async function openKeys(settings: Settings, options: KeysOptions): Promise<Keys> {
  const { clock, data_url, listens = false, onError = () => undefined } = options;
  if (settings.keys_database_url === null) return openKeyFile(settings.key_store_file, clock);
  const url = await installSharedKeys({
    url: settings.keys_database_url,
    prefix: settings.database_role_prefix,
    data_url,
    durable: settings.node_env === 'production',
  });
  const { store, lines, head, keepHead } = openSharedKeys({ url, clock, listens, onError });
  const read = async () => {
    const note = await head();
    return note === null ? null : parseHead(note);
  };
  return { store, lines, head: { read, write: keepHead } };
}

/** The keys of one server, in a file and two beside it. */
export function openKeyFile(file: string, clock: () => number): Keys {
  const { shredded, head } = besideKeys(file);
  const list = openShredList(shredded, clock);
  return { store: listingShreds(openKeyStore(file), list), lines: list.lines, head: headFile(head) };
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

/** Where the keys are, for whoever tells the operator. */
export const placeOfKeys = (settings: Settings): string =>
  settings.keys_database_url === null ? settings.key_store_file : 'KEYS_DATABASE_URL';

/** For whoever looks before opening: opening would make it. */
export async function hasKeys(settings: Settings): Promise<boolean> {
  if (settings.keys_database_url === null) return existsSync(settings.key_store_file);
  const client = new pg.Client({
    connectionString: settings.keys_database_url,
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('keys.key') is not null as there`,
    );
    if (rows[0]?.there !== true) return false;
    return ((await client.query('select 1 from keys.key limit 1')).rowCount ?? 0) > 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const ledger_key = 'ledger key';

/**
 * What signs the ledger, as PEM: with the keys where several servers share them, else in the data folder. Null: there
 * is none yet. One that lies in the data folder is taken over by the shared store.
 */
export async function ledgerPem(settings: Settings, store: KeyKeeping, make = false): Promise<Buffer | null> {
  const file = join(settings.data_folder, 'ledger.key');
  const own = existsSync(file) ? readFileSync(file) : null;
  const shared = settings.keys_database_url !== null;
  const bring = () => (shared ? (own ?? (make ? newLogKey() : null)) : null);
  const masters = [
    masterKey(settings.master_key, settings.data_folder),
    ...(settings.master_key_previous === null ? [] : [settings.master_key_previous]),
  ];
  return (await ownSecret(store, masters, ledger_key, bring)) ?? own;
}

/** The log's key under a name; the first call makes it. */
export async function ledgerKey(settings: Settings, store: KeyKeeping, origin: string) {
  return openLogKey(settings.data_folder, origin, (await ledgerPem(settings, store, true)) ?? undefined);
}
