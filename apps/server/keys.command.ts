/** `npm run keys -- move FILE` and `npm run keys -- shredded FILE`: the keys of several servers. */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { sharedTarget } from '@axent/kernel/backup';
import { EmbeddedFailure, lockFolder } from '@axent/kernel/database/embedded';
import { installSharedKeys, type KeyKeeping, KeyServerRefused } from '@axent/kernel/vault';
import { hasKeys, type Keys, ledgerPem, openKeyFile, openKeys } from './keys.ts';
import { loadSettings, type Settings, SettingsFailure } from './settings.ts';

const usage = [
  'npm run keys -- move FILE       with the server stopped: moves the keys of a file into KEYS_DATABASE_URL',
  'npm run keys -- shredded FILE   writes the shred list of KEYS_DATABASE_URL into a file, while servers run or not',
].join('\n');

const say = (line: string) => process.stdout.write(`${line}\n`);
const page_keys = 5_000;

class Refused extends Error {}

async function move(settings: Settings, url: string, file: string): Promise<void> {
  if (!existsSync(file)) throw new Refused(`No key store is at ${file}.`);
  const lock = lockFolder(settings.data_folder);
  const from = openKeyFile(file, Date.now);
  try {
    await installSharedKeys({
      url,
      prefix: settings.database_role_prefix,
      data_url: settings.database_url,
      durable: settings.node_env === 'production',
    });
    if (await hasKeys(settings)) throw new Refused('There are keys at KEYS_DATABASE_URL already.');
    const keys = await load(from, url);
    await bringAlong(settings, from);
    say(
      `${keys} keys are in KEYS_DATABASE_URL now, with the shred list, the newest head and the key of the ledger.`,
    );
    say(`Start the server, see that it reads, and destroy what is left: shred -u ${file}*`);
  } finally {
    await from.store.close();
    lock.release();
  }
}

async function load({ store, lines }: Keys, url: string): Promise<number> {
  const target = await sharedTarget(url);
  try {
    let count = 0;
    let last: Awaited<ReturnType<KeyKeeping['page']>>[number] | null = null;
    for (;;) {
      const rows: Awaited<ReturnType<KeyKeeping['page']>> = await store.page(last, page_keys);
      if (rows.length === 0) break;
      await target.load(rows);
      count += rows.length;
      last = rows.at(-1) ?? null;
    }
    await target.put(await lines());
    return count;
  } finally {
    await target.discard();
  }
}

/** The newest head, so that the log cannot fork, and the key that signs it. */
async function bringAlong(settings: Settings, from: Keys): Promise<void> {
  const to = await openKeys(settings, { clock: Date.now, data_url: null });
  try {
    const head = await from.head.read();
    if (head !== null) await to.head.write(head);
    await ledgerPem(settings, to.store);
  } finally {
    await to.store.close();
  }
}

async function shredded(settings: Settings, file: string): Promise<void> {
  const { store, lines } = await openKeys(settings, { clock: Date.now, data_url: null });
  try {
    const all = await lines();
    writeFileSync(`${file}.unfinished`, all.map((line) => `${line}\n`).join(''), {
      mode: 0o600,
      flush: true,
    });
    renameSync(`${file}.unfinished`, file);
    say(`${all.length} lines: ${file}`);
  } finally {
    await store.close();
  }
}

async function main([word, file, more]: readonly string[]): Promise<void> {
  if (file === undefined || more !== undefined || (word !== 'move' && word !== 'shredded')) {
    say(usage);
    process.exitCode = 2;
    return;
  }
  const settings = loadSettings();
  const url = settings.keys_database_url;
  if (url === null) throw new Refused('Set KEYS_DATABASE_URL, as the servers have it.');
  if (word === 'move') await move(settings, url, file);
  else await shredded(settings, file);
}

main(process.argv.slice(2)).catch((error: Error) => {
  const told = [Refused, SettingsFailure, KeyServerRefused, EmbeddedFailure].some(
    (one) => error instanceof one,
  );
  process.stderr.write(told ? `${error.message}\n` : `The keys were not moved: ${error.message}\n`);
  process.exitCode = 1;
});
