import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Backed, BackupFailure, backUpDatabase, backUpKeys } from '@axent/kernel/backup';
import { loginUrl } from '@axent/kernel/database';
import { markOf, openSecrets } from '@axent/kernel/vault';
import { hasKeys, isOlder, openKeys, placeOfKeys } from './keys.ts';
import { masterKey } from './masterkey.ts';
import type { Settings } from './settings.ts';

/** Backing up, as the operator asks for it: from the settings to a file. */

export function backupKey(settings: Settings): Buffer {
  if (settings.backup_key !== null) return settings.backup_key;
  throw new BackupFailure(
    'no_keys',
    'No backup key is set. Make one (openssl rand -base64 32), keep it apart from the backups and from the master ' +
      'key, and set it as BACKUP_KEY or BACKUP_KEY_FILE.',
  );
}

/** The name under which a backup lies in a folder. */
const nameOf = (now: Date, end: 'backup' | 'keys') =>
  `axent-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.${end}`;

/** A file as it is named, or a new one in the folder that is named. */
export async function placeOf(where: string, now: Date, end: 'backup' | 'keys'): Promise<string> {
  const isFolder = where.endsWith('/') || (existsSync(where) && statSync(where).isDirectory());
  const path = isFolder ? join(where, nameOf(now, end)) : where;
  if (existsSync(path))
    throw new BackupFailure('not_empty', `${path} is there already. Name another file, or a folder.`);
  await mkdir(dirname(path), { recursive: true });
  return path;
}

/** Writes the database into a file, while the server runs or not. `url` is the owner's. */
export async function backUp(settings: Settings, url: string, path: string, now: Date): Promise<Backed> {
  const key = backupKey(settings);
  if (!(await hasKeys(settings))) throw noKeyStore(settings);
  const clock = () => now.getTime();
  const { store, lines } = await openKeys(settings, { clock, data_url: url });
  try {
    const secrets = await openSecrets({
      store,
      master: masterKey(settings.master_key, settings.data_folder),
      previous: settings.master_key_previous,
      isOlder: () => isOlder(store, url, settings),
    });
    const login = loginUrl({ url, prefix: settings.database_role_prefix, secrets }, 'backup');
    const shredded = markOf(await lines());
    const backed = await backUpDatabase({ url: login, path, key, now, shredded });
    await tellFinished(settings.backup_folder);
    return backed;
  } finally {
    await store.close();
  }
}

/** The server's status page reads from it how old the last whole backup is. In one step, so that it reads no half. */
async function tellFinished(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'latest.json');
  await writeFile(`${file}.new`, JSON.stringify({ finished_at: new Date().toISOString() }));
  await rename(`${file}.new`, file);
}

/** Writes the keys into a file of their own, and removes those beside it whose days are over. */
export async function backUpOnlyKeys(
  settings: Settings,
  path: string,
  now: Date,
): Promise<{ readonly keys: number; readonly removed: readonly string[] }> {
  const key = backupKey(settings);
  if (!(await hasKeys(settings))) throw noKeyStore(settings);
  const clock = () => now.getTime();
  const { store, lines, head } = await openKeys(settings, { clock, data_url: null });
  const ledger_key = join(settings.data_folder, 'ledger.key');
  try {
    const keys = await backUpKeys({
      path,
      key,
      now,
      keep_days: settings.key_backup_days,
      store,
      shredded: await lines(),
      ledger_key: existsSync(ledger_key) ? readFileSync(ledger_key) : null,
      ledger_head: (await head.read())?.note ?? null,
    });
    return { keys, removed: removeExpired(dirname(path), settings.key_backup_days, now) };
  } finally {
    await store.close();
  }
}

const expired = /^axent-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.keys$/;

/** By the time in their names: only files that this command named itself. */
function removeExpired(folder: string, days: number, now: Date): string[] {
  const old = readdirSync(folder).filter((name) => {
    const [, day, hour, minute, second] = expired.exec(name) ?? [];
    return Date.parse(`${day}T${hour}:${minute}:${second}Z`) < now.getTime() - days * 86_400_000;
  });
  for (const name of old) rmSync(join(folder, name));
  return old;
}

function noKeyStore(settings: Settings): BackupFailure {
  return new BackupFailure(
    'no_keys',
    `No key store is at ${placeOfKeys(settings)}. Start AXENT once, or set it as the server has it.`,
  );
}
