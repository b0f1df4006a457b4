import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { contact } from '@axent/account/contract';
import type { FastifyInstance } from 'fastify';
import { processorTime_us } from './processor.time.ts';
import type { ReadAnswer, ReadTask } from './read.client.ts';
import { bareRead, bareServer, gatedRead, gatedServer, type Read } from './read.sides.ts';
import { connections, openReadWorld, type Person, people_count } from './read.world.ts';

// A person's contact, gated (login, grants, lock, policy hash, session and openings in the operation's transaction,
// row policy, decryption, record and durable leaf before the answer) against bare (the same session check and a
// plain table). The two sides take turns; each figure is the ratio of the medians.

const round_ms = Number(process.env.BENCH_ROUND_MS ?? 1500);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const warm_ms = Number(process.env.BENCH_WARM_MS ?? 3000);
const only = process.env.BENCH_ONLY?.split(',');

/** Reads with so many at once: how many there were, and in what time. */
type Measure = (
  at_once: number,
  duration_ms: number,
) => Promise<{ readonly count: number; readonly seconds: number }>;

function inDriver(read: Read, people: readonly Person[]): Measure {
  let next = 0;
  return async (at_once, duration_ms) => {
    const began = performance.now();
    let count = 0;
    const reader = async () => {
      while (performance.now() - began < duration_ms) {
        await read(people[next++ % people.length] as Person);
        count++;
      }
    };
    await Promise.all(Array.from({ length: at_once }, reader));
    return { count, seconds: (performance.now() - began) / 1000 };
  };
}

function overHttp(client: Worker, app: FastifyInstance, people: readonly Person[]): Measure {
  const { port } = app.server.address() as AddressInfo;
  return async (at_once, duration_ms) => {
    const named = people.map(({ token, email }) => ({ token, email }));
    const task: ReadTask = { port, path: contact.path, at_once, duration_ms, people: named };
    client.postMessage(task);
    const [{ answered, seconds, wrong, example }] = (await once(client, 'message')) as [ReadAnswer];
    if (wrong > 0) throw new Error(`${wrong} of ${answered} answers over HTTP were wrong: ${example}`);
    return { count: answered, seconds };
  };
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Round {
  readonly per_s: number;
  /** Processor time per read, of this process (over HTTP the client's thread included) and of the database's. */
  readonly node_us: number;
  readonly database_us: number;
}

async function round(measure: Measure, at_once: number, database_pid: number): Promise<Round> {
  const before = { node: process.cpuUsage(), database: processorTime_us(database_pid) };
  const { count, seconds } = await measure(at_once, round_ms);
  const node = process.cpuUsage(before.node);
  return {
    per_s: count / seconds,
    node_us: (node.user + node.system) / count,
    database_us: (processorTime_us(database_pid) - before.database) / count,
  };
}

const medianRound = (seen: readonly Round[]): Round => ({
  per_s: median(seen.map(({ per_s }) => per_s)),
  node_us: median(seen.map(({ node_us }) => node_us)),
  database_us: median(seen.map(({ database_us }) => database_us)),
});

interface Compared {
  readonly gated: Round;
  readonly bare: Round;
  readonly ratio: number;
}

/** A B A B …, after a warm round each. */
async function compare(
  gated: Measure,
  bare: Measure,
  at_once: number,
  database_pid: number,
): Promise<Compared> {
  const seen = { gated: [] as Round[], bare: [] as Round[] };
  await gated(at_once, warm_ms);
  await bare(at_once, warm_ms);
  for (let n = 0; n < rounds; n++) {
    seen.gated.push(await round(gated, at_once, database_pid));
    seen.bare.push(await round(bare, at_once, database_pid));
  }
  const compared = { gated: medianRound(seen.gated), bare: medianRound(seen.bare) };
  return { ...compared, ratio: compared.gated.per_s / compared.bare.per_s };
}

function print(found: Readonly<Record<string, Compared>>): void {
  const digits = (value: number, places: number) => Number(value.toFixed(places));
  const rows = Object.entries(found).map(([name, { gated, bare, ratio }]) => [
    name,
    {
      gated_per_s: digits(gated.per_s, 0),
      bare_per_s: digits(bare.per_s, 0),
      ratio: digits(ratio, 3),
      gated_node_us: digits(gated.node_us, 0),
      bare_node_us: digits(bare.node_us, 0),
      gated_database_us: digits(gated.database_us, 0),
      bare_database_us: digits(bare.database_us, 0),
    },
  ]);
  console.table(Object.fromEntries(rows));
}

const world = await openReadWorld();
const client = new Worker(new URL('./read.client.ts', import.meta.url));
const apps: FastifyInstance[] = [];
try {
  const { kernel, uncached, bare, people, database_pid } = world;
  apps.push(await gatedServer(kernel), await bareServer(bare));
  const driver = { gated: inDriver(gatedRead(kernel), people), bare: inDriver(bareRead(bare), people) };
  const http = apps.map((app) => overHttp(client, app, people)) as [Measure, Measure];
  // People come back: each has read before. Whose session this server does not know yet is measured by itself.
  for (const read of [gatedRead(kernel), bareRead(bare)])
    for (let n = 0; n < people.length; n += 32) await Promise.all(people.slice(n, n + 32).map(read));
  const read = gatedRead(kernel);
  const first: Read = (person) => {
    kernel.foresight.forget(person.tokenHash);
    return read(person);
  };
  const cases: Record<string, () => Promise<Compared>> = {
    driver_32: () => compare(driver.gated, driver.bare, 32, database_pid),
    driver_128: () => compare(driver.gated, driver.bare, 128, database_pid),
    http_32: () => compare(http[0], http[1], 32, database_pid),
    http_128: () => compare(http[0], http[1], 128, database_pid),
    driver_first: () => compare(inDriver(first, people), driver.bare, 32, database_pid),
    driver_uncached: () => compare(inDriver(gatedRead(uncached), people), driver.bare, 32, database_pid),
  };
  const found: Record<string, Compared> = {};
  for (const [name, measure] of Object.entries(cases)) {
    if (only === undefined || only.includes(name)) found[name] = await measure();
  }
  console.log(
    `${people_count} people, ${connections} connections a side, fsync on, ${rounds} rounds of ${round_ms} ms`,
  );
  print(found);
  const ratios = Object.keys(cases)
    .filter((name) => name !== 'driver_first')
    .map((name) => `${name}=${found[name]?.ratio.toFixed(3) ?? 'nan'}`);
  console.log(
    `read: ${ratios.join(' ')} bare_per_s=${Math.round(found.driver_32?.bare.per_s ?? Number.NaN)}`,
  );
} finally {
  await client.terminate();
  for (const app of apps) await app.close();
  await world.close();
}
