import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemOf } from '@axent/kernel';
import { holdings, uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { regionFile } from '../../log/server/region.fixture.ts';
import { contact, devices, endDevice, endOthers, resetDevice, show } from '../contract.ts';

const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;
const safari =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1';
const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/152.0.0.0 Safari/537.36';
const [inZurich, inBerlin, nowhere] = ['192.0.2.9', '198.51.100.9', '203.0.113.9'];

const folder = mkdtempSync(join(tmpdir(), 'axent-countries-'));
let world: World;
beforeAll(async () => {
  const regions = join(folder, 'regions.mmdb');
  writeFileSync(
    regions,
    regionFile({
      '192.0.2.0/24': { country: { iso_code: 'CH' }, subdivisions: [{ iso_code: 'ZH' }] },
      '198.51.100.0/24': { country: { iso_code: 'DE' } },
    }),
  );
  world = await openWorld({ regions, server: { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] } });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (address: string, agent = safari, more: Record<string, string> = {}) => ({
  'x-forwarded-for': address,
  'user-agent': agent,
  ...more,
});

const known = new Set<string>();
/** Signs in from an address. A second code for the same person waits half a minute. */
async function signedIn(email: string, headers: Record<string, string>): Promise<Visitor> {
  if (known.has(email)) world.pass(minute_ms / 2);
  known.add(email);
  const visitor = world.visitor();
  visitor.headers = headers;
  return await (await visitor.accept()).signIn(email);
}

/** Writes what was noted now instead of within the second. */
async function written(): Promise<void> {
  const job = world.features.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'visits');
  await job?.run(systemOf(world.kernel));
}

const listOf = async (person: Visitor) => (await person.call(devices, {})).body.devices;
const thisDevice = async (person: Visitor) => (await listOf(person)).find((one) => one.this_device);

/** How often something was collected of the device, by the person's own records. */
async function collected(person: Visitor): Promise<number> {
  const page = await person.call(uses, { limit: 200 });
  return page.body.uses.filter((use) => (use as { clause: string }).clause === 'C.device').length;
}

test('C.device @operation: a device is told in words, with its network and the country of the visit', async () => {
  const person = await signedIn('told@example.org', at(inZurich, safari, { ect: '4g' }));
  expect(await thisDevice(person)).toMatchObject({
    signed_in: true,
    name: 'Safari 19 · iOS 19.1',
    type: 'mobile',
    connection: '4g',
    country: 'CH',
  });
  const elsewhere = await signedIn('unknown@example.org', at(nowhere));
  expect(await thisDevice(elsewhere)).toMatchObject({ country: 'unknown', connection: null });
});

test.each([
  ['"Windows"', '"15.0.0"', 'Chrome 152 · Windows 11'],
  ['"Windows"', '"10.0.0"', 'Chrome 152 · Windows 10'],
  ['"macOS"', '"26.1.0"', 'Chrome 152 · macOS 26.1'],
  ['"Linux"', '"6.12.0"', 'Chrome 152 · Windows 10'],
  ['<b>', '"15"', 'Chrome 152 · Windows 10'],
])('C.device: %s in version %s counts as %s', async (platform, version, name) => {
  const hints = { 'sec-ch-ua-platform': platform, 'sec-ch-ua-platform-version': version };
  const person = await signedIn(`${version.replace(/\W/g, '')}@hinted.example`, at(nowhere, chrome, hints));
  expect((await thisDevice(person))?.name).toBe(name);
});

test('C.device @operation: the next visit takes the place of the last: its country, its network, its browser', async () => {
  const person = await signedIn('travels@example.org', at(inZurich));
  person.headers = at(inBerlin, safari.replace('19.1', '20.0'), { ect: '3g' });
  await person.call(contact, {});
  await written();
  expect(await thisDevice(person)).toMatchObject({
    country: 'DE',
    connection: '3g',
    name: 'Safari 20 · iOS 19.1',
  });
  // Nothing keeps the country before, and no address is anywhere with the person.
  const { holdings: held } = (await person.call(holdings, {})).body;
  const kept = held.find(({ category }) => category === 'device')?.items.map(({ value }) => value);
  expect(kept).toEqual([
    { name: 'Safari 20 · iOS 19.1', type: 'mobile', os: 'iOS 19.1', connection: '3g', country: 'DE' },
  ]);
});

test('browsers are asked for what they tell only when asked', async () => {
  const page = await fetch(`${world.base}/`, { headers: { accept: 'text/html' } });
  expect(page.headers.get('accept-ch')).toBe('ECT, Sec-CH-UA-Platform-Version');
});

/** Every row of every table that speaks of an id. */
async function mentions(id: string): Promise<string[]> {
  const { owner } = world.kernel.pools;
  const { rows } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('kernel', 'app') and c.relkind in ('r', 'p') order by 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hits = await owner.query(`select 1 from ${name} t where t::text like $1 limit 1`, [`%${id}%`]);
    if (hits.rowCount !== 0) found.push(name);
  }
  return found;
}

