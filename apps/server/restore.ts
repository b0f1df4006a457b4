import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installKernel } from '@axent/kernel';
import {
  BackupFailure,
  checkEmpty,
  type Loaded,
  type Manifest,
  type RestoredKeys,
  readKeys,
  replayShreds,
  restoreDatabase,
} from '@axent/kernel/backup';
import type { MigrationFolder } from '@axent/kernel/database';
import { type KnownHead, parseHead, readHead, standingOf } from '@axent/kernel/ledger';
import { type KeyKeeping, linesSince, openSecrets, readLines } from '@axent/kernel/vault';
import type { CompiledPolicy } from '@axent/policy/compile';
import type pg from 'pg';
import { backupKey } from './backup.ts';
import { besideKeys, hasKeys, isOlder, openKeys } from './keys.ts';
import { beginLog, currentLogKey, keepHead, type NextLog, withOwner } from './ledger.ts';
import { masterKey } from './masterkey.ts';
import type { Settings } from './settings.ts';

export interface RestoreOptions {
  readonly settings: Settings;
  /** The owner's address of an empty database. */
  readonly url: string;
  readonly path: string;
  /** Backup of the keys; null: the key store is where it was. */
  readonly keys: string | null;
  /** The shred list; null: the one beside the key store. */
  readonly shredded: string | null;
  /** The operator knows that the list is lost, and what that means. */
  readonly without_shredded: boolean;
  /** The operator wants the next log to begin where this one would fork. */
  readonly new_log: boolean;
  readonly now: Date;
  /** What this release is made of. */
  readonly compiled: CompiledPolicy;
  readonly migrations: readonly MigrationFolder[];
}

/** What a restore did. */
export interface Restored extends Loaded {
  readonly keys: RestoredKeys | null;
  /** Rows that went because their keys were shredded after the backup. */
  readonly replayed: number;
  /** Persons whose rows nobody can read: their keys are in no key store any more. */
  readonly unreadable: number;
  readonly migrations: readonly string[];
  readonly log: NextLog | null;
}

/**
 * Restores a backup into an empty place, whole or not at all, and makes it ready to serve: what was shredded since is
 * gone again, and the ledger does not contradict itself.
 * @throws BackupFailure
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { settings, url, now } = options;
  const key = backupKey(settings);
  await checkEmpty(url);
  const lines = shredLines(options);
  const keys = options.keys === null ? null : await restoredKeys(options, key, lines);
  let done = { replayed: 0, log: null as NextLog | null };
  let put = false;
  try {
    const known = newest(readHead(besideKeys(settings.key_store_file).head), keys);
    const loaded = await restoreDatabase({
      url,
      path: options.path,
      key,
      migrations: options.migrations,
      admit: (manifest) => admit(options, manifest, known, keys, lines),
      complete: async (client, manifest) => {
        const since = linesSince(keys?.lines ?? lines ?? [], manifest.shredded) ?? [];
        const replayed = await replayShreds(client, since);
        keys?.put();
        put = true;
        const log = forks(options, manifest, known, keys)
          ? await beginLog(settings, client, known, now)
          : null;
        done = { replayed, log };
      },
    });
    if (done.log !== null) keepHead(settings, done.log);
    const { migrations, unreadable } = await finish(options);
    return { ...loaded, ...done, keys, migrations, unreadable };
  } finally {
    if (!put) keys?.discard();
  }
}

function shredLines(options: RestoreOptions): readonly string[] | null {
  const path = options.shredded ?? besideKeys(options.settings.key_store_file).shredded;
  if (existsSync(path)) return readLines(path);
  if (options.shredded !== null)
    throw new BackupFailure('shred_list', `${path} is not there. Give the newest copy of the shred list.`);
  return null;
}

async function restoredKeys(
  { settings, keys, without_shredded }: RestoreOptions,
  key: Buffer,
  lines: readonly string[] | null,
): Promise<RestoredKeys> {
  const file = settings.key_store_file;
  if (hasKeys(file)) {
    throw new BackupFailure(
      'not_empty',
      `A key store is at ${file}. Restore without --keys to go on with it, or move it away first.`,
    );
  }
  if (lines === null && !without_shredded) {
    throw new BackupFailure(
      'shred_list',
      'The shred list is missing: keys that were shredded after this backup would come back. Give its newest copy ' +
        'with --shredded FILE. If there is none any more, say so with --without-shred-list.',
    );
  }
  return await readKeys({
    path: keys ?? '',
    key,
    key_store_file: file,
    ledger_key_file: join(settings.data_folder, 'ledger.key'),
    shred_list_file: besideKeys(file).shredded,
    shredded: lines,
  });
}

/** The newer of the head beside the keys and the one in their backup. */
function newest(beside: KnownHead | null, keys: RestoredKeys | null): KnownHead | null {
  const kept = keys?.manifest.ledger_head ?? null;
  const backed = kept === null ? null : parseHead(kept);
  if (beside === null || backed === null) return beside ?? backed;
  return backed.origin === beside.origin && backed.size > beside.size ? backed : beside;
}

