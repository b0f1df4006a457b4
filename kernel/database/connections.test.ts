import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { Connections, PoolBusy } from './connections.ts';

vi.setConfig({ testTimeout: 90_000 });

let database: TestDatabase;
let watcher: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  watcher = new pg.Client({ connectionString: database.url });
  await watcher.connect();
});
afterAll(async () => {
  await watcher.end();
  await database.drop();
});

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

let times = 0;
/** Pools of several logins under one bound. */
function opened(most: number, wait_ms = 60_000) {
  const run = `bound ${++times}`;
  const bound = new Connections({ most, most_per_login: 4, wait_ms });
  const pools = names.map((name) => {
    const pool = new pg.Pool({
      connectionString: database.url,
      max: 4,
      idleTimeoutMillis: 60_000,
      application_name: `${run} ${name}`,
    });
    pool.on('error', () => undefined);
    return pool;
  });
  const connects = pools.map((pool, at) => bound.add(pool, at === 0 ? 1 : 0));
  return { run, connects, close: () => Promise.all(pools.map((pool) => pool.end())) };
}

async function openNow(run: string): Promise<number> {
  const { rows } = await watcher.query<{ open: number }>(
    `select count(*)::int as open from pg_stat_activity
     where application_name like $1 and datname = current_database()`,
    [`${run} %`],
  );
  return rows[0]?.open ?? 0;
}

/** Holds a connection for the time of one statement. */
async function use(connect: () => Promise<pg.PoolClient>, sleep_s = 0.01, failed = false): Promise<void> {
  const client = await connect();
  await client.query('select pg_sleep($1)', [sleep_s]);
  client.release(failed ? new Error('broken') : undefined);
}

test('never more are open than the bound says, however many logins are asked, and all are served', async () => {
  const { run, connects, close } = opened(5);
  const counts: number[] = [];
  let done = false;
  const counting = (async () => {
    while (!done) counts.push(await openNow(run));
  })();
  const work = Array.from({ length: 120 }, (_, at) =>
    use(connects[at % connects.length] as () => Promise<pg.PoolClient>, 0.01, at % 17 === 0),
  );
  try {
    await Promise.all(work);
  } finally {
    done = true;
    await counting;
  }
  await close();
  expect(Math.max(...counts)).toBeGreaterThan(3);
  expect(Math.max(...counts)).toBeLessThanOrEqual(5);
});

test('a login in great demand keeps nobody else waiting: who came earlier goes first', async () => {
  const { connects, close } = opened(3);
  const [, busy, quiet] = connects as [never, () => Promise<pg.PoolClient>, () => Promise<pg.PoolClient>];
  const order: string[] = [];
  const many = Array.from({ length: 40 }, (_, at) => use(busy).then(() => order.push(`busy ${at}`)));
  const late = use(quiet).then(() => order.push('quiet'));
  const later = Array.from({ length: 40 }, (_, at) => use(busy).then(() => order.push(`later ${at}`)));
  await Promise.all([...many, late, ...later]);
  await close();
  expect(order.indexOf('quiet')).toBeLessThan(order.indexOf('later 10'));
});

test('what lies idle with one login gives way to another at once', async () => {
  const { run, connects, close } = opened(2);
  for (const connect of connects) await use(connect);
  expect(await openNow(run)).toBeLessThanOrEqual(2);
  await close();
});

test('when none comes free in time, who waits is told so, and later all goes on', async () => {
  const { connects, close } = opened(2, 200);
  const [, first, second] = connects as [never, () => Promise<pg.PoolClient>, () => Promise<pg.PoolClient>];
  const held = await first();
  await expect(second()).rejects.toBeInstanceOf(PoolBusy);
  held.release();
  await use(second);
  await close();
});

test('what others wait for always has a connection left', async () => {
  const { connects, close } = opened(2, 1_000);
  const [kept, other] = connects as [() => Promise<pg.PoolClient>, () => Promise<pg.PoolClient>];
  const held = await other();
  // Held meanwhile: without one of its own this would wait for the other, and the other for this.
  await use(kept);
  held.release();
  await close();
});
