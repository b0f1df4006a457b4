import { randomUUID } from 'node:crypto';
import { account_made, new_device, requestCode, signOut, verifyCode } from '@axent/account/contract';
import { signInPassword } from '@axent/account/contract/entry';
import { sendContactCode } from '@axent/account/contract/ways';
import { answer, decide, own, queue } from '@axent/fraud/contract';
import { systemOf } from '@axent/kernel';
import { correct, holdings } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../carriers/until.ts';
import { staffMember } from '../staff.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

const hour_ms = 3_600_000;
const minute_ms = 60_000;

let world: World;
let security: Visitor;
beforeAll(async () => {
  world = await openWorld({
    server: { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] },
    fraud: { sms_day_ceiling: 400, sms_prices: { '+41': 7, '+86': 1, '*': 10 } },
  });
  // By day, and far from midnight in UTC: see `countsOf`.
  world.pass((34 - new Date().getUTCHours()) * hour_ms);
  security = await staffMember(world, 'security');
  await freshen();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

/** Everybody has just signed in, by the server's clock, which the tests move and the database's does not. */
const freshen = () =>
  world.kernel.pools.owner.query('update kernel.session set fresh_at = $1', [new Date(world.kernel.clock())]);

let networks = 0;
function newNetwork(): string {
  networks += 1;
  return `198.51.${Math.floor(networks / 250) + 100}.${(networks % 250) + 1}`;
}

async function from(address = newNetwork()): Promise<Visitor> {
  const visitor = world.visitor();
  visitor.headers = { 'x-forwarded-for': address };
  return await visitor.accept();
}

const ask = async (visitor: Visitor, who: { email: string } | { phone: string }) =>
  (await visitor.call(requestCode, { ...who, language: 'en' })).body.code ?? 'sent';

/** A browser of its own and a network of its own for each code. */
const askAnew = async (phone: string) => ask(await from(), { phone });

/** All that was counted before is forgotten. */
const forgetCounts = () => world.kernel.pools.owner.query('delete from app.fraud_signal');

async function handled(): Promise<void> {
  await until(async () => {
    const { rows } = await world.kernel.pools.owner.query('select 1 from kernel.event limit 1');
    return rows.length === 0 ? true : undefined;
  });
}

async function changePhone(person: Visitor, phone = '+41 44 555 01 99') {
  const { body } = await person.call(holdings, {});
  const [item] = body.holdings.find(({ category }) => category === 'contact')?.items ?? [];
  return await person.call(correct, { place: item?.place ?? '', id: item?.id ?? '', value: { phone } });
}

const swiss = (end: number) => `+4144555${String(end).padStart(4, '0')}`;
const chinese = (end: number) => `+86138000${String(10_000 + end)}`;

test.each([
  ['Switzerland', swiss],
  ['China', chinese],
])(
  'U.fraud @operation: codes to many numbers of one block from one network are refused, in %s as anywhere',
  async (_, number) => {
    await forgetCounts();
    for (let n = 0; n < 3; n++) expect(await askAnew(number(n))).toBe('sent');
    const network = newNetwork();
    const codes: string[] = [];
    for (let n = 3; n < 10; n++) codes.push(await ask(await from(network), { phone: number(n) }));
    expect(codes).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'fraud_sms_pumping', 'fraud_sms_pumping']);
    // Somebody else of the block, elsewhere, still gets theirs; and so does everybody an hour later.
    expect(await askAnew(number(11))).toBe('sent');
    world.pass(hour_ms + 6 * minute_ms);
    expect(await ask(await from(network), { phone: number(12) })).toBe('sent');
  },
);

test('a number is the same in every spelling', async () => {
  await forgetCounts();
  for (const phone of ['+41 44 555 02 01', '+41445550201', '+41 (0)44 555 02 01'])
    expect(await askAnew(phone)).toBe('sent');
  const { rows } = await world.kernel.pools.owner.query(
    `select count(distinct other)::integer as numbers from app.fraud_signal where kind = 'range'`,
  );
  expect(rows).toEqual([{ numbers: 1 }]);
});

test('U.fraud @operation: when the day’s money for SMS is spent, mail is offered to everybody alike', async () => {
  await forgetCounts();
  // 400 at 10 each: forty, whatever each costs. Every block and network is another one.
  for (let n = 0; n < 40; n++) expect(await askAnew(`+49151${String(11 + n)}345678`)).toBe('sent');
  expect(await askAnew(swiss(900))).toBe('fraud_sms_ceiling');
  expect(await askAnew(chinese(900))).toBe('fraud_sms_ceiling');
  const visitor = await from();
  const { body, status } = await visitor.call(requestCode, { phone: swiss(901), language: 'en' });
  expect([status, body.detail]).toEqual([403, expect.stringContaining('By mail you get a code at once')]);
  expect(await ask(visitor, { email: 'poor@example.org' })).toBe('sent');
});

