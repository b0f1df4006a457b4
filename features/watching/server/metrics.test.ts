import { setTimeout as sleep } from 'node:timers/promises';
import { contact, requestCode } from '@axent/account/contract';
import type { Carrier } from '@axent/kernel';
import { nearest, nearPlace } from '@axent/stores/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../tests/world.ts';
import { openCounts } from './counts.ts';
import type { MetricsListener } from './listener.ts';
import { Observer } from './observer.ts';
import { listenTo, samples, until } from './scrape.fixture.ts';

let world: World;
let listener: MetricsListener;
const taking: Carrier['carry'] = (message) => world.outbox.carrier('mail').carry(message);
let carry = taking;

beforeAll(async () => {
  const counts = await openCounts();
  const observer = new Observer(Date.now, counts);
  world = await openWorld({
    watching: { observer },
    carriers: (outbox) => [
      observer.carrier({ ...outbox.carrier('mail'), carry: (message) => carry(message) }),
    ],
  });
  listener = await listenTo(world, counts);
});
afterAll(async () => {
  await listener.close();
  expect(world.faults).toEqual([]);
  await world.close();
});

const fetched = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${listener.port}${path}`, init);

/** Waits first: within a second the same answer is given again. */
async function scraped(): Promise<string> {
  await sleep(1_050);
  const answer = await fetched('/metrics');
  expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  return await answer.text();
}

const of = async (series: string) => samples(await scraped()).get(series);

test('requests are counted by operation and status, with how long they took', async () => {
  const visitor = await world.visitor().accept();
  expect((await visitor.call(contact, {})).status).toBe(401);
  const read = samples(await scraped());
  expect(read.get('axent_request_duration_seconds_count{operation="notice.accept",status="200"}')).toBe(1);
  expect(read.get('axent_request_duration_seconds_count{operation="account.contact",status="401"}')).toBe(1);
  expect(
    read.get('axent_request_duration_seconds_bucket{le="+Inf",operation="notice.accept",status="200"}'),
  ).toBe(1);
});

test('decisions are counted by the clause that decided, allowed and refused', async () => {
  const visitor = await world.visitor().accept();
  const where = { position: { latitude: 46.9, longitude: 7.4 } };
  const refused = 'axent_decisions_total{clause="F.nearby",decision="refused"}';
  const allowed = 'axent_decisions_total{clause="F.nearby",decision="allowed"}';
  expect((await visitor.call(nearest, where)).body.code).toBe('function_closed');
  expect(await of(refused)).toBe(1);
  await visitor.open('nearby');
  // There are no stores here, which is found out after the position was read.
  expect((await visitor.call(nearest, where)).body.code).toBe('no_store');
  const read = samples(await scraped());
  expect(read.get(refused)).toBe(1);
  expect(read.get(allowed)).toBeGreaterThan(0);
});

test('pools, keys, ledger, database, disk, log, jobs and the event loop are there to be seen', async () => {
  const person = await (await world.visitor().accept()).signIn('metrics@example.org');
  await person.call(contact, {});
  await until(async () => (await of('axent_ledger_pending')) === 0);
  await until(
    async () => (await of('axent_job_last_success_timestamp_seconds{job="messages mail"}')) !== undefined,
  );
  const read = samples(await scraped());
  for (const [series, least] of [
    ['axent_pool_connections{login="kernel",state="in_use"}', 0],
    ['axent_pool_connections{login="authentication",state="waiting"}', 0],
    ['axent_keys_cached', 1],
    ['axent_ledger_size', 1],
    ['axent_ledger_lag_seconds', 0],
    ['axent_ledger_appending', 1],
    ['axent_ledger_leads', 1],
    ['axent_database_up', 1],
    ['axent_database_size_bytes', 1_000_000],
    ['axent_disk_free_bytes', 1],
    ['axent_log_waiting', 0],
    ['axent_memory_bytes', 1_000_000],
    ['axent_event_loop_lag_seconds{quantile="p99"}', 0],
    ['axent_job_last_success_timestamp_seconds{job="messages mail"}', 0],
  ] as const)
    expect(read.get(series), series).toBeGreaterThanOrEqual(least);
});

test('what is not known is left out, and not told as nought', async () => {
  const read = samples(await scraped());
  // This world has no TLS and no backup.
  expect(read.has('axent_certificate_end_timestamp_seconds')).toBe(false);
  expect(read.has('axent_backup_last_timestamp_seconds')).toBe(false);
});

test('messages that wait are counted by channel, and so is what became of each try', async () => {
  carry = () => Promise.reject(Object.assign(new Error('not now'), { code: 'ECONNECTION' }));
  const visitor = await world.visitor().accept();
  await visitor.call(requestCode, { email: 'waits@example.org', language: 'en' });
  const refused = 'axent_messages_waiting{channel="mail",state="refused"}';
  await until(async () => (await of(refused)) === 1);
  expect(
    await of('axent_carrier_tries_total{carrier="mail.outbox",channel="mail",outcome="refused"}'),
  ).toBeGreaterThan(0);
  carry = taking;
  world.pass(600_000);
  await until(async () => (await of(refused)) === 0);
  expect(
    await of('axent_carrier_tries_total{carrier="mail.outbox",channel="mail",outcome="taken"}'),
  ).toBeGreaterThan(0);
});

test('no value of anybody is in the metrics, and no request makes a new series', async () => {
  const planted = ['planted-ada', 'planted-agent', 'planted-path', 'planted-place', 'planted-key'];
  const visitor = world.visitor();
  visitor.headers = { 'user-agent': 'planted-agent/1.0', 'x-forwarded-for': '203.0.113.77' };
  await (await visitor.accept()).signIn('planted-ada@example.org');
  await visitor.call(contact, {});
  await visitor.call(nearPlace, { place: 'planted-place' } as never);
  const before = samples(await scraped());
  for (let round = 0; round < 100; round++) {
    await visitor.fetch(`/planted-path/${round}?planted-key=${round}`, { headers: { accept: 'text/html' } });
    await visitor.fetch(`/api/planted-path-${round}`, { method: round % 2 === 0 ? 'GET' : 'POST' });
  }
  await visitor.call(contact, {});
  const text = await scraped();
  const after = samples(text);
  for (const value of [...planted, ...visitor.cookies.values(), '203.0.113.77', '127.0.0.1', 'example.org'])
    expect(text).not.toContain(value);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  // What leads nowhere is one operation, in as many statuses as there are.
  const fresh = [...after.keys()].filter(
    (series) => !before.has(series) && /^axent_(request|decisions|carrier)/.test(series),
  );
  expect(fresh.filter((series) => !/operation="(page|nothing)"/.test(series))).toEqual([]);
  expect(fresh.length).toBeLessThan(50);
  expect(after.get('axent_request_duration_seconds_count{operation="nothing",status="404"}')).toBe(100);
});

test('only the metrics are answered on their own listener, and they are nowhere else', async () => {
  for (const path of ['/', '/metrics/', '/api/notice', '/health'])
    expect((await fetched(path)).status, path).toBe(404);
  expect((await fetched('/metrics', { method: 'POST' })).status).toBe(404);
  const open = await (await fetch(`${world.base}/metrics`)).text();
  expect(open).not.toContain('axent_');
});

test('a dozen scrapers at once are answered, and the database is asked once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, async () => (await fetched('/metrics')).text()),
  );
  expect(new Set(answers).size).toBe(1);
});
