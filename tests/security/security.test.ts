import { randomUUID } from 'node:crypto';
import { requestCode, verifyCode } from '@axent/account/contract';
import { systemOf } from '@axent/kernel';
import { list } from '@axent/log/contract';
import { show } from '@axent/notice/contract';
import { addresses, approve, end, incidents, propose, signals } from '@axent/security/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rules } from '../../features/security/security.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

const hour_ms = 3_600_000;
const day_ms = 24 * hour_ms;
const attacker = '203.0.113.66';

let world: World;
let security: Visitor;
let officer: Visitor;
beforeAll(async () => {
  world = await openWorld({
    server: {
      trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'],
      onRequest: (facts) => {
        world.requests.note(facts);
        world.signals.note(facts);
      },
    },
  });
  // By day in Zurich, and far from midnight in UTC.
  world.pass((34 - new Date().getUTCHours()) * hour_ms);
  security = await staffMember(world, 'security');
  officer = await staffMember(world, 'privacy_officer');
  await world.freshen();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function runJob(name: string): Promise<void> {
  const job = world.features.flatMap((feature) => feature.jobs ?? []).find((one) => one.name === name);
  if (job === undefined) throw new Error(`no job ${name}`);
  await job.run(systemOf(world.kernel));
}

function from(address: string): Visitor {
  const visitor = world.visitor();
  visitor.headers = { 'x-forwarded-for': address };
  return visitor;
}

const at = (offset_ms: number) => new Date(world.kernel.clock() + offset_ms).toISOString();

const window = () => ({ from: at(-hour_ms), until: at(hour_ms) });

async function stand(name: string, times = window(), telling: null | typeof telling_words = null) {
  const proposed = await security.call(propose, { name, why: 'Somebody tries codes.', telling, ...times });
  expect(proposed.status).toBe(200);
  const { id } = proposed.body;
  expect((await officer.call(approve, { id })).status).toBe(200);
  return id;
}

const telling_words = {
  en: { what: 'Somebody could see addresses of stores.', next: 'There is nothing that you have to do.' },
  'zh-CN': { what: '有人看到了门店地址。', next: '您无需采取任何措施。' },
  de: { what: 'Jemand konnte Adressen von Läden sehen.', next: 'Sie müssen nichts tun.' },
};

const opened = async (incident: string, who = security) => await who.call(addresses, { incident });

async function guess(visitor: Visitor, email: string, tries: number): Promise<void> {
  await visitor.call(requestCode, { email, language: 'en' });
  for (let round = 0; round < tries; round++)
    await visitor.call(verifyCode, { email, code: `0000 000${round % 10}` });
}

test('U.security @operation: wrong codes from one address are a signal from their number on, without an address', async () => {
  const visitor = await from(attacker).accept();
  await guess(visitor, 'target@example.org', 6);
  await runJob('risk signals');
  expect((await security.call(signals, {})).body.signals).toEqual([]);
  await guess(visitor, 'target@example.org', 0);
  await guess(await from(attacker).accept(), 'other@example.org', 5);
  await runJob('risk signals');
  const { body } = await security.call(signals, {});
  expect(body.signals).toMatchObject([{ rule: 'guessing', from_times: rules.guessing, times: 11 }]);
  expect(body.signals[0]?.fingerprint).toMatch(/^[0-9a-f]{8}$/);
  const { rows } = await world.kernel.pools.owner.query('select s::text as text from app.risk_signal s');
  expect(rows.map(({ text }) => text).join('\n')).not.toContain('203.0.113');
});

test('U.security @operation: nothing is counted of who is signed in, and a made-up session hides nothing', async () => {
  const counted = async () => {
    const { rows } = await world.kernel.pools.owner.query<{ times: string }>(
      `select coalesce(sum(times), 0) as times from app.risk_signal where rule = 'probing'`,
    );
    return Number(rows[0]?.times);
  };
  const probe = async (cookie: string) => {
    const headers = { cookie, 'x-forwarded-for': '203.0.113.77' };
    for (let n = 0; n < 5; n++) await fetch(`${world.base}/api/nowhere-${n}`, { headers });
    await runJob('risk signals');
  };
  const person = await (await from('203.0.113.77').accept()).signIn('lost@example.org');
  await probe([...person.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
  expect(await counted()).toBe(0);
  await probe(`axent-session=${'A'.repeat(43)}`);
  expect(await counted()).toBe(5);
});

test('U.security @operation: signals are for security, and for nobody else', async () => {
  for (const who of [officer, await staffMember(world, 'administrator'), world.visitor()])
    expect((await who.call(signals, {})).body.code).toMatch(/not_allowed|not_signed_in/);
});

test('U.security @operation: the fingerprint of an address changes with the day, and cannot be made again', async () => {
  const prints = async () => {
    const { rows } = await world.kernel.pools.owner.query<{ print: string }>(
      `select encode(fingerprint, 'hex') as print from app.risk_signal where rule = 'guessing' order by day`,
    );
    return rows.map(({ print }) => print);
  };
  const first = await prints();
  expect(first).toHaveLength(1);
  world.pass(day_ms);
  await world.freshen();
  await guess(await from(attacker).accept(), 'third@example.org', 4);
  await runJob('risk signals');
  const both = await prints();
  expect(new Set(both).size).toBe(2);
  world.pass(2 * day_ms);
  await world.freshen();
  await runJob('risk signals tidying');
  // What was a signal stays, what stayed below the number went, and so did what the fingerprints were made with.
  expect(await prints()).toEqual(first);
  const { rows } = await world.kernel.pools.owner.query('select day from app.signal_salt');
  expect(rows).toEqual([]);
});

test('C.log @operation: without an incident no address is opened, by nobody and from no operation', async () => {
  await (await from(attacker)).call(show, { language: 'en' });
  await runJob('log');
  const made_up = await opened('018f0000-0000-7000-8000-000000000000');
  expect([made_up.status, made_up.body.code]).toEqual([409, 'no_incident']);
  expect(JSON.stringify((await security.call(list, {})).body)).not.toContain('203.0.113');
});

test('C.log @operation: an incident takes two, stands in its window alone, and each opening is noted', async () => {
  const times = window();
  const { body } = await security.call(propose, {
    name: 'Guessing in November',
    why: 'w',
    telling: null,
    ...times,
  });
  expect((await opened(body.id)).body.code).toBe('no_incident');
  const own = await security.call(approve, { id: body.id });
  expect([own.status, own.body.code]).toEqual([409, 'own_incident']);
  expect((await officer.call(approve, { id: body.id })).status).toBe(200);
  expect((await officer.call(approve, { id: body.id })).body.code).toBe('incident_decided');
  const { rows } = (await opened(body.id)).body;
  expect(rows.find(({ operation }) => operation === 'notice.show')?.address).toBe(attacker);
  expect((await opened(body.id, officer)).status).toBe(403);
  const [shown] = (await officer.call(incidents, {})).body.incidents;
  expect(shown).toMatchObject({ name: 'Guessing in November', state: 'stands', own: false });
  expect(shown?.looks.map((look) => look.rows)).toEqual([rows.length]);
  // Rows outside its window stay sealed.
  const before = await stand('An hour long ago', { from: at(-30 * day_ms), until: at(-29 * day_ms) });
  expect((await opened(before)).body.rows).toEqual([]);
  expect((await officer.call(end, { id: body.id })).status).toBe(200);
  expect((await opened(body.id)).body.code).toBe('no_incident');
  expect((await officer.call(end, { id: body.id })).body.code).toBe('incident_decided');
  expect((await officer.call(end, { id: randomUUID() })).body.code).toBe('incident_unknown');
});

test('C.log @gate: boxes of another time are refused in the middle of an incident that stands', async () => {
  const id = await stand('A window of old', { from: at(-30 * day_ms), until: at(-29 * day_ms) });
  const { rows } = await world.kernel.pools.owner.query(
    `select id, to_char(day, 'YYYY-MM-DD') as day, sealed from app.log_entry where sealed is not null limit 1`,
  );
  const { unseal } = await import('../../kernel/operation/unseal.ts');
  const [row] = rows;
  const client = await world.kernel.connect('security');
  try {
    await client.query('begin');
    const { rows: held } = await world.kernel.pools.owner.query(
      `select person_id from kernel.role where role = 'security'`,
    );
    await client.query(`select set_config('axent.person', $1, true)`, [held[0].person_id]);
    const connection = { query: (asked: never) => client.query(asked) } as never;
    const boxes = [{ table: 'app.log_entry', row: row.id, day: row.day, sealed: row.sealed }];
    const asked = unseal(
      { kernel: world.kernel as never, client: connection, note: () => undefined },
      id,
      boxes,
    );
    await expect(asked).rejects.toMatchObject({ code: 'not_allowed' });
  } finally {
    await client.query('rollback');
    client.release();
  }
});

test('C.log @operation: a window is a week at most, begins in the past, and each incident has its own name', async () => {
  const asked = async (times: { from: string; until: string }, name = 'Another') =>
    (await security.call(propose, { name, why: 'w', telling: null, ...times })).body.code;
  expect(await asked({ from: at(-8 * day_ms), until: at(0) })).toBe('window_too_long');
  expect(await asked({ from: at(hour_ms), until: at(2 * hour_ms) })).toBe('window_wrong');
  expect(await asked({ from: at(-hour_ms), until: at(-2 * hour_ms) })).toBe('window_wrong');
  expect(await asked(window(), 'An hour long ago')).toBe('incident_name_taken');
});

test('C.log @operation: an incident is over after its days, and what was shredded stays so', async () => {
  const id = await stand('Soon over');
  const day = new Date(world.kernel.clock()).toISOString().slice(0, 10);
  await world.kernel.vault.shred(`day:${day}`);
  const { rows } = (await opened(id)).body;
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ address }) => address === null)).toBe(true);
  world.pass(31 * day_ms);
  await world.freshen();
  expect((await opened(id)).body.code).toBe('no_incident');
});

