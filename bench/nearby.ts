import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { families } from '@axent/brand/products';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { buildDirectory, type Directory, type NearQuery, near } from '../features/stores/directory.ts';
import { distance_m } from '../features/stores/distance.ts';
import { admission } from '../features/stores/filter.ts';
import { radius_m } from '../features/stores/radius.ts';
import { readPlaces } from '../features/stores/server/import.places.ts';
import type { StoreRecord } from '../features/stores/stores.ts';
import { nearestPoints } from '../features/stores/tree.ts';
import { BruteForce } from './nearby.brute.ts';
import type { ClientAnswer, ClientTask } from './nearby.client.ts';
import { type NearbyServer, startServer } from './nearby.server.ts';
import { chanceOf, makeQuery, makeStores } from './nearby.world.ts';

// 100,000 stores imported from CSV into a real database with fsync on, found over HTTP by visitors with `nearby`
// open: sells, displays, product and open-now filters in every mixture, positions anywhere, poles and date line
// included. Each request runs its transaction, gate and record as in the product. The client is a thread of its own.

const stores_count = Number(process.env.BENCH_STORES ?? 100_000);
const requests = Number(process.env.BENCH_REQUESTS ?? 6_000);
const warm_requests = 1_500;
const compared = Number(process.env.BENCH_COMPARED ?? 600);
const at_once = 16;

function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const spread = (values: Iterable<number>) =>
  [0.5, 0.99, 1].map((share) => quantile(values, share).toFixed(2)).join(' / ');

const quoted = (cell: string) => (cell.includes(',') ? `"${cell}"` : cell);

function csvOf(stores: readonly StoreRecord[]): Buffer {
  const names = Object.keys(stores[0] as StoreRecord) as (keyof StoreRecord)[];
  const cell = (value: StoreRecord[keyof StoreRecord]) =>
    quoted(Array.isArray(value) ? value.join(' ') : String(value ?? ''));
  const lines = stores.map((store) => names.map((name) => cell(store[name])).join(','));
  return Buffer.from(`${[names.join(','), ...lines].join('\n')}\n`);
}

function bodyOf({ position, accuracy_m, ...wish }: NearQuery): string {
  return JSON.stringify({ position: { ...position, accuracy_m }, ...wish });
}