test('a code that did not leave costs nothing', async () => {
  await forgetCounts();
  const visitor = await from();
  expect(await ask(visitor, { phone: swiss(950) })).toBe('sent');
  expect(await ask(visitor, { phone: swiss(950) })).toBe('code_wait');
  const { rows } = await world.kernel.pools.owner.query(
    `select times from app.fraud_signal where kind = 'sms cost'`,
  );
  expect(rows).toEqual([{ times: 7 }]);
});

test('U.fraud @operation: one browser that asks for many people is asked to wait, and then refused', async () => {
  await forgetCounts();
  const visitor = await from();
  const codes: string[] = [];
  // The first makes the browser known.
  for (let n = 0; n < 8; n++) {
    world.pass(minute_ms / 2);
    codes.push(await ask(visitor, { email: `many-${n}@example.org` }));
  }
  expect(codes).toEqual([...Array.from({ length: 7 }, () => 'sent'), 'fraud_many_recipients']);
  // Somebody beside them in the same network is not held up.
  const beside = world.visitor();
  beside.headers = { ...visitor.headers };
  expect(await ask(await beside.accept(), { email: 'beside@example.org' })).toBe('sent');
});

test('U.fraud @operation: failures at an account are counted by network, and at its own fingerprint', async () => {
  await forgetCounts();
  const email = 'tried@example.org';
  for (let n = 0; n < 3; n++) {
    const visitor = await from();
    await ask(visitor, { email });
    expect((await visitor.call(verifyCode, { email, code: '0000 0001' })).body.code).toMatch(/^code_wrong/);
  }
  const { rows } = await world.kernel.pools.owner.query(
    `select count(distinct subject)::integer as accounts, count(distinct other)::integer as networks,
       sum(times)::integer as times from app.fraud_signal where kind = 'failure'`,
  );
  expect(rows).toEqual([{ accounts: 1, networks: 3, times: 3 }]);
});

test('U.fraud @operation: passwords that are guessed from all over are no longer asked; a code still lets its person in', async () => {
  await forgetCounts();
  const email = 'everywhere@example.org';
  await (await from()).signIn(email);
  const password = 'not the one that was set';
  const tryPassword = async (visitor: Visitor) =>
    (await visitor.call(signInPassword, { email, password })).body.code;
  const networks = await Promise.all([from(), from(), from(), from()]);
  const codes: unknown[] = [];
  for (let n = 0; n < 12; n++) codes.push(await tryPassword(networks[n % 4] as Visitor));
  expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'password_wrong'));
  expect(codes.slice(10)).toEqual(['fraud_many_failures', 'fraud_many_failures']);
  expect(await tryPassword(await from())).toBe('fraud_many_failures');
  world.pass(minute_ms);
  await (await from()).signIn(email);
  world.pass(hour_ms + 6 * minute_ms);
  expect(await tryPassword(await from())).toBe('password_wrong');
});

test('U.fraud @operation: many sign-ups from one network within minutes are asked to wait', async () => {
  await forgetCounts();
  const network = newNetwork();
  const first = await (await from(network)).signIn('first-of-many@example.org');
  expect((await first.call(own, {})).body.cases).toEqual([]);
  const counted = await world.kernel.pools.owner.query(
    `update app.fraud_signal set times = 40 where kind = 'sign up'`,
  );
  expect(counted.rowCount).toBe(1);
  expect(await ask(await from(network), { email: 'one-more@example.org' })).toBe('fraud_many_sign_ups');
  expect(await ask(await from(), { email: 'elsewhere@example.org' })).toBe('sent');
  world.pass(16 * minute_ms);
  expect(await ask(await from(network), { email: 'later@example.org' })).toBe('sent');
});

test('U.fraud @operation: on a device that is new to an account, how it is reached is not changed for a day', async () => {
  await forgetCounts();
  const email = 'moving@example.org';
  const old = await (await from()).signIn(email);
  await freshen();
  expect((await changePhone(old)).status).toBe(200);
  world.pass(minute_ms);
  const fresh = await (await from()).signIn(email);
  await handled();
  await freshen();
  const { status, body } = await changePhone(fresh);
  expect([status, body.code]).toEqual([403, 'fraud_new_device_change']);
  expect(body.detail).toContain('Nothing was changed');
  const code = await fresh.call(sendContactCode, { email: 'thief@example.org', language: 'en' });
  expect(code.body.code).toBe('fraud_new_device_change');
  // The device from before still may; and the new one is known a day later.
  expect((await changePhone(old)).status).toBe(200);
  world.pass(24 * hour_ms + 6 * minute_ms);
  await freshen();
  expect((await changePhone(fresh)).status).toBe(200);
});

