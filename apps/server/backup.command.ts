/** `npm run backup -- FOLDER_OR_FILE` and `npm run backup -- --keys FOLDER_OR_FILE`. */
import { statSync } from 'node:fs';
import { BackupFailure } from '@axent/kernel/backup';
import { reachEmbedded } from '@axent/kernel/database/embedded/reach';
import { backUp, backUpOnlyKeys, placeOf } from './backup.ts';
import { loadSettings, SettingsFailure } from './settings.ts';

const usage = [
  'npm run backup -- FOLDER_OR_FILE          back up the database, while the server runs',
  'npm run backup -- --keys FOLDER_OR_FILE   back up the keys, to another place; destroy it after KEY_BACKUP_DAYS',
].join('\n');

const say = (line: string) => process.stdout.write(`${line}\n`);
const size = (path: string) => `${(statSync(path).size / 1024 / 1024).toFixed(1)} MB`;

async function database(where: string): Promise<void> {
  const settings = loadSettings();
  const now = new Date();
  const path = await placeOf(where, now, 'backup');
  const reached =
    settings.database_url === null
      ? await reachEmbedded(settings.data_folder)
      : { url: settings.database_url };
  try {
    const { tables, rows, left_out } = await backUp(settings, reached.url, path, now);
    const seconds = ((Date.now() - now.getTime()) / 1000).toFixed(1);
    say(`Backed up ${rows} rows of ${tables} tables in ${seconds} s: ${path} (${size(path)})`);
    say(
      `Not in it: ${left_out.join(', ')}, and the keys. Back those up apart: npm run backup -- --keys FOLDER`,
    );
  } finally {
    if ('close' in reached) await reached.close();
  }
}

async function keys(where: string): Promise<void> {
  const settings = loadSettings();
  const now = new Date();
  const path = await placeOf(where, now, 'keys');
  const done = await backUpOnlyKeys(settings, path, now);
  const until = new Date(now.getTime() + settings.key_backup_days * 86_400_000).toISOString().slice(0, 10);
  say(`Backed up ${done.keys} keys, wrapped: ${path} (${size(path)})`);
  say(`Destroy it after ${until}: until then a key that is shredded is still in it.`);
  if (done.removed.length > 0) say(`Removed, their days being over: ${done.removed.join(', ')}`);
}

async function main(words: readonly string[]): Promise<void> {
  const [first, second, third] = words;
  if (first === '--keys' && second !== undefined && third === undefined) return await keys(second);
  if (first !== undefined && !first.startsWith('-') && second === undefined) return await database(first);
  say(usage);
  process.exitCode = 2;
}

main(process.argv.slice(2)).catch((error: Error) => {
  const told = error instanceof BackupFailure || error instanceof SettingsFailure;
  process.stderr.write(told ? `${error.message}\n` : `Nothing was backed up: ${error.message}\n`);
  process.exitCode = 1;
});
