import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installKernel, openMediaFolder } from '@axent/kernel';
import {
  BackupFailure,
  checkEmpty,
  fileTarget,
  type KeysTarget,
  type Loaded,
  type Manifest,
  type RestoredKeys,
  readKeys,
  replayShreds,
  restoreDatabase,
  sharedTarget,
} from '@axent/kernel/backup';
import type { MigrationFolder } from '@axent/kernel/database';
import { headFile, type KnownHead, parseHead, standingOf } from '@axent/kernel/ledger';
import { installSharedKeys, type KeyKeeping, linesSince, openSecrets, readLines } from '@axent/kernel/vault';
import type { CompiledPolicy } from '@axent/policy/compile';
import type pg from 'pg';
import { backupKey } from './backup.ts';
import { besideKeys, hasKeys, isOlder, type Keys, ledgerPem, openKeys, placeOfKeys } from './keys.ts';
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
  const there = await whatIsThere(options);
  const keys = options.keys === null ? null : await restoredKeys(options, key, there);
  let done = { replayed: 0, log: null as NextLog | null };
  try {
    const known = newest(there.head, keys);
    const standing: Standing = { ...there, known, keys };
    const loaded = await restoreDatabase({
      url,
      path: options.path,
      key,
      migrations: options.migrations,
      admit: (manifest) => admit(options, manifest, standing),
      complete: async (client, manifest) => {
        const since = linesSince(keys?.lines ?? there.lines ?? [], manifest.shredded) ?? [];
        const replayed = await replayShreds(client, since);
        await keys?.put();
        const log = forks(manifest, standing)
          ? await withKeys(options, ({ store }) => beginLog(settings, client, store, known, now))
          : null;
        done = { replayed, log };
      },
    });
    const { log } = done;
    if (log !== null) await withKeys(options, ({ head }) => keepHead(head, log));
    const { migrations, unreadable } = await finish(options);
    return { ...loaded, ...done, keys, migrations, unreadable };
  } finally {
    await keys?.discard();
  }
}

/** What lies apart from the data already. */
interface There {
  readonly hasKeys: boolean;
  readonly hasLedgerKey: boolean;
  /** Lines of the shred list; null: there is none. */
  readonly lines: readonly string[] | null;
  readonly head: KnownHead | null;
}

interface Standing extends There {
  /** The newest head that is known. */
  readonly known: KnownHead | null;
  readonly keys: RestoredKeys | null;
}

async function withKeys<R>(
  { settings, url, now }: RestoreOptions,
  work: (keys: Keys) => Promise<R>,
): Promise<R> {
  const keys = await openKeys(settings, { clock: () => now.getTime(), data_url: url });
  try {
    return await work(keys);
  } finally {
    await keys.store.close();
  }
}

/** Looks without making a key store where there is none. */
async function whatIsThere(options: RestoreOptions): Promise<There> {
  const { settings } = options;
  const beside = besideKeys(settings.key_store_file);
  const given = givenLines(options);
  if (await hasKeys(settings))
    return await withKeys(options, async ({ store, lines, head }) => ({
      hasKeys: true,
      hasLedgerKey: (await ledgerPem(settings, store)) !== null,
      lines: given ?? (await lines()),
      head: await head.read(),
    }));
  const inFile = settings.keys_database_url === null;
  return {
    hasKeys: false,
    hasLedgerKey: existsSync(join(settings.data_folder, 'ledger.key')),
    lines: given ?? (inFile && existsSync(beside.shredded) ? readLines(beside.shredded) : null),
    head: inFile ? await headFile(beside.head).read() : null,
  };
}

function givenLines({ shredded }: RestoreOptions): readonly string[] | null {
  if (shredded === null) return null;
  if (existsSync(shredded)) return readLines(shredded);
  throw new BackupFailure('shred_list', `${shredded} is not there. Give the newest copy of the shred list.`);
}

