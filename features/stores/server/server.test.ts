import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { families } from '@axent/brand/products';
import { openKernel, openMediaFolder, serveOperations } from '@axent/kernel';
import { openLogKey } from '@axent/kernel/ledger';
import { deriveSecrets, openKeyStore } from '@axent/kernel/vault';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import fastify from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeVisitor } from '../../../kernel/person/visitor.ts';
import { testDatabase } from '../../../tests/database.ts';
import type { Nearby } from '../contract.ts';
import { ImportRefused, importContent } from './import.ts';
import { stores } from './server.ts';

const read = (name: string) => readFileSync(new URL(import.meta.resolve(`@axent/brand/${name}.csv`)));
const brand = { stores: read('stores'), places: read('places'), holidays: read('holidays'), families };
const master = Buffer.alloc(32, 7);
const feature = stores({ families, services: [], countries: null });
const folder = mkdtempSync(join(tmpdir(), 'axent-stores-'));
let now_ms = Date.UTC(2026, 10, 24, 10, 0);
const faults: Error[] = [];

async function open() {
  const database = await testDatabase();
  const secrets = deriveSecrets(master);
  const { kernel } = await openKernel({
    url: database.url,
    prefix: 'axent_stores_test',
    connections: 16,
    secrets,
    keyStore: openKeyStore(join(folder, 'keys.sqlite')),
    media: openMediaFolder(join(folder, 'media')),
    logKey: openLogKey(folder, 'stores.test/ledger'),
    clock: () => now_ms,
    compiled: compile(policy, notices),
    migrations: [{ name: 'stores', folder: feature.migrations as URL }],
    area: 'eu_ch',
    onError: (_part, error) => faults.push(error),
  });
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  const app = fastify({ trustProxy: true });
  const facts: unknown[] = [];
  await serveOperations(app, kernel, [feature], {
    publicUrl: new URL('http://localhost:8080'),
    visitorKey: secrets.derive('visitor cookie'),
    onRequest: (fact) => facts.push(fact),
    onFault: (error) => faults.push(error),
  });
  const visitorKey = secrets.derive('visitor cookie');
  const close = async () => {
    await app.close();
    await kernel.close();
    await owner.end();
    await database.drop();
  };
  return { app, owner, facts, visitorKey, close };
}

let world: Awaited<ReturnType<typeof open>>;

beforeAll(async () => {
  world = await open();
  await importContent(world.owner, brand);
});

afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const accepted = { sequence: 1, language: 'en', text_hash: 'x', settings_hash: 'x', day: '2026-11-24' };

function cookie(openings: Record<string, number>, accepts = true): string {
  const state = { accepted: accepts ? accepted : null, openings, words: {} };
  return `axent-visitor=${writeVisitor(state, world.visitorKey)}`;
}

