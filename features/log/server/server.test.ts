import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contact, signOut } from '@axent/account/contract';
import { Shredded, systemOf, uuidv7 } from '@axent/kernel';
import { show } from '@axent/notice/contract';
import { policy } from '@axent/policy';
import { uses } from '@axent/privacy/contract';
import { nearest } from '@axent/stores/contract';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { staffMember } from '../../../tests/staff.ts';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { list } from '../contract.ts';
import { regionText, retentionDays } from '../log.ts';
import { regionFile } from './region.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'axent-regions-'));
const regions = join(folder, 'regions.mmdb');
const zurich = { country: { iso_code: 'CH' }, subdivisions: [{ iso_code: 'ZH' }] };
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
let world: World;
let security: Visitor;

beforeAll(async () => {
  writeFileSync(
    regions,
    regionFile({ '192.0.2.0/24': zurich, '198.51.100.7/32': { country: { iso_code: 'DE' } } }),
  );
  world = await openWorld({
    regions,
    server: {
      trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'],
      onRequest: (facts) => world.requests.note(facts),
    },
  });
  security = await staffMember(world, 'security');
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the feature's jobs now instead of at their hour. */
async function runJob(name: string): Promise<void> {
  const job = world.features.flatMap((feature) => feature.jobs ?? []).find((one) => one.name === name);
  await job?.run(systemOf(world.kernel));
}

async function visitorFrom(address: string, agent = firefox): Promise<Visitor> {
  const visitor = world.visitor();
  visitor.headers = { 'x-forwarded-for': address, 'user-agent': agent };
  return visitor;
}

async function logged(operation: string) {
  await runJob('log');
  const { rows } = await world.kernel.pools.owner.query(
    'select * from app.log_entry where operation = $1 order by id desc',
    [operation],
  );
  return rows;
}

test('C.log @operation: one row a request: operation, templated URL, browser family, time, region, sealed address', async () => {
  const visitor = await visitorFrom('192.0.2.81');
  await visitor.call(show, { language: 'de' });
  const [row] = await logged('notice.show');
  expect(row).toMatchObject({
    method: 'GET',
    path: '/api/notice',
    status: 200,
    code: null,
    browser: 'Firefox',
    region: 'CH-ZH',
  });
  expect(Math.abs(row.at.getTime() - Date.now())).toBeLessThan(60_000);
  expect(row.sealed).toBeInstanceOf(Buffer);
  const opened = await world.kernel.vault.open(row.sealed, {
    owner: `day:${row.at.toISOString().slice(0, 10)}`,
    table: 'app.log_entry',
    row: row.id,
  });
  expect(opened).toEqual({ ip: '192.0.2.81' });
});

test('C.log @operation: no address stands in clear, and nothing that was sent does', async () => {
  const visitor = await visitorFrom('192.0.2.82');
  await visitor.accept();
  const { body } = await visitor.call(nearest, { place: 'Winterthur' } as never);
  expect(body).toBeDefined();
  await runJob('log');
  const { rows } = await world.kernel.pools.owner.query('select l::text as text from app.log_entry l');
  const text = rows.map((row) => row.text).join('\n');
  expect(text).not.toContain('192.0.2.');
  expect(text).not.toContain('Winterthur');
});

test("C.log @operation: a request in a person's session keeps the country only", async () => {
  const person = await (await (await visitorFrom('192.0.2.83')).accept()).signIn('ada@example.org');
  await person.call(contact, {});
  const [row] = await logged('account.contact');
  expect([row.region, row.sealed]).toEqual(['CH', null]);
});

test('C.log @operation: a made-up session cookie hides no address', async () => {
  const visitor = await visitorFrom('198.51.100.7');
  visitor.cookies.set('axent-session', 'a'.repeat(43));
  await visitor.call(contact, {});
  const [row] = await logged('account.contact');
  expect([row.status, row.code, row.region]).toEqual([401, 'not_signed_in', 'DE']);
  expect(row.sealed).toBeInstanceOf(Buffer);
});

test('C.log @operation: what a browser says of itself is kept as a family from a list, or as "other"', async () => {
  await (await visitorFrom('203.0.113.9', 'ada@example.org/1.0')).call(show, { language: 'en' });
  const [row] = await logged('notice.show');
  expect([row.browser, row.region]).toEqual(['other', 'unknown']);
});

test('C.log E.7 @operation: security and privacy officers read it without addresses; the reading is recorded', async () => {
  const { status, body } = await security.call(list, { limit: 2 });
  expect(status).toBe(200);
  expect(body.rows).toHaveLength(2);
  expect(JSON.stringify(body)).not.toContain('192.0.2.');
  const further = await security.call(list, { limit: 2, before: body.next ?? '' });
  expect(further.body.rows[0]?.id).not.toBe(body.rows[1]?.id);
  expect(further.body.rows[0]?.id.localeCompare(body.rows[1]?.id ?? '')).toBe(-1);
  const officer = await staffMember(world, 'privacy_officer');
  expect((await officer.call(list, {})).status).toBe(200);
  for (const role of ['administrator', 'agent'] as const)
    expect((await (await staffMember(world, role)).call(list, {})).body.code).toBe('not_allowed');
  await world.kernel.flushUses();
  const uses = await world.kernel.pools.owner.query(`select uses from kernel.use_count where clause = 'E.7'`);
  expect(Number(uses.rows[0]?.uses)).toBeGreaterThan(0);
});

test('filters: by operation, by outcome, by time', async () => {
  const refused = await security.call(list, { status: 'refused' });
  expect(refused.body.rows.length).toBeGreaterThan(0);
  expect(refused.body.rows.every((row) => row.status >= 400 && row.status < 500)).toBe(true);
  const notices = await security.call(list, { operation: 'notice.' });
  expect(new Set(notices.body.rows.map((row) => row.operation.split('.')[0]))).toEqual(new Set(['notice']));
  await world.visitor().fetch('/nothing/here', {});
  await runJob('log');
  const operations = await security.call(list, { operations_only: true, limit: 200 });
  expect(operations.body.rows.filter((row) => !row.operation.includes('.'))).toEqual([]);
  expect((await security.call(list, {})).body.rows.some((row) => row.operation === 'nothing')).toBe(true);
  const later = await security.call(list, { since: '2999-01-01T00:00:00Z' });
  expect(later.body).toMatchObject({ rows: [], next: null });
  const wrong = await security.call(list, { operation: "' or 1=1" });
  expect(wrong.body.code).toBe('invalid_input');
});

test('C.log @database: no purpose but the service sees a row, not even one with the right to read the category', async () => {
  for (const [purpose, seen] of [
    ['service', true],
    ['rights', false],
  ] as const) {
    const client = await world.kernel.pools.connect(purpose);
    try {
      const { rows } = await client.query('select count(*)::int as count from app.log_entry');
      expect(rows[0].count > 0).toBe(seen);
    } finally {
      client.release();
    }
  }
});

test("a person's own list of uses holds none of it: no row leads to anybody", async () => {
  const person = await (await (await visitorFrom('192.0.2.84')).accept()).signIn('bob@example.org');
  const { body } = await person.call(uses, {});
  expect(body.uses.filter((one) => one.operation.startsWith('log.'))).toEqual([]);
});

test('while the database is away the rows wait; a failing write loses none', async () => {
  const { length } = await logged('notice.show');
  await (await visitorFrom('192.0.2.85')).call(show, { language: 'en' });
  // A request is noted once its answer has gone out, which the one who asked may hear first.
  await vi.waitFor(() => {
    const waiting = world.requests.take(1);
    world.requests.putBack(waiting);
    expect(waiting).toHaveLength(1);
  });
  const broken = { ...systemOf(world.kernel), run: () => Promise.reject(new Error('away')) };
  const job = world.features.flatMap((feature) => feature.jobs ?? []).find((one) => one.name === 'log');
  await job?.run(broken as never).catch(() => undefined);
  expect(await logged('notice.show')).toHaveLength(length + 1);
});

test('C.log @operation: after its days the key of the day is shredded first and the rows go', async () => {
  const [row] = await logged('notice.show');
  const place = {
    owner: `day:${row.at.toISOString().slice(0, 10)}`,
    table: 'app.log_entry',
    row: row.id,
  };
  world.pass(30 * 86_400_000);
  await runJob('log retention');
  expect((await logged('notice.show')).length).toBeGreaterThan(0);
  world.pass(2 * 86_400_000);
  await runJob('log retention');
  await expect(world.kernel.vault.open(row.sealed, place)).rejects.toThrow(Shredded);
  expect(await logged('notice.show')).toEqual([]);
});

test('rows from before there were days are read with the others, and go after their days', async () => {
  const at = new Date(world.kernel.clock() - 29 * 86_400_000);
  const id = uuidv7(at.getTime());
  await world.kernel.pools.owner.query(
    `insert into app.operation_log (id, at, day, operation, method, path, status, duration_ms, browser, region)
     values ($1, $2::timestamptz, $2::timestamptz::date, 'notice.show', 'GET', '/api/notice', 200, 1, 'Firefox', 'CH')`,
    [id, at],
  );
  await (await visitorFrom('192.0.2.87')).call(show, { language: 'en' });
  await runJob('log');
  const { body } = await (await staffMember(world, 'security')).call(list, {
    operation: 'notice.',
    limit: 200,
  });
  expect(body.rows.at(-1)?.id).toBe(id);
  expect(body.rows.length).toBeGreaterThan(1);
  world.pass(2 * 86_400_000);
  await runJob('log retention');
  const { rows } = await world.kernel.pools.owner.query('select 1 from app.operation_log');
  expect(rows).toEqual([]);
  const gone = await world.kernel.pools.owner.query(
    `select rows::int, days from kernel.deletion where kind = 'log'`,
  );
  expect(gone.rows.every((row) => row.days === 30 && row.rows > 0)).toBe(true);
  expect(gone.rows.length).toBeGreaterThan(0);
});

test('days are made ahead of the rows, whatever the clock says', async () => {
  world.pass(40 * 86_400_000);
  await (await visitorFrom('192.0.2.88')).call(show, { language: 'en' });
  await runJob('log');
  const { rows } = await world.kernel.pools.owner.query(
    `select count(*)::int as n from pg_inherits where inhparent = 'app.log_entry'::regclass`,
  );
  const today = await world.kernel.pools.owner.query('select max(day)::text as day from app.log_entry');
  expect(today.rows[0].day).toBe(new Date(world.kernel.clock()).toISOString().slice(0, 10));
  expect(rows[0].n).toBeGreaterThanOrEqual(4);
});

test('the log is kept for 30 days, and for 180 in mainland China once the policy offers that duty', () => {
  expect([retentionDays(policy, 'eu_ch'), retentionDays(policy, 'cn')]).toEqual([30, 30]);
  const duty = { ...policy.clauses['E.9'], built: 'partly' as const };
  const security = { ...policy.clauses['U.security'], built: 'partly' as const };
  const offered = { ...policy, clauses: { ...policy.clauses, 'E.9': duty, 'U.security': security } };
  expect([retentionDays(offered, 'eu_ch'), retentionDays(offered, 'cn')]).toEqual([30, 180]);
});

test('C.log @operation: pages, files and what leads nowhere are logged too, without what was asked for', async () => {
  const visitor = await visitorFrom('192.0.2.86');
  await visitor.fetch('/ada@example.org/secret?token=1', {});
  await visitor.fetch('/ledger/vkey', {});
  await visitor.fetch('/health', {});
  const [nothing] = await logged('nothing');
  expect([nothing.path, nothing.status, nothing.region]).toEqual(['*', 404, 'CH-ZH']);
  expect(await logged('ledger')).toHaveLength(1);
  const { rows } = await world.kernel.pools.owner.query(`select 1 from app.log_entry where path = '/health'`);
  expect(rows).toEqual([]);
});

test('C.log @operation: for pages too: a session keeps the country only, a made-up cookie hides no address', async () => {
  const person = await (await (await visitorFrom('192.0.2.87')).accept()).signIn('pages@example.org');
  await person.fetch('/nowhere/of/hers', {});
  const [hers] = await logged('nothing');
  expect([hers.region, hers.sealed]).toEqual(['CH', null]);
  await person.call(signOut, {});
  for (const made_up of ['a'.repeat(43), 'anything', 'b'.repeat(43)]) {
    const visitor = await visitorFrom('192.0.2.88');
    visitor.cookies.set('axent-session', made_up);
    await visitor.fetch('/nowhere/of/theirs', {});
    const [theirs] = await logged('nothing');
    expect([made_up, theirs.region, theirs.sealed]).toEqual([made_up, 'CH-ZH', expect.any(Buffer)]);
    expect(theirs.id).not.toBe(hers.id);
  }
});

test('C.log @operation: a session that has ended hides no address any more', async () => {
  const person = await (await (await visitorFrom('192.0.2.89')).accept()).signIn('ended@example.org');
  await world.kernel.pools.owner.query(`update kernel.session set ended_at = now() - interval '1 hour'`);
  await person.fetch('/nowhere/after', {});
  const [row] = await logged('nothing');
  expect([row.region, row.sealed]).toEqual(['CH-ZH', expect.any(Buffer)]);
});

test('a region is as coarse as it is known', () => {
  expect(regionText({ country: 'CH', subdivision: 'ZH' }, false)).toBe('CH-ZH');
  expect(regionText({ country: 'CH', subdivision: 'ZH' }, true)).toBe('CH');
  expect(regionText({ country: 'CH', subdivision: null }, false)).toBe('CH');
  expect(regionText({ country: null, subdivision: null }, true)).toBe('unknown');
});

test('no server met a fault on the way', () => {
  expect(world.faults.map((one) => one.message)).toEqual([]);
});
