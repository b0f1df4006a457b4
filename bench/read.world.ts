import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { accountMigrations } from '@axent/account/server';
import { everyDevice, Kernel, type KernelOptions, openKernel, openMediaFolder, uuidv7 } from '@axent/kernel';
import { startEmbedded } from '@axent/kernel/database/embedded';
import { openLogKey } from '@axent/kernel/ledger';
import { deriveSecrets, openKeyStore } from '@axent/kernel/vault';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import pg from 'pg';

export interface Person {
  readonly id: string;
  /** What the browser carries, and its hash, which the database knows. */
  readonly token: string;
  readonly tokenHash: Buffer;
  readonly email: string;
}

export interface ReadWorld {
  readonly kernel: Kernel;
  /** The same database through another kernel, which fetches and unwraps every key anew. */
  readonly uncached: Kernel;
  /** The plain table, through as many connections as one purpose has. */
  readonly bare: pg.Pool;
  readonly people: readonly Person[];
  /** Main process of the database. */
  readonly database_pid: number;
  readonly close: () => Promise<void>;
}

export const people_count = Number(process.env.BENCH_PEOPLE ?? 10_000);
/** Connections of one login, as in the product. */
export const connections = 4;

function makePeople(): Person[] {
  return Array.from({ length: people_count }, (_, n) => {
    const token = randomBytes(32).toString('base64url');
    const tokenHash = createHash('sha256').update(token).digest();
    return { id: uuidv7(Date.now()), token, tokenHash, email: `person${n}@example.org` };
  });
}

/** People as they stand some time after they signed in: accepted, a function open, a switch closed. */
async function storePeople(owner: pg.Pool, kernel: Kernel, people: readonly Person[]): Promise<void> {
  const ids = people.map(({ id }) => id);
  const devices = people.map(() => uuidv7(Date.now()));
  const hashes = people.map(({ tokenHash }) => tokenHash);
  await owner.query(`insert into kernel.person (id, kind) select unnest($1::uuid[]), 'customer'`, [ids]);
  await owner.query(
    `insert into kernel.session (token_hash, person_id, device_id, idle, ends_at)
     select t, p, d, '30 days', now() + interval '90 days' from unnest($1::bytea[], $2::uuid[], $3::uuid[]) as n (t, p, d)`,
    [hashes, ids, devices],
  );
  await owner.query(
    `insert into kernel.acceptance (person_id, id, sequence, language, text_hash, settings_hash)
     select p, gen_random_uuid(), 1, 'en', '', '' from unnest($1::uuid[]) as n (p)`,
    [ids],
  );
  await owner.query(
    `insert into kernel.opening (person_id, device_id, function, open, sequence, language, text_hash)
     select p, d, 'nearby', true, 1, 'en', '' from unnest($1::uuid[], $2::uuid[]) as n (p, d)
     union all select p, $3::uuid, 'measure', false, 1, 'en', '' from unnest($1::uuid[]) as n (p)`,
    [ids, devices, everyDevice],
  );
  const rows = people.map(() => uuidv7(Date.now()));
  const sealed: Buffer[] = [];
  for (const [at, { id, email }] of people.entries()) {
    const place = { owner: id, table: 'app.contact', row: rows[at] ?? '' };
    sealed.push(await kernel.vault.seal('contact', { email, phone: null }, place));
    // The key of a person's records is made at their first use, which lies behind them.
    await kernel.vault.seal('record', {}, { owner: id, table: 'kernel.record', row: id });
  }
  await owner.query(
    `insert into app.contact (person_id, id, sealed) select * from unnest($1::uuid[], $2::uuid[], $3::bytea[])`,
    [ids, rows, sealed],
  );
}

/** The same people in plain tables without any protection. */
async function storeBare(owner: pg.Pool, people: readonly Person[]): Promise<void> {
  await owner.query(`
    create schema bare;
    create table bare.session (token_hash bytea primary key, person_id uuid not null, ended_at timestamptz,
      ends_at timestamptz not null, seen_at timestamptz not null default now(), idle interval not null);
    create table bare.contact (person_id uuid primary key, email text, phone text)`);
  await owner.query(
    `insert into bare.session (token_hash, person_id, ends_at, idle)
     select t, p, now() + interval '90 days', '30 days' from unnest($1::bytea[], $2::uuid[]) as n (t, p)`,
    [people.map(({ tokenHash }) => tokenHash), people.map(({ id }) => id)],
  );
  await owner.query(
    `insert into bare.contact (person_id, email) select * from unnest($1::uuid[], $2::text[])`,
    [people.map(({ id }) => id), people.map(({ email }) => email)],
  );
}

function optionsOf(url: string, folder: string): Omit<KernelOptions, 'keyStore'> {
  return {
    url,
    prefix: 'axent',
    connections: 40,
    secrets: deriveSecrets(Buffer.alloc(32, 7)),
    media: openMediaFolder(join(folder, 'media')),
    logKey: openLogKey(folder, 'bench.example/ledger'),
    clock: Date.now,
    compiled: compile(policy, notices),
    migrations: [{ name: 'account', folder: accountMigrations }],
    area: 'eu_ch',
    onError: (part, error) => console.error(part, error.message),
  };
}

/** A durable database with these people twice, sealed and plain, and two kernels on it. */
export async function openReadWorld(): Promise<ReadWorld> {
  const cache = join(import.meta.dirname, '..', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-read-'));
  const database = await startEmbedded({ directory: join(folder, 'database'), durable: true });
  const { cluster } = JSON.parse(readFileSync(join(folder, 'database/connection.json'), 'utf8'));
  const options = optionsOf(database.url('postgres'), folder);
  const keys = join(folder, 'keys.sqlite');
  const { kernel } = await openKernel({ ...options, keyStore: openKeyStore(keys) });
  const uncached = new Kernel({ ...options, keyStore: openKeyStore(keys), uncachedKeys: true });
  const owner = new pg.Pool({ connectionString: options.url, max: 1 });
  const people = makePeople();
  await storePeople(owner, kernel, people);
  await storeBare(owner, people);
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  await owner.end();
  const bare = new pg.Pool({
    connectionString: options.url,
    max: connections,
    pipeline: true,
  } as pg.PoolConfig);
  return {
    kernel,
    uncached,
    bare,
    people,
    database_pid: database.pid,
    close: async () => {
      await bare.end();
      await Promise.all([kernel.close(), uncached.close()]);
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
      // Where root's database cannot reach the repository, it lies in a folder of the system's.
      rmSync(cluster, { recursive: true, force: true });
    },
  };
}