async function post(name: string, body: unknown, openings: Record<string, number> = { nearby: 1 }) {
  const response = await world.app.inject({
    method: 'POST',
    url: `/api/stores/${name}`,
    headers: { cookie: cookie(openings), 'content-type': 'application/json' },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.statusCode, body: response.json(), headers: response.headers };
}

const get = async (path: string) => {
  const response = await world.app.inject({ url: `/api/stores/${path}`, headers: { cookie: cookie({}) } });
  return { status: response.statusCode, body: response.json() };
};

const winterthur = { latitude: 47.4995, longitude: 8.729, accuracy_m: 15 };

describe('stores near a position', () => {
  test('are found with nearby open, sells and displays told apart, distances rounded, kept by nobody', async () => {
    const { status, body, headers } = await post('nearest', {
      position: winterthur,
      displays: true,
      limit: 5,
    });
    expect(status).toBe(200);
    const near = body as Nearby;
    expect(near.radius_m).toBe(5_000);
    expect(near.widened).toBe(false);
    expect(near.stores.length).toBeGreaterThan(0);
    for (const store of near.stores) {
      expect(store.displays.length).toBeGreaterThan(0);
      expect(store.distance_m % 100).toBe(0);
      expect(store.address.lines.join()).toContain(store.address.city);
    }
    expect(headers['cache-control']).toBe('no-store');
  });

  test('are refused while nearby is closed, never opened or closed again, and a typed place is the other way', async () => {
    for (const openings of [{}, { nearby: -1 }]) {
      const { status, body } = await post('nearest', { position: winterthur }, openings);
      expect([status, body.code, body.function]).toEqual([403, 'function_closed', 'nearby']);
      expect((await post('near-place', { place: 'Winterthur' }, openings)).status).toBe(200);
    }
  });

  test('are refused before the notice is accepted', async () => {
    const response = await world.app.inject({
      method: 'POST',
      url: '/api/stores/near-place',
      headers: { cookie: cookie({ nearby: 1 }, false) },
      payload: { place: 'Winterthur' },
    });
    expect([response.statusCode, response.json().code]).toEqual([403, 'not_accepted']);
  });

  test('come from further and further away until there is something', async () => {
    const { body } = await post('nearest', { position: { latitude: -50, longitude: -100 } });
    expect(body.radius_m).toBe(20_040_000);
    expect(body.widened).toBe(true);
    expect(body.stores.length).toBeGreaterThan(0);
  });

  test.each([
    [{ latitude: 91, longitude: 0 }, 422, 'position_invalid'],
    [{ latitude: 0, longitude: -200 }, 422, 'position_invalid'],
    ['{"position":{"latitude":1e999,"longitude":0}}', 400, 'invalid_input'],
    [{ latitude: null, longitude: 0 }, 400, 'invalid_input'],
    [{ latitude: '47', longitude: 8 }, 400, 'invalid_input'],
    [{ latitude: 47 }, 400, 'invalid_input'],
    [{ latitude: 47, longitude: 8, name: 'x' }, 400, 'invalid_input'],
  ])('%j is no position', async (position, status, code) => {
    const answer = await post('nearest', typeof position === 'string' ? position : { position });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('a body that is no JSON is refused', async () => {
    expect((await post('nearest', '{"position":{"latitude":NaN,"longitude":0}}')).status).toBe(400);
  });

  test('a product that nobody has is answered with a word, not with an empty list', async () => {
    const answer = await post('nearest', { position: winterthur, product: 'unheard-of' });
    expect([answer.status, answer.body.code]).toEqual([404, 'no_store']);
    expect(answer.body.detail).toMatch(/filter/);
  });
});

describe('typed places', () => {
  test('are suggested, understood and told apart', async () => {
    const suggested = await post('places', { place: 'zuer' }, {});
    expect(suggested.body.places[0]).toMatchObject({ text: '8001 Zürich, CH', country: 'CH' });
    const { body } = await post('near-place', { place: suggested.body.places[0].text, limit: 3 }, {});
    expect(body.place.name).toBe('Zürich');
    expect(body.stores[0].address.city).toBe('Zürich');
    const several = await post('near-place', { place: 'Baden' }, {});
    expect(several.body.other_places.length).toBeGreaterThan(0);
  });

  test('that nobody knows are answered with what to do', async () => {
    const { status, body } = await post('near-place', { place: 'Atlantis-upon-Sea' }, {});
    expect([status, body.code]).toEqual([404, 'place_unknown']);
    expect(JSON.stringify(body)).not.toContain('Atlantis');
  });
});

describe('all stores', () => {
  test('are paged by key, by country and city', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await get(`list?country=CH&limit=50${after && `&after=${after}`}`);
      seen.push(...body.stores.map((store: { id: string }) => store.id));
      after = body.next ?? '';
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(100);
    const { body } = await get(`list?country=CN&city=${encodeURIComponent('上海')}`);
    expect(body.stores.length).toBe(10);
  });

  test('are shown one by one; one that is gone is said to be', async () => {
    const { body } = await get('list?limit=1');
    expect((await get(`show?id=${body.stores[0].id}`)).body.id).toBe(body.stores[0].id);
    const gone = await get('show?id=ch-nowhere-1');
    expect([gone.status, gone.body.code]).toEqual([404, 'store_unknown']);
  });

  test('have products to filter by, with names in three languages', async () => {
    const { body } = await get('products');
    expect(body.families.map((family: { id: string }) => family.id)).toEqual(
      families.map((family) => family.id),
    );
    expect(body.families[0].name['zh-CN']).toMatch(/\p{Script=Han}/u);
  });
});

describe('holidays', () => {
  test('are counted in "open now": on Christmas Day nobody in Zurich is found open, in Shanghai they are', async () => {
    const before_ms = now_ms;
    now_ms = Date.parse('2026-12-25T14:00:00+08:00');
    const shanghai = { latitude: 31.2304, longitude: 121.4737 };
    const open = await post('nearest', { position: shanghai, open_now: true, limit: 3 });
    expect(open.body.radius_m).toBe(5_000);
    now_ms = Date.parse('2026-12-25T11:00:00+01:00');
    const near = await post('nearest', { position: { latitude: 47.3717, longitude: 8.5423 }, limit: 5 });
    for (const store of near.body.stores as Nearby['stores'])
      if (store.hours)
        expect(store.open_now).toMatchObject({ state: 'closed', because: { en: 'Christmas Day' } });
    const far = await post('nearest', {
      position: { latitude: 47.3717, longitude: 8.5423 },
      open_now: true,
      limit: 5,
    });
    for (const store of far.body.stores as Nearby['stores']) expect(store.address.country).toBe('CN');
    now_ms = before_ms;
  });
});

describe('importing', () => {
  test('one bad row changes nothing, and every bad row is named', async () => {
    const text = brand.stores.toString();
    const broken = text
      .replace(/^(ch-basel[^\n]*)Europe\/Zurich/m, '$1Europe/Nowhere')
      .replace(/\n$/, '\nonly,three,cells\n');
    const before = await world.owner.query('select count(*), max(version) from app.store, app.store_import');
    const attempt = importContent(world.owner, { ...brand, stores: Buffer.from(broken) });
    await expect(attempt).rejects.toThrow(ImportRefused);
    await expect(attempt).rejects.toThrow(/line \d+: time_zone.*\n.*line \d+: The row has 3 cells/);
    const after = await world.owner.query('select count(*), max(version) from app.store, app.store_import');
    expect(after.rows).toEqual(before.rows);
  });

  test('a good file replaces what was there, and running servers notice within a second or so', async () => {
    const [header, ...lines] = Buffer.from(brand.stores ?? [])
      .toString()
      .trim()
      .split('\n');
    const swiss = lines.filter((line) => line.startsWith('ch-'));
    const few = Buffer.from(`${[header, ...swiss.slice(0, 3)].join('\n')}\n`);
    expect((await get('list?limit=50')).body.stores.length).toBe(50);
    expect(await importContent(world.owner, { ...brand, stores: few, places: null })).toMatchObject({
      stores: 3,
    });
    now_ms += 1_500;
    expect((await get('list?limit=50')).body.stores.length).toBe(3);
    await importContent(world.owner, brand);
    now_ms += 1_500;
    expect((await get('list?limit=50')).body.stores.length).toBe(50);
  });
});

describe('the release before', () => {
  test('imports and reads on this schema: what it does not know has its usual value', async () => {
    const { owner } = world;
    await owner.query('begin');
    await owner.query('delete from app.store');
    await owner.query(
      `insert into app.store (id, name, street, postcode, city, region, country, latitude, longitude, time_zone,
         phone, hours)
       values ('old-1', 'A', 'B 1', '8000', 'C', 'ZH', 'CH', 47.3, 8.5, 'Europe/Zurich', null, 'Mo-Fr 09:00-18:00')`,
    );
    await owner.query(
      `insert into app.store_product (store_id, product_id, sells, displays) values ('old-1', 'quell-s', true, true)`,
    );
    await owner.query('insert into app.store_import (stores, places) values (1, 0)');
    await owner.query('commit');
    now_ms += 1_500;
    const { body } = await get('show?id=old-1');
    expect(body).toMatchObject({ id: 'old-1', special_days: [], directions: { latitude: 47.3 } });
    const { rows } = await owner.query('select datum, calendar, special_days from app.store');
    expect(rows).toEqual([{ datum: 'wgs84', calendar: null, special_days: null }]);
    await importContent(owner, brand);
    now_ms += 1_500;
    expect((await get('show?id=old-1')).status).toBe(404);
  });
});

/** A row as text, its bytes letter by letter. */
const legible = (row: Record<string, unknown>) =>
  Object.values(row)
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)))
    .join(' ');