test('M.push @operation: an incident that was approved with words is told to everybody once, at night too', async () => {
  world.pass(17 * hour_ms);
  const email = 'ada@example.org';
  await (await world.visitor().accept()).signIn(email);
  // Whoever has only a phone is told there all that can be done.
  const phone = '+41791234567';
  await (await world.visitor().accept()).signInByPhone(phone);
  await world.freshen();
  const told = () =>
    world.outbox.mails.filter((mail) => mail.to === email && /concerns your data/.test(mail.subject));
  const { body } = await security.call(propose, {
    name: 'Stores seen',
    why: 'w',
    telling: telling_words,
    ...window(),
  });
  await runJob('incidents told');
  expect(told()).toEqual([]);
  await officer.call(approve, { id: body.id });
  await runJob('incidents told');
  for (let round = 0; round < 200 && told().length === 0; round++)
    await new Promise((done) => setTimeout(done, 50));
  const [mail] = told();
  expect(mail?.text).toContain('Somebody could see addresses of stores.');
  expect(mail?.text).toContain('There is nothing that you have to do.');
  expect(mail?.text).toContain('because there was an incident');
  const sms = () =>
    world.outbox.mails.find(({ to, text }) => to === phone && /addresses of stores/.test(text));
  await expect.poll(sms).toBeDefined();
  expect(sms()?.text).toContain('There is nothing that you have to do.');
  await runJob('incidents told');
  await new Promise((done) => setTimeout(done, 1_500));
  expect(told()).toHaveLength(1);
});