async function targetOf({ settings, url }: RestoreOptions): Promise<KeysTarget> {
  const { keys_database_url, key_store_file, database_role_prefix: prefix, node_env } = settings;
  if (keys_database_url === null) return fileTarget(key_store_file, besideKeys(key_store_file).shredded);
  const durable = node_env === 'production';
  await installSharedKeys({ url: keys_database_url, prefix, data_url: url, durable });
  return await sharedTarget(keys_database_url);
}

async function restoredKeys(options: RestoreOptions, key: Buffer, there: There): Promise<RestoredKeys> {
  const { settings, keys, without_shredded } = options;
  if (there.hasKeys) {
    throw new BackupFailure(
      'not_empty',
      `A key store is at ${placeOfKeys(settings)}. Restore without --keys to go on with it, or move it away first.`,
    );
  }
  if (there.lines === null && !without_shredded) {
    throw new BackupFailure(
      'shred_list',
      'The shred list is missing: keys that were shredded after this backup would come back. Give its newest copy ' +
        'with --shredded FILE. If there is none any more, say so with --without-shred-list.',
    );
  }
  return await readKeys({
    path: keys ?? '',
    key,
    target: await targetOf(options),
    ledger_key_file: join(settings.data_folder, 'ledger.key'),
    shredded: there.lines,
  });
}

/** The newer of the head beside the keys and the one in their backup. */
function newest(beside: KnownHead | null, keys: RestoredKeys | null): KnownHead | null {
  const kept = keys?.manifest.ledger_head ?? null;
  const backed = kept === null ? null : parseHead(kept);
  if (beside === null || backed === null) return beside ?? backed;
  return backed.origin === beside.origin && backed.size > beside.size ? backed : beside;
}

function admit(options: RestoreOptions, manifest: Manifest, standing: Standing): void {
  const { settings } = options;
  const { keys, known, lines, hasKeys: there } = standing;
  if (keys === null && !there) {
    throw new BackupFailure(
      'no_keys',
      `No key store is at ${placeOfKeys(settings)}, so nothing that is restored could be read. Set KEY_STORE_FILE or ` +
        'KEYS_DATABASE_URL, or give a backup of the keys with --keys FILE.',
    );
  }
  if (linesSince(keys?.lines ?? lines ?? [], manifest.shredded) === null && !options.without_shredded) {
    throw new BackupFailure(
      'shred_list',
      'The shred list does not go on from the one that this backup knew: it is older, or of another installation. ' +
        'Give its newest copy with --shredded FILE.',
    );
  }
  if (options.new_log || !forks(manifest, standing)) return;
  throw new BackupFailure(
    'log_would_fork',
    `The ledger in this backup has ${manifest.ledger?.size ?? 0} entries, and its newest known head covers ` +
      `${known?.size ?? 'more'}. Going on with it would contradict what people hold receipts of. Restore with --new-log: ` +
      'the log ends where it was, and another begins under a name of its own with the entries of this backup.',
  );
}

/** Whether the log cannot go on: its key is gone, or a newer head than the restored one was published. */
function forks(manifest: Manifest, { known, keys, hasLedgerKey }: Standing): boolean {
  const head = manifest.ledger === null ? null : parseHead(manifest.ledger.note);
  if (head === null || head.size === 0) return known !== null && known.size > 0;
  const hasKey = hasLedgerKey || keys?.hasLedgerKey === true;
  return !hasKey || standingOf(head, known, head.origin) === 'would_fork';
}

/** Brings what was restored to this release: later migrations, logins and rights. */
async function finish(options: RestoreOptions) {
  const { settings, url, now, compiled, migrations: folders } = options;
  return await withKeys(options, async ({ store, head }) => {
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
      media: openMediaFolder(settings.media_folder),
      logKey: await withOwner(url, (client) => currentLogKey(settings, client, { store, head })),
      clock: () => now.getTime(),
      compiled,
      migrations: folders,
      onError: () => undefined,
    });
    return { migrations, unreadable: await withOwner(url, (client) => countUnreadable(client, store)) };
  });
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
