import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { accountMigrations } from '@axent/account/server';
import { type Kernel, type KernelOptions, openKernel, openMediaFolder, uuidv7 } from '@axent/kernel';
import { startEmbedded } from '@axent/kernel/database/embedded';
import { openLogKey } from '@axent/kernel/ledger';
import { deriveSecrets, openKeyStore } from '@axent/kernel/vault';
import { messagesMigrations } from '@axent/messages/server';
import { policy } from '@axent/policy';
import { type CompiledPolicy, compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import pg from 'pg';

export const people_count = Number(process.env.BENCH_PEOPLE ?? 100_000);
const batch = 5_000;

/** The policy that is in force first, and a later one that narrows it: people are told. */
export const before = () => compile(policy, notices);
export const after = () => compile({ ...policy, withheld_days: policy.withheld_days - 1 }, notices);

export function sendKernelOptions(
  url: string,
  folder: string,
  compiled: CompiledPolicy,
): Omit<KernelOptions, 'keyStore'> {
  return {
    url,
    prefix: 'axent',
    connections: 40,
    secrets: deriveSecrets(Buffer.alloc(32, 7)),
    media: openMediaFolder(join(folder, 'media')),
    logKey: openLogKey(folder, 'bench.example/ledger'),
    clock: Date.now,
    compiled,
    migrations: [
      { name: 'account', folder: accountMigrations },
      { name: 'messages', folder: messagesMigrations },
    ],
    area: 'eu_ch',
    onError: (part, error) => console.error(part, error.message),
  };
}

export const keyFile = (folder: string) => join(folder, 'keys.sqlite');

/** People with an account and a mail address; nobody has been written to yet, so no key for messages is there. */
async function storePeople(owner: pg.Pool, kernel: Kernel): Promise<void> {
  for (let from = 0; from < people_count; from += batch) {
    const size = Math.min(batch, people_count - from);
    const ids = Array.from({ length: size }, () => uuidv7(Date.now()));
    await owner.query(`insert into kernel.person (id, kind) select unnest($1::uuid[]), 'customer'`, [ids]);
    await owner.query(
      `insert into kernel.acceptance (person_id, id, sequence, language, text_hash, settings_hash)
       select p, gen_random_uuid(), 1, 'en', '', '' from unnest($1::uuid[]) as n (p)`,
      [ids],
    );
    // Nobody sleeps: the bench measures sending, at whatever hour it runs.
    await owner.query(
      `insert into kernel.quiet_hours (person_id, time_zone, from_minute, to_minute)
       select p, 'UTC', 0, 0 from unnest($1::uuid[]) as n (p)`,
      [ids],
    );
    const rows = ids.map(() => uuidv7(Date.now()));
    // The keys of the records, too: those were made when the notice was accepted.
    await kernel.vault.prepare('contact', ids);
    await kernel.vault.prepare('record', ids);
    const sealed: Buffer[] = [];
    for (const [at, id] of ids.entries()) {
      const address = { email: `person${from + at}@example.org`, phone: null };
      sealed.push(
        await kernel.vault.seal('contact', address, { owner: id, table: 'app.contact', row: rows[at] ?? '' }),
      );
    }
    await owner.query(
      `insert into app.contact (person_id, id, sealed) select * from unnest($1::uuid[], $2::uuid[], $3::bytea[])`,
      [ids, rows, sealed],
    );
  }
}

export interface SendWorld {
  readonly url: string;
  readonly folder: string;
  /** Main process of the database. */
  readonly database_pid: number;
  readonly close: () => Promise<void>;
}

/** A durable database with people in it and the first policy in force; no server runs on it. */
export async function openSendWorld(): Promise<SendWorld> {
  const cache = join(import.meta.dirname, '..', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-send-'));
  const database = await startEmbedded({ directory: join(folder, 'database'), durable: true });
  const { cluster } = JSON.parse(readFileSync(join(folder, 'database/connection.json'), 'utf8'));
  const url = database.url('postgres');
  const keyStore = openKeyStore(keyFile(folder));
  const { kernel } = await openKernel({ ...sendKernelOptions(url, folder, before()), keyStore });
  const owner = new pg.Pool({ connectionString: url, max: 1 });
  await storePeople(owner, kernel);
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  await owner.end();
  await kernel.close();
  return {
    url,
    folder,
    database_pid: database.pid,
    close: async () => {
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
      // Where root's database cannot reach the repository, it lies in a folder of the system's.
      rmSync(cluster, { recursive: true, force: true });
    },
  };
}
