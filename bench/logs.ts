import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Feature,
  type Kernel,
  openKernel,
  openMediaFolder,
  type RequestFacts,
  systemOf,
} from '@axent/kernel';
import { startEmbedded } from '@axent/kernel/database/embedded';
import { openLogKey } from '@axent/kernel/ledger';
import { deriveSecrets, openKeyStore } from '@axent/kernel/vault';
import { logMigrations, openRegions, operationLog, RequestLog } from '@axent/log/server';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import pg from 'pg';
import { processorTime_us } from './processor.time.ts';

// Requests noted as fast as they are written down, addresses sealed, through the feature's own job, while every second
// a day that has run out is ended by its own job, key first. fsync is on.

const round_s = Number(process.env.BENCH_SECONDS ?? 20);
const rows_per_day = Number(process.env.BENCH_ROWS ?? 500_000);
const days = 12;
const warm_s = 2;
const day_ms = 86_400_000;
/** Noted in one go, and the most that wait: less than the log lets wait. */
const slice = 500;
const most_waiting = 20_000;

const agents = Array.from(
  { length: 200 },
  (_, n) => `Mozilla/5.0 (X11; Linux x86_64; rv:${100 + n}.0) Gecko/20100101 Firefox/${100 + n}.0`,
);

function factsOf(n: number): RequestFacts {
  return {
    operation: 'stores.nearest',
    method: 'POST',
    path: '/api/stores/nearest',
    status: 200,
    duration_ms: 3.5,
    code: null,
    address: `198.51.${(n >> 8) & 255}.${n & 255}`,
    userAgent: agents[n % agents.length] ?? '',
    known: false,
  } as RequestFacts;
}

/** Days that have run out, each with so many rows, as the log would hold them. */
async function fillOldDays(kernel: Kernel, feature: Feature, now_ms: number): Promise<void> {
  const names = Array.from({ length: days }, (_, n) =>
    new Date(now_ms - (31 + n) * day_ms).toISOString().slice(0, 10),
  );
  await kernel.keepDays('app.log_entry', names);
  for (const day of names) {
    await kernel.pools.owner.query(
      `insert into app.log_entry (id, at, day, operation, method, path, status, duration_ms, browser, region, sealed)
       select gen_random_uuid(), $1::date, $1::date, 'stores.nearest', 'POST', '/api/stores/nearest', 200, 3.5, 'Firefox',
         'CH-ZH', sha256(n::text::bytea) || sha256((-n)::text::bytea) from generate_series(1, $2::int) n`,
      [day, rows_per_day],
    );
  }
  await kernel.pools.owner.query('analyze app.log_entry');
  if (feature.jobs === undefined) throw new Error('the log has no jobs');
}

const jobOf = (feature: Feature, name: string) => {
  const job = feature.jobs?.find((one) => one.name === name);
  if (job === undefined) throw new Error(`the log has no job ${name}`);
  return job;
};

async function measure(
  kernel: Kernel,
  feature: Feature,
  requests: RequestLog,
  shift: { ms: number },
  database_pid: number,
) {
  const system = systemOf(kernel);
  const [write, forget] = [jobOf(feature, 'log'), jobOf(feature, 'log retention')];
  const drops: number[] = [];
  const timed = {
    ...system,
    dropDay: async (table: string, day: string) => {
      const began = performance.now();
      const done = await system.dropDay(table, day);
      drops.push((performance.now() - began) / 1000);
      return done;
    },
  };
  let going = true;
  const forgetting = (async () => {
    // The clock of the retention moves a day each second, so that each second one more day has run out.
    for (shift.ms = -(days - 1) * day_ms; going; shift.ms += day_ms) {
      await forget.run(timed);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  })();
  let noted = 0;
  const noting = (async () => {
    for (; going; await new Promise((resolve) => setImmediate(resolve)))
      for (let at = 0; at < slice && requests.waiting < most_waiting; at++) requests.note(factsOf(noted++));
  })();
  const writing = (async () => {
    while (going || requests.waiting > 0) {
      await write.run(system);
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await sleep(warm_s);
  const before = { written: noted - requests.waiting, at: performance.now(), ...times(database_pid) };
  await sleep(round_s);
  const rows = noted - requests.waiting - before.written;
  const seconds = (performance.now() - before.at) / 1000;
  const after = times(database_pid);
  going = false;
  await Promise.all([forgetting, noting, writing]);
  return {
    rows_per_s: Math.round(rows / seconds),
    drops,
    node_us: (after.node - before.node) / rows,
    database_us: (after.database - before.database) / rows,
  };
}

/** Processor time so far, in µs: steadier than a rate where other programs share the machine. */
function times(database_pid: number) {
  const { user, system } = process.cpuUsage();
  return { node: user + system, database: processorTime_us(database_pid) };
}

const cache = join(import.meta.dirname, '..', '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'bench-logs-'));
const database = await startEmbedded({ directory: join(folder, 'database'), durable: true });
const { cluster } = JSON.parse(readFileSync(join(folder, 'database/connection.json'), 'utf8'));
try {
  const shift = { ms: 0 };
  const requests = new RequestLog(openRegions(null), Date.now);
  const feature = operationLog({ requests, area: 'eu_ch' });
  const { kernel } = await openKernel({
    url: database.url('postgres'),
    prefix: 'axent',
    connections: 40,
    area: 'eu_ch',
    secrets: deriveSecrets(Buffer.alloc(32, 7)),
    keyStore: openKeyStore(join(folder, 'keys.sqlite')),
    media: openMediaFolder(join(folder, 'media')),
    logKey: openLogKey(folder, 'bench.example/ledger'),
    clock: () => Date.now() + shift.ms,
    compiled: compile(policy, notices),
    migrations: [{ name: 'log', folder: logMigrations }],
    onError: (part, error) => console.error(part, error.message),
  });
  await fillOldDays(kernel, feature, Date.now());
  const found = await measure(kernel, feature, requests, shift, database.pid);
  const { rows_per_s, drops, node_us, database_us } = found;
  const stored = new pg.Client({ connectionString: database.url('postgres') });
  await stored.connect();
  const sealed = await stored.query(
    'select count(*)::int as n, count(sealed)::int as sealed from app.log_entry where day >= current_date - 1',
  );
  await stored.end();
  await kernel.close();
  const [node, db] = [node_us, database_us].map((us) => Math.round(us * 10) / 10);
  console.table([
    { rows_per_s, days: drops.length, drop_max_s: Math.max(...drops), node_us: node, database_us: db },
  ]);
  console.log(`rows written: ${sealed.rows[0].n}, with a sealed address: ${sealed.rows[0].sealed}`);
  console.log(`logs: rows_per_s=${rows_per_s} drop_s=${Math.max(...drops).toFixed(3)}`);
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(cluster, { recursive: true, force: true });
}