function callMany(
  server: NearbyServer,
  queries: readonly NearQuery[],
  keep_answers = false,
): Promise<ClientAnswer> {
  const { port, cookie } = server;
  const task: ClientTask = { port, cookie, bodies: queries.map(bodyOf), at_once, keep_answers };
  const worker = new Worker(new URL('./nearby.client.ts', import.meta.url), { workerData: task });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

const places_read = readPlaces(readFileSync(new URL(import.meta.resolve('@axent/brand/places.csv'))));
if ('faults' in places_read) throw new Error("The brand's places have faults.");
const { places } = places_read;
const chance = chanceOf(Number(process.env.BENCH_SEED ?? 1));
const stores = makeStores(stores_count, places, chance);
const now_ms = Date.now();
const wishes = (count: number) => Array.from({ length: count }, () => makeQuery(places, chance));

/** The same question asked of geokdbush, which knows neither filters below a node nor a reach that shrinks. */
function compareWithGeokdbush(directory: Directory, queries: readonly NearQuery[]): void {
  const points = new KDBush(directory.stores.length, 64, Float64Array);
  for (const { longitude, latitude } of directory.stores) points.add(longitude, latitude);
  points.finish();
  const places_of = new Uint32Array(directory.stores.length);
  directory.tree.order.forEach((store, place) => {
    places_of[store] = place;
  });
  const ours_ms: number[] = [];
  const theirs_ms: number[] = [];
  for (const query of queries) {
    const { longitude, latitude } = query.position;
    const admitted = admission(directory.filter, query, now_ms);
    if (!admitted) continue;
    const matches = (store: number) => admitted.admits(places_of[store] as number);
    const started = performance.now();
    nearestPoints(directory.tree, {
      position: query.position,
      limit: query.limit,
      reach_m: radius_m,
      ...admitted,
    });
    const between = performance.now();
    const [first] = around(points, longitude, latitude, 1, undefined, matches);
    const found = first === undefined ? undefined : (directory.stores[first] as StoreRecord);
    const reach_km = found ? (radius_m(distance_m(query.position, found)) / 1000) * 1.001 : 0;
    if (found) around(points, longitude, latitude, query.limit, reach_km, matches);
    ours_ms.push(between - started);
    theirs_ms.push(performance.now() - between);
  }
  console.log(`search alone, p50 / p99 / most: ${spread(ours_ms)} ms; by geokdbush: ${spread(theirs_ms)} ms`);
}

/** The rule itself against looking at every store, at moments through a week. */
function compare(): number {
  const built = performance.now();
  const directory = buildDirectory(stores, families, now_ms);
  console.log(`index of ${stores.length} stores built in ${(performance.now() - built).toFixed(0)} ms`);
  const brute = new BruteForce(stores, now_ms);
  let wrong = 0;
  for (let number = 0; number < compared; number++) {
    const query = makeQuery(places, chance);
    const at_ms = now_ms + Math.floor(chance() * 7 * 86_400_000);
    const answer = near(directory, query, at_ms);
    const ids = 'stores' in answer ? answer.stores.map(({ id }) => id) : [];
    if (!brute.agrees(query, at_ms, ids)) wrong += 1;
  }
  console.log(`${compared} answers compared with looking at every store: ${wrong} differ`);
  compareWithGeokdbush(directory, wishes(2_000));
  return wrong;
}

/** The answers as they come over HTTP against looking at every store. A minute may turn while one is on its way. */
async function compareAnswers(server: NearbyServer): Promise<number> {
  const queries = wishes(Math.ceil(compared / 4));
  const before_ms = Date.now();
  const { answers } = await callMany(server, queries, true);
  const after_ms = Date.now();
  const brute = new BruteForce(stores, now_ms);
  const wrong = queries.filter((query, number) => {
    const ids = answers[number] ?? [];
    return ![before_ms, after_ms].some((at_ms) => brute.agrees(query, at_ms, ids));
  }).length;
  console.log(`${queries.length} answers over HTTP compared: ${wrong} differ`);
  return wrong;
}

const cache = join(import.meta.dirname, '..', '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'bench-nearby-'));
try {
  let wrong = compare();
  const server = await startServer(folder, csvOf(stores));
  console.log(`${stores.length} stores imported from CSV in ${(server.import_ms / 1000).toFixed(1)} s`);
  wrong += await compareAnswers(server);
  // Right before the measuring: what comparing left behind is collected meanwhile, too.
  await callMany(server, wishes(warm_requests));
  server.handler_ms.length = 0;
  const used_before = process.threadCpuUsage();
  const started = performance.now();
  const { latencies_ms, failed } = await callMany(server, wishes(requests));
  const seconds = (performance.now() - started) / 1000;
  const used = process.threadCpuUsage(used_before);
  const cpu_ms = (used.user + used.system) / 1000 / requests;
  console.log(
    `${requests} requests, ${at_once} at once: ${Math.round(requests / seconds)}/s, ${failed} failed, ${cpu_ms.toFixed(2)} ms of the server's thread each`,
  );
  console.log(
    `operation p50 / p99 / most: ${spread(server.handler_ms)} ms; HTTP: ${spread(latencies_ms)} ms`,
  );
  await server.close();
  const [p99_ms, http_p99_ms] = [quantile(server.handler_ms, 0.99), quantile(latencies_ms, 0.99)];
  console.log(
    `nearby: p99_ms=${p99_ms.toFixed(3)} http_p99_ms=${http_p99_ms.toFixed(2)} wrong=${wrong + failed}`,
  );
  if (wrong + failed > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
