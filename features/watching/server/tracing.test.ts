import { contact } from '@axent/account/contract';
import type { Carrier } from '@axent/kernel';
import { nearest, nearPlace } from '@axent/stores/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../tests/world.ts';
import { type CollectedSpan, type Collector, openCollector } from './collector.fixture.ts';
import { Observer } from './observer.ts';
import { until } from './scrape.fixture.ts';
import { openTracing, type Tracing } from './tracing.ts';

let collector: Collector;
let tracing: Tracing;
let world: World;
const taking: Carrier['carry'] = (message) => world.outbox.carrier('mail').carry(message);
let carry = taking;

beforeAll(async () => {
  collector = await openCollector();
  tracing = await openTracing({ url: collector.url, percent: 100, release: '1.2.3' });
  const observer = new Observer(Date.now, null, tracing);
  world = await openWorld({
    watching: { observer },
    carriers: (outbox) => [
      observer.carrier({ ...outbox.carrier('mail'), carry: (message) => carry(message) }),
    ],
  });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
  await tracing.close();
  await collector.close();
});

const named = (name: string): CollectedSpan[] => collector.spans().filter((span) => span.name === name);

function traits({ attributes }: CollectedSpan): Readonly<Record<string, string | number | undefined>> {
  return Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
  );
}

test('a request is a span with the name of its operation, and its transaction one below it', async () => {
  const visitor = await world.visitor().accept();
  expect((await visitor.call(contact, {})).status).toBe(401);
  await until(() => named('account.contact').length > 0);
  const [request] = named('account.contact') as [CollectedSpan];
  expect(request.parentSpanId ?? '').toBe('');
  expect(traits(request)).toEqual({ 'http.response.status_code': 401 });
  const below = named('transaction').filter(({ parentSpanId }) => parentSpanId === request.spanId);
  expect(below).toHaveLength(1);
  expect(below.map(traits)[0]).toMatchObject({ 'axent.purpose': 'authentication' });
  expect(below[0]?.traceId).toBe(request.traceId);
});

test('each try of a carrier is a span, a refused one with its code and without its words', async () => {
  const words = 'planted-words refused planted-mail@example.org';
  carry = () => Promise.reject(Object.assign(new Error(words), { code: 'EENVELOPE' }));
  const visitor = await world.visitor().accept();
  const signingIn = visitor.signIn('planted-mail@example.org');
  await until(() => named('carry mail').some(({ status }) => status.code === 2));
  const [failed] = named('carry mail') as [CollectedSpan];
  expect(traits(failed)).toEqual({
    'axent.channel': 'mail',
    'axent.carrier': 'mail.outbox',
    'error.type': 'EENVELOPE',
  });
  carry = taking;
  world.pass(10_000);
  await signingIn;
  await until(() => named('carry mail').some(({ status }) => status.code !== 2));
});

test('pages and files are spans by their kind, whatever was asked for', async () => {
  const visitor = world.visitor();
  await visitor.fetch('/planted-path?planted-query=1', { headers: { accept: 'text/html' } });
  await visitor.fetch('/api/planted-path', {});
  await until(() => named('nothing').length > 0 && named('page').length > 0);
});

test('no personal value, id, address or parameter is in what the collector gets', async () => {
  const visitor = world.visitor();
  visitor.headers = {
    'user-agent': 'planted-agent/1.0',
    'x-forwarded-for': '203.0.113.77',
    traceparent: '00-aaaabbbbccccddddaaaabbbbccccdddd-aaaabbbbccccdddd-01',
    baggage: 'planted-baggage=1',
  };
  await (await visitor.accept()).signIn('planted-ada@example.org');
  await visitor.call(contact, {});
  await visitor.call(nearPlace, { place: 'planted-place' } as never);
  await visitor.open('nearby');
  const position = { latitude: 46.948_123_4, longitude: 7.447_432_1 };
  expect((await visitor.call(nearest, { position })).body.code).toBe('no_store');
  await visitor.post(contact.path, { email: 'planted-body@example.org' });
  await until(() => named('stores.nearest').length > 0);
  const { rows } = await world.kernel.asKernel((client) =>
    client.query<{ id: string }>(`select id::text from kernel.person
      union select device_id::text from kernel.session
      union select id::text from kernel.record`),
  );
  const heard = collector.heard();
  expect(rows.length).toBeGreaterThan(2);
  for (const value of [
    ...rows.map(({ id }) => id),
    ...rows.map(({ id }) => id.replaceAll('-', '')),
    ...visitor.cookies.values(),
    ...['planted', 'example.org', '203.0.113.77', '127.0.0.1', '46.948', '7.4474'],
    ...['select ', 'insert ', 'aaaabbbbccccdddd', process.cwd(), process.execPath],
  ])
    expect(heard.toLowerCase(), value).not.toContain(value.toLowerCase());
});

test('names and traits are those of a short list, over everything that was collected', () => {
  const operations = world.features.flatMap(({ operations: own }) =>
    own.map(({ contract }) => contract.name),
  );
  const known = new Set([
    ...operations,
    'transaction',
    'carry mail',
    'page',
    'file',
    'nothing',
    'ledger',
    'reference',
  ]);
  expect(collector.spans().filter(({ name }) => !known.has(name))).toEqual([]);
  const keys = new Set(collector.spans().flatMap(({ attributes }) => attributes.map(({ key }) => key)));
  expect([...keys].sort()).toEqual([
    'axent.carrier',
    'axent.channel',
    'axent.purpose',
    'error.type',
    'http.response.status_code',
  ]);
  expect(
    collector.spans().filter(({ status }) => status.message !== undefined && status.message !== ''),
  ).toEqual([]);
});

test('a collector that is away, or refuses, costs no request', async () => {
  collector.answer(503);
  const visitor = await world.visitor().accept();
  for (let round = 0; round < 20; round++) expect((await visitor.call(contact, {})).status).toBe(401);
  collector.answer(200);
});

test('a share of the requests is traced, and a trace is whole or not there', async () => {
  const other = await openCollector();
  const half = await openTracing({ url: other.url, percent: 50, release: '1.2.3' });
  for (let round = 0; round < 200; round++)
    await half.part('outer', () => half.part('inner', async () => undefined));
  await half.close();
  const outer = other.spans().filter(({ name }) => name === 'outer');
  const inner = other.spans().filter(({ name }) => name === 'inner');
  expect(outer.length).toBeGreaterThan(50);
  expect(outer.length).toBeLessThan(150);
  expect(new Set(inner.map(({ traceId }) => traceId))).toEqual(new Set(outer.map(({ traceId }) => traceId)));
  await other.close();
});