test('U.fraud @operation: who is held learns why, answers, and a person decides; every step is theirs to see', async () => {
  await forgetCounts();
  const visitor = await from();
  for (let n = 0; n < 4; n++) {
    world.pass(minute_ms);
    if (n > 0) await visitor.call(signOut, {});
    await visitor.signIn(`shared-${n}@example.org`);
  }
  await handled();
  await freshen();
  const { status, body } = await changePhone(visitor);
  expect([status, body.code]).toEqual([403, 'fraud_many_accounts']);
  expect(body.detail).toContain('Held for review');

  const [held] = (await visitor.call(own, {})).body.cases;
  expect(held).toMatchObject({
    rule: 'many_accounts',
    weight: 4,
    state: 'held',
    may_answer: true,
    answer: null,
  });
  const id = held?.id ?? '';
  expect((await visitor.call(answer, { id, text: 'We are four in this flat.' })).status).toBe(200);
  // Holding once more makes no second case, and a second answer waits for the first to be read.
  expect((await changePhone(visitor)).body.code).toBe('fraud_many_accounts');
  expect((await visitor.call(own, {})).body.cases).toHaveLength(1);
  expect((await visitor.call(answer, { id, text: 'Hello?' })).body.code).toBe('case_not_open');

  const waiting = (await security.call(queue, {})).body.cases.find((one) => one.id === id);
  expect(waiting).toMatchObject({
    rule: 'many_accounts',
    state: 'answered',
    answer: 'We are four in this flat.',
  });
  const refused = await security.call(decide, { id, release: false, note: 'Who are the others?' });
  expect(refused.status).toBe(200);
  expect((await changePhone(visitor)).body.code).toBe('fraud_refused');
  expect((await visitor.call(own, {})).body.cases[0]).toMatchObject({
    state: 'refused',
    note: 'Who are the others?',
  });

  expect((await visitor.call(answer, { id, text: 'My family.' })).status).toBe(200);
  expect((await security.call(decide, { id, release: true, note: 'Thank you.' })).status).toBe(200);
  expect((await security.call(decide, { id, release: true, note: 'Again.' })).body.code).toBe(
    'case_not_open',
  );
  expect((await changePhone(visitor)).status).toBe(200);
  const history = (await security.call(queue, { done: true })).body.cases.find((one) => one.id === id);
  expect(history).toMatchObject({ state: 'released', note: 'Thank you.' });
});

test('nobody is held who is not signed in: the operation itself says so', async () => {
  const visitor = await from();
  const id = randomUUID();
  const { body } = await visitor.call(correct, { place: 'app.contact.sealed', id, value: { phone: '' } });
  expect(body.code).toBe('not_signed_in');
});

test('U.fraud @operation: a case is shown and answered by nobody but its person, and decided by security alone', async () => {
  const stranger = await (await from()).signIn('stranger@example.org');
  const [theirs] = (await security.call(queue, { done: true })).body.cases;
  const id = theirs?.id ?? '';
  expect((await stranger.call(own, {})).body.cases).toEqual([]);
  expect((await stranger.call(answer, { id, text: 'Mine!' })).body.code).toBe('case_unknown');
  for (const who of [stranger, await staffMember(world, 'privacy_officer'), world.visitor()]) {
    expect((await who.call(queue, {})).body.code).toMatch(/not_allowed|not_signed_in/);
    expect((await who.call(decide, { id, release: true, note: 'x' })).body.code).toMatch(
      /not_allowed|not_signed_in/,
    );
  }
  expect((await security.call(decide, { id: randomUUID(), release: true, note: 'x' })).body.code).toBe(
    'case_unknown',
  );
});

test('U.fraud @operation: a case lies sealed, and the signals hold no address, number or person', async () => {
  const { rows } = await world.kernel.pools.owner.query<{ text: string }>(
    'select s::text as text from app.fraud_signal s union all select c::text from app.fraud_case c',
  );
  const all = rows.map(({ text }) => text).join('\n');
  expect(rows.length).toBeGreaterThan(5);
  for (const plain of ['198.51', '+4144', 'example.org', 'many_accounts', 'four in this flat'])
    for (const form of [plain, Buffer.from(plain).toString('hex')]) expect(all).not.toContain(form);
});

test('U.fraud @operation: what was counted is gone after two days, and what its fingerprints were made with', async () => {
  await askAnew(swiss(990));
  const left = async (table: string) =>
    (await world.kernel.pools.owner.query(`select count(*)::integer as n from app.${table}`)).rows[0]?.n;
  expect(await left('fraud_signal')).toBeGreaterThan(0);
  world.pass(4 * 24 * hour_ms);
  const job = world.features.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === 'fraud tidying');
  await job?.run(systemOf(world.kernel));
  expect([await left('fraud_signal'), await left('fraud_salt')]).toEqual([0, 0]);
});

test('an event that is handed over twice counts once', async () => {
  await forgetCounts();
  const handlers = world.features.flatMap(({ name, events = {} }) => (name === 'fraud' ? [events] : []));
  const payload = { person: randomUUID(), device: randomUUID() };
  for (const name of [account_made, account_made, new_device, new_device])
    await handlers[0]?.[name]?.(payload, systemOf(world.kernel));
  const { rows } = await world.kernel.pools.owner.query(
    'select kind, count(distinct other)::integer as others from app.fraud_signal group by kind order by kind',
  );
  expect(rows).toEqual([
    { kind: 'account', others: 1 },
    { kind: 'new device', others: 1 },
    { kind: 'newcomer', others: 1 },
  ]);
});