function admit(
  options: RestoreOptions,
  manifest: Manifest,
  known: KnownHead | null,
  keys: RestoredKeys | null,
  lines: readonly string[] | null,
): void {
  const { settings } = options;
  if (keys === null && !hasKeys(settings.key_store_file)) {
    throw new BackupFailure(
      'no_keys',
      `No key store is at ${settings.key_store_file}, so nothing that is restored could be read. Set KEY_STORE_FILE, or ` +
        'give a backup of the keys with --keys FILE.',
    );
  }
  if (linesSince(keys?.lines ?? lines ?? [], manifest.shredded) === null && !options.without_shredded) {
    throw new BackupFailure(
      'shred_list',
      'The shred list does not go on from the one that this backup knew: it is older, or of another installation. ' +
        'Give its newest copy with --shredded FILE.',
    );
  }
  if (options.new_log || !forks(options, manifest, known, keys)) return;
  throw new BackupFailure(
    'log_would_fork',
    `The ledger in this backup has ${manifest.ledger?.size ?? 0} entries, and its newest known head covers ` +
      `${known?.size ?? 'more'}. Going on with it would contradict what people hold receipts of. Restore with --new-log: ` +
      'the log ends where it was, and another begins under a name of its own with the entries of this backup.',
  );
}

/** Whether the log cannot go on: its key is gone, or a newer head than the restored one was published. */
function forks(
  { settings }: RestoreOptions,
  manifest: Manifest,
  known: KnownHead | null,
  keys: RestoredKeys | null,
): boolean {
  const head = manifest.ledger === null ? null : parseHead(manifest.ledger.note);
  if (head === null || head.size === 0) return known !== null && known.size > 0;
  const hasKey = existsSync(join(settings.data_folder, 'ledger.key')) || keys?.hasLedgerKey === true;
  return !hasKey || standingOf(head, known, head.origin) === 'would_fork';
}

/** Brings what was restored to this release: later migrations, logins and rights. */
async function finish({ settings, url, now, compiled, migrations: folders }: RestoreOptions) {
  const { store } = openKeys(settings, () => now.getTime());
  try {
    const secrets = await openSecrets({
      store,
      master: masterKey(settings.master_key, settings.data_folder),
      previous: settings.master_key_previous,
      isOlder: () => isOlder(store, url, settings),
    });
    const migrations = await installKernel({
      url,
      prefix: settings.database_role_prefix,
      connections: settings.database_connections,
      area: settings.legal_area,
      secrets,
      keyStore: store,
      logKey: await withOwner(url, (client) => currentLogKey(settings, client)),
      clock: () => now.getTime(),
      compiled,
      migrations: folders,
      onError: () => undefined,
    });
    return { migrations, unreadable: await withOwner(url, (client) => countUnreadable(client, store)) };
  } finally {
    await store.close();
  }
}

const page_keys = 20_000;

async function countUnreadable(client: Pick<pg.ClientBase, 'query'>, store: KeyKeeping): Promise<number> {
  const { rows } = await client.query<{ id: string }>(
    `select p.id from kernel.person p where p.erased_at is null
       and exists (select 1 from kernel.record r where r.person_id = p.id)`,
  );
  const missing = new Set(rows.map(({ id }) => id));
  let last: Awaited<ReturnType<KeyKeeping['page']>>[number] | null = null;
  for (;;) {
    const keys: Awaited<ReturnType<KeyKeeping['page']>> = await store.page(last, page_keys);
    if (keys.length === 0) return missing.size;
    for (const { owner } of keys) missing.delete(owner);
    last = keys.at(-1) ?? null;
  }
}
