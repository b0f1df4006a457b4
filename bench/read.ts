import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { contact } from '@axent/account/contract';
import type { FastifyInstance } from 'fastify';
import type { ReadAnswer, ReadTask } from './read.client.ts';
import { bareRead, bareServer, gatedRead, gatedServer, type Read } from './read.sides.ts';
import { connections, openReadWorld, type Person, people_count } from './read.world.ts';

// A person's contact, gated (login, grants, lock, policy hash, session and openings in the operation's transaction,
// row policy, decryption, record and durable leaf before the answer) against bare (the same session check and a
// plain table). The two sides take turns; each figure is the ratio of the medians.

const round_ms = Number(process.env.BENCH_ROUND_MS ?? 1500);
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const warm_ms = 500;
const only = process.env.BENCH_ONLY?.split(',');

/** Reads per second with so many at once. */
type Measure = (at_once: number, duration_ms: number) => Promise<number>;

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
    return (count * 1000) / (performance.now() - began);
  };
}

function overHttp(client: Worker, app: FastifyInstance, people: readonly Person[]): Measure {
  const { port } = app.server.address() as AddressInfo;
  return async (at_once, duration_ms) => {
    const named = people.map(({ token, email }) => ({ token, email }));
    const task: ReadTask = { port, path: contact.path, at_once, duration_ms, people: named };
    client.postMessage(task);
    const [{ answered, seconds, wrong }] = (await once(client, 'message')) as [ReadAnswer];
    if (wrong > 0) throw new Error(`${wrong} of ${answered} answers over HTTP were wrong`);
    return answered / seconds;
  };
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Compared {
  readonly gated_per_s: number;
  readonly bare_per_s: number;
  readonly ratio: number;
}

/** A B A B …, after a warm round each. */
async function compare(gated: Measure, bare: Measure, at_once: number): Promise<Compared> {
  const seen = { gated: [] as number[], bare: [] as number[] };
  await gated(at_once, warm_ms);
  await bare(at_once, warm_ms);
  for (let round = 0; round < rounds; round++) {
    seen.gated.push(await gated(at_once, round_ms));
    seen.bare.push(await bare(at_once, round_ms));
  }
  const [gated_per_s, bare_per_s] = [median(seen.gated), median(seen.bare)];
  return { gated_per_s, bare_per_s, ratio: gated_per_s / bare_per_s };
}

const world = await openReadWorld();
const client = new Worker(new URL('./read.client.ts', import.meta.url));
const apps: FastifyInstance[] = [];
try {
  const { kernel, uncached, bare, people } = world;
  apps.push(await gatedServer(kernel), await bareServer(bare));
  const driver = { gated: inDriver(gatedRead(kernel), people), bare: inDriver(bareRead(bare), people) };
  const http = apps.map((app) => overHttp(client, app, people)) as [Measure, Measure];
  const cases: Record<string, () => Promise<Compared>> = {
    driver_32: () => compare(driver.gated, driver.bare, 32),
    driver_128: () => compare(driver.gated, driver.bare, 128),
    http_32: () => compare(http[0], http[1], 32),
    http_128: () => compare(http[0], http[1], 128),
    driver_uncached: () => compare(inDriver(gatedRead(uncached), people), driver.bare, 32),
  };
  const found: Record<string, Compared> = {};
  for (const [name, measure] of Object.entries(cases)) {
    if (only === undefined || only.includes(name)) found[name] = await measure();
  }
  console.log(
    `${people_count} people, ${connections} connections a side, fsync on, ${rounds} rounds of ${round_ms} ms`,
  );
  console.table(
    Object.fromEntries(
      Object.entries(found).map(([name, { gated_per_s, bare_per_s, ratio }]) => [
        name,
        {
          gated_per_s: Math.round(gated_per_s),
          bare_per_s: Math.round(bare_per_s),
          ratio: Math.round(ratio * 1000) / 1000,
        },
      ]),
    ),
  );
  const ratios = Object.keys(cases).map((name) => `${name}=${found[name]?.ratio.toFixed(3) ?? 'nan'}`);
  console.log(
    `read: ${ratios.join(' ')} bare_per_s=${Math.round(found.driver_32?.bare_per_s ?? Number.NaN)}`,
  );
} finally {
  await client.terminate();
  for (const app of apps) await app.close();
  await world.close();
}
