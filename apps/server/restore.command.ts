/** `npm run restore -- FILE [--keys FILE] [--shredded FILE] [--new-log]`, with the server stopped. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BackupFailure } from '@axent/kernel/backup';
import { type EmbeddedDatabase, EmbeddedFailure, startEmbedded } from '@axent/kernel/database/embedded';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { featureMigrations } from './compose.ts';
import { openKeys } from './keys.ts';
import { beginLog, keepHead, type NextLog, withOwner } from './ledger.ts';
import { type Restored, restore } from './restore.ts';
import { loadSettings, type Settings, SettingsFailure } from './settings.ts';

const usage = [
  'npm run restore -- FILE            restore a backup into an empty DATA_FOLDER or DATABASE_URL',
  '    --keys FILE                    bring the keys back, too, from a backup of them',
  '    --shredded FILE                the newest copy of the shred list, where it is not beside the key store',
  '    --without-shred-list           it is lost, and keys that were shredded since come back',
  '    --new-log                      end the ledger where it was and begin the next one from this backup',
  'npm run restore -- --new-log       only that, for a database that was brought back by other means',
].join('\n');

const say = (line: string) => process.stdout.write(`${line}\n`);

/** The database to restore into; an embedded one is started, and nobody else may be using it. */
async function target(settings: Settings): Promise<{ url: string; embedded: EmbeddedDatabase | null }> {
  if (settings.database_url !== null) return { url: settings.database_url, embedded: null };
  const directory = join(settings.data_folder, 'database');
  const embedded = await startEmbedded({ directory, durable: true, log: say });
  return { url: embedded.url('postgres'), embedded };
}

function tellLog({ key, former, kept, had }: NextLog): void {
  say(`The ledger ${former} ended with ${had} entries. ${key.origin} begins with the first ${kept} of them.`);
  say(`Publish the key of the new one: ${key.vkey}`);
  if (had > kept) say(`${had - kept} entries are lost. Receipts for them still verify with the former key.`);
}

function tell(done: Restored): void {
  const { manifest, keys } = done;
  say(`Restored ${done.rows} rows of ${done.tables} tables, as they were at ${manifest.taken_at}.`);
  if (keys !== null) {
    say(`Restored ${keys.keys} keys, as they were at ${keys.manifest.taken_at}.`);
    say(`${keys.shredded} keys were shredded since and stayed away.`);
  }
  say(`${done.replayed} rows went, whose keys were shredded after the backup.`);
  if (done.unreadable > 0)
    say(
      `${done.unreadable} people have rows that nobody can read: their keys are newer than the backup of the keys.`,
    );
  if (done.migrations.length > 0) say(`${done.migrations.length} later migrations were applied.`);
  if (done.log !== null) tellLog(done.log);
  say(`Not in backups, so empty now: ${manifest.left_out.join(', ')}. Everybody signs in anew.`);
}

async function onlyNewLog(settings: Settings, url: string, now: Date): Promise<void> {
  const { store, head } = await openKeys(settings, { clock: () => now.getTime(), data_url: url });
  try {
    const known = await head.read();
    const log = await withOwner(url, (client) => beginLog(settings, client, store, known, now));
    await keepHead(head, log);
    tellLog(log);
  } finally {
    await store.close();
  }
}

async function main(words: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      shredded: { type: 'string' },
      'without-shred-list': { type: 'boolean', default: false },
      'new-log': { type: 'boolean', default: false },
    },
  });
  const [path, more] = positionals;
  const new_log = values['new-log'];
  if (more !== undefined || (path === undefined && !new_log)) {
    say(usage);
    process.exitCode = 2;
    return;
  }
  const settings = loadSettings();
  const now = new Date();
  const { url, embedded } = await target(settings);
  try {
    if (path === undefined) {
      await onlyNewLog(settings, url, now);
      return;
    }
    tell(
      await restore({
        settings,
        url,
        path,
        keys: values.keys ?? null,
        shredded: values.shredded ?? null,
        without_shredded: values['without-shred-list'],
        new_log,
        now,
        compiled: compile(policy, notices),
        migrations: featureMigrations,
      }),
    );
  } finally {
    await embedded?.stop();
  }
}

main(process.argv.slice(2)).catch((error: Error & { code?: string }) => {
  const told =
    error instanceof BackupFailure || error instanceof SettingsFailure || error instanceof EmbeddedFailure;
  if (error.code?.startsWith('ERR_PARSE_ARGS')) process.stderr.write(`${error.message}\n${usage}\n`);
  else process.stderr.write(told ? `${error.message}\n` : `Nothing was restored: ${error.message}\n`);
  process.exitCode = 1;
});