test('C.device @operation: a new identifier: the old one is nowhere, the session and what is open stay', async () => {
  const person = await signedIn('resets@example.org', at(inZurich));
  await person.open('nearby');
  const before = await thisDevice(person);
  const old = before?.id ?? '';
  expect(await mentions(old)).toEqual([
    'app.device',
    'kernel.opening',
    'kernel.opening_change',
    'kernel.session',
  ]);
  const { status, body } = await person.call(resetDevice, {});
  expect([status, body.id === old]).toEqual([200, false]);
  expect(await mentions(old)).toEqual([]);
  expect(await listOf(person)).toMatchObject([{ ...before, id: body.id, last_seen_at: expect.any(String) }]);
  expect((await person.call(show, {})).body.actor).toBe('person');
  const { rows } = await world.kernel.pools.owner.query(
    `select function, open from kernel.opening where device_id = $1`,
    [body.id],
  );
  expect(rows).toEqual([{ function: 'nearby', open: true }]);
  // What was noted meanwhile is written under the new one.
  person.headers = at(inBerlin);
  await person.call(contact, {});
  await written();
  expect(await mentions(old)).toEqual([]);
  expect(await thisDevice(person)).toMatchObject({ id: body.id, country: 'DE' });
});

test('one device is signed out from another, and the very next request there is refused', async () => {
  const email = 'two@example.org';
  const phone = await signedIn(email, at(inZurich));
  const desk = await signedIn(email, at(inBerlin, chrome));
  const tablet = await signedIn(email, at(nowhere));
  expect((await listOf(desk)).map((one) => one.signed_in)).toEqual([true, true, true]);
  const lost = (await thisDevice(phone))?.id ?? '';
  expect((await desk.call(endDevice, { id: lost })).status).toBe(200);
  expect((await phone.call(contact, {})).body.code).toBe('not_signed_in');
  expect((await tablet.call(contact, {})).status).toBe(200);
  const after = await listOf(desk);
  expect(after.find((one) => one.id === lost)?.signed_in).toBe(false);
  expect(after.filter((one) => one.signed_in)).toHaveLength(2);
});

test('all others are signed out at once; the one that asks goes on, and so do other people', async () => {
  const email = 'many@example.org';
  const others = [await signedIn(email, at(inZurich)), await signedIn(email, at(inBerlin))];
  const here = await signedIn(email, at(nowhere));
  const stranger = await signedIn('stranger@example.org', at(nowhere));
  expect((await here.call(endOthers, {})).status).toBe(200);
  for (const other of others) expect((await other.call(contact, {})).body.code).toBe('not_signed_in');
  expect((await here.call(contact, {})).status).toBe(200);
  expect((await stranger.call(contact, {})).status).toBe(200);
});

test("another person's device is none of mine: asking to end it ends nothing", async () => {
  const mine = await signedIn('mine@example.org', at(nowhere));
  const theirs = await signedIn('theirs@example.org', at(nowhere));
  const id = (await thisDevice(theirs))?.id ?? '';
  await mine.call(endDevice, { id });
  expect((await theirs.call(contact, {})).status).toBe(200);
});

test('ending sessions asks for a fresh sign-in: who found an open browser cannot lock its owner out', async () => {
  const person = await signedIn('fresh@example.org', at(nowhere));
  world.pass(11 * minute_ms);
  const id = (await thisDevice(person))?.id ?? '';
  for (const answer of [await person.call(endOthers, {}), await person.call(endDevice, { id })])
    expect([answer.status, answer.body.code]).toEqual([401, 'fresh_sign_in_needed']);
});

// The last but one: a day later no session of this world is fresh any more.
test('C.device: it is written when something changed and once a day, not with each request', async () => {
  const person = await signedIn('daily@example.org', at(inZurich));
  const first = await collected(person);
  expect(first).toBeGreaterThan(0);
  for (let n = 0; n < 5; n++) await person.call(contact, {});
  await written();
  expect(await collected(person)).toBe(first);
  world.pass(day_ms);
  for (let n = 0; n < 5; n++) await person.call(contact, {});
  await written();
  await expect.poll(() => collected(person), { timeout: 5_000 }).toBe(first + 1);
});

test('no server met a fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
