import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { nearest, nearPlace } from '@axent/stores/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Fleeting, registered } from '../../kernel/vault/fleeting.ts';
import { ApplicationProcess, freePort } from '../crash/application.process.ts';
import { Customer } from '../crash/customer.ts';
import { type Position, tracesBelow, tracesIn } from './traces.ts';

/** A walk through Berne, with digits that nothing else in the data has. */
const walk: readonly Position[] = [
  { latitude: 46.94817263, longitude: 7.44738191 },
  { latitude: 46.95128374, longitude: 7.43916283 },
  { latitude: 46.96239485, longitude: 7.42827164 },
  { latitude: 46.97341596, longitude: 7.41938275 },
];
const typed = 'Zwieselgasse Quorlingen';

let application: ApplicationProcess;
let folder: string;
let client: pg.Client;
const answers: string[] = [];
let logged = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'axent-position-'));
  application = new ApplicationProcess(folder, await freePort(), { LOG_LEVEL: 'trace' });
  await application.start();
  const person = new Customer(application.base, 'walker@example.org', '203.0.113.9', false);
  await person.accept();
  await person.signIn('walker@example.org');
  await person.open('nearby');
  for (const position of walk) {
    const answer = await person.call(nearest, { position: { ...position, accuracy_m: 12.5 }, offers: true });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    answers.push(JSON.stringify(answer.body));
  }
  // Wrong ones must not be repeated in an error or a log either.
  const wrong = { latitude: 946.94817263, longitude: 7.44738191 };
  answers.push(JSON.stringify((await person.call(nearest, { position: wrong })).body));
  await person.call(nearPlace, { place: typed });
  // As a careless caller would send it: in the address.
  const [here] = walk;
  await person.fetch(`/api/stores/nearest?latitude=${here?.latitude}&longitude=${here?.longitude}`, {});
  client = new pg.Client({ connectionString: application.databaseUrl });
  await client.connect();
  await client.query('checkpoint');
  logged = application.output;
});
afterAll(async () => {
  await client.end();
  await application.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function clusterFolder(): Promise<string> {
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  return rows[0]?.data_directory ?? '';
}

test('F.nearby.no-trajectory @disk: no position is anywhere in the database, its log of changes included', async () => {
  expect(tracesBelow(await clusterFolder(), walk)).toEqual([]);
});

test('F.nearby.no-trajectory @disk: no position is in the data folder: keys, queues, caches', () => {
  expect(tracesBelow(folder, walk)).toEqual([]);
});

test('F.nearby.no-trajectory @disk: no position is in any line of the log, at its most talkative', () => {
  expect(logged.length).toBeGreaterThan(500);
  expect(logged).toContain('stores.nearest');
  expect(tracesIn('log', Buffer.from(logged), walk)).toEqual([]);
  expect(logged).not.toContain(typed);
});

test('F.nearby.no-trajectory @disk: answers give rounded distances, never the position back', () => {
  expect(tracesIn('answers', Buffer.from(answers.join('\n')), walk)).toEqual([]);
  const distances = answers.join().matchAll(/"distance_m":(\d+(?:\.\d+)?)/g);
  for (const [, distance] of distances) expect(Number(distance) % 100).toBe(0);
});

test('F.nearby.no-trajectory @disk: what was typed is kept nowhere', async () => {
  const found = await grep(await clusterFolder(), typed);
  expect([...found, ...(await grep(folder, typed))]).toEqual([]);
});

async function grep(below: string, text: string): Promise<string[]> {
  const { readdirSync } = await import('node:fs');
  return readdirSync(below, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text));
}

test('F.nearby.no-trajectory @disk: a track cannot be rebuilt: what is held of a walk is that it was asked, not where', async () => {
  const { rows } = await client.query<{ column: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as column
     from information_schema.columns where table_schema in ('app', 'kernel')
       and (data_type in ('double precision', 'real', 'numeric', 'point') or column_name ~ '(latitude|longitude|^lat$|^lng$|geo|position)')`,
  );
  // The only coordinates are those of stores and of places on the map, which name no person; and how long it took.
  expect(rows.map((row) => row.column).sort()).toEqual([
    'app.log_entry.duration_ms',
    'app.operation_log.duration_ms',
    'app.place.latitude',
    'app.place.longitude',
    'app.store.latitude',
    'app.store.longitude',
  ]);
});

// Each exit, with a leak of its own planted in it: were there one, the tests above would find it.
let planted_count = 0;
function plantedPosition(): Position {
  planted_count += 1;
  return {
    latitude: 12.34567891 + planted_count * 1.01010101,
    longitude: 98.76543219 - planted_count * 1.01010101,
  };
}

const columns: readonly [string, (at: Position) => string][] = [
  ['a column of doubles', ({ latitude }) => `create table app.leak_a as select ${latitude}::float8 as x`],
  ['a column of text', (at) => `create table app.leak_b as select '${JSON.stringify(at)}'::text as x`],
  [
    'the event queue',
    (at) =>
      `insert into kernel.event (id, name, payload) values (gen_random_uuid(), 'leak', '${JSON.stringify(at)}')`,
  ],
  [
    'a ledger leaf',
    ({ latitude }) =>
      `insert into kernel.leaf_pending (id, entry)
       values (gen_random_uuid(), convert_to(rpad('${latitude}', 32), 'utf8'))`,
  ],
  [
    'an idempotency record',
    (at) =>
      `insert into kernel.idempotency (key_hash, request_hash) values ('\\x00', convert_to('${JSON.stringify(at)}', 'utf8'))`,
  ],
];

test.each(columns)('a leak planted in %s is found', async (_exit, plant) => {
  const at = plantedPosition();
  expect(tracesBelow(await clusterFolder(), [at])).toEqual([]);
  await client.query(plant(at));
  await client.query('checkpoint');
  expect(tracesBelow(await clusterFolder(), [at]).length).toBeGreaterThan(0);
});

const files: readonly [string, (at: Position) => string | Buffer][] = [
  ['a cache file', (at) => JSON.stringify(at)],
  ['a backup', ({ latitude }) => Buffer.from(new Float64Array([latitude]).buffer)],
  ['a trace', ({ latitude }) => `{"span":"nearest","lat":"${latitude}"}`],
];

test.each(files)('a leak planted in %s is found', (_exit, content) => {
  const at = plantedPosition();
  expect(tracesBelow(folder, [at])).toEqual([]);
  writeFileSync(join(folder, `leak-${planted_count}`), content(at));
  expect(tracesBelow(folder, [at]).length).toBeGreaterThan(0);
});

const lines: readonly [string, (at: Position) => string][] = [
  ['a log line', ({ latitude }) => `{"msg":"near ${latitude.toFixed(6)}"}`],
  ['a URL', (at) => `GET /api/stores?lat=${at.latitude}&lon=${at.longitude}`],
  ['an error', (at) => `the position ${at.latitude},${at.longitude} is outside`],
  ['a request to a third party', ({ latitude }) => Buffer.from(`${latitude}`).toString('base64')],
];

test.each(lines)('a leak planted in %s is found', (_exit, line) => {
  const at = plantedPosition();
  expect(tracesIn('planted', Buffer.from('nothing of it'), [at])).toEqual([]);
  expect(tracesIn('planted', Buffer.from(line(at)), [at]).length).toBeGreaterThan(0);
});

test('C.device.position @operation: the value itself cannot be written, printed, stored or handed to strangers', () => {
  const position = new Fleeting('position', walk[0]);
  expect(() => JSON.stringify({ position })).toThrow('cannot be written as JSON');
  expect(() => `${position}`).toThrow();
  expect(() => String(position)).toThrow();
  expect(() => position.toPostgres()).toThrow('cannot be stored');
  expect(inspect(position, { showHidden: true, depth: 9 })).toBe('Fleeting<position>');
  expect(JSON.stringify(structuredClone({ ...position }))).toBe('{"category":"position"}');
  const stranger = ((value: unknown) => value) as never;
  expect(() => Fleeting.give(position, stranger, [])).toThrow('registered functions only');
  expect(
    Fleeting.give(
      position,
      registered('test', (value: Position) => value.latitude > 46),
      [],
    ),
  ).toBe(true);
});