describe('the position', () => {
  test('is in no table, no record and no line of a log', async () => {
    const marked = { latitude: 47.123456789, longitude: 8.987654321 };
    expect((await post('nearest', { position: marked })).status).toBe(200);
    expect((await post('near-place', { place: 'Wädenswil' }, {})).status).toBe(200);
    const tables = await world.owner.query(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'kernel')`,
    );
    const kept: string[] = [JSON.stringify(world.facts)];
    for (const { name } of tables.rows)
      if (name !== 'app.place')
        kept.push(...(await world.owner.query(`select * from ${name}`)).rows.map(legible));
    const all = kept.join('\n');
    expect(all).toContain('stores.nearest');
    for (const trace of ['47.1234', '8.9876', 'Wädenswil, CH']) expect(all).not.toContain(trace);
  });

  test('no purpose may write to these tables, and only the service and backups read them', async () => {
    const { rows } = await world.owner.query(
      `select distinct grantee, privilege_type from information_schema.column_privileges
        where table_schema = 'app' and table_name in ('store', 'store_product', 'place', 'holiday', 'store_import')
          and grantee like 'axent_stores_test%'`,
    );
    expect(rows).toEqual([
      { grantee: 'axent_stores_test_backup', privilege_type: 'SELECT' },
      { grantee: 'axent_stores_test_service', privilege_type: 'SELECT' },
    ]);
  });

  test('nothing failed on the way', () => expect(faults).toEqual([]));
});
