import { setTimeout as sleep } from 'node:timers/promises';
import { contact, requestCode, verifyCode, ways } from '@axent/account/contract';
import type { Carrier } from '@axent/kernel';
import { httpCarrier, smppCarrier } from '@axent/messages/server';
import { holdings } from '@axent/privacy/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWorld, type World } from '../world.ts';
import { type HttpPeer, httpPeer } from './http.peer.ts';
import { type SmppPeer, smppPeer } from './smpp.peer.ts';
import { until } from './until.ts';

let world: World;
let first: SmppPeer;
let second: HttpPeer;
let carriers: Carrier[];
beforeAll(async () => {
  first = await smppPeer();
  second = await httpPeer();
  carriers = [
    smppCarrier({ id: 'sms.first', url: first.url, from: 'AXENT', answer_ms: 600 }),
    httpCarrier({
      id: 'sms.second',
      channel: 'sms',
      url: `${second.origin}/send`,
      headers: { 'content-type': 'application/json' },
      body: '{"to":"{to}","text":"{text}"}',
      time_ms: 600,
    }),
  ];
  world = await openWorld({ carriers, server: { outbox: null, trustedProxies: ['127.0.0.1', '::1'] } });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
  for (const carrier of carriers) await carrier.close();
  await first.stop();
  await second.stop();
});
beforeEach(() => {
  first.mood = 'takes';
  first.taken.length = 0;
  second.taken.length = 0;
  // Past every rest of a carrier.
  world.pass(400_000);
});

let people = 0;
/** A number nobody had yet, at an address of its own. */
async function somebody() {
  people += 1;
  const phone = `+4179123${String(4500 + people)}`;
  const visitor = world.visitor();
  visitor.headers = { 'x-forwarded-for': `203.0.113.${people}` };
  return { visitor: await visitor.accept(), phone };
}

const sentBySecond = () =>
  second.taken.map(({ body }) => JSON.parse(body.toString()) as { to: string; text: string });
const codeIn = (text: string) => /\d{4} \d{4}/.exec(text)?.[0] ?? '';

async function state(id: string) {
  const { rows } = await world.kernel.asKernel((client) =>
    client.query('select * from kernel.carrier_state() where id = $1', [id]),
  );
  return rows[0] as Record<string, string | null> | undefined;
}

const waiting = async () =>
  Number(
    (await world.kernel.asKernel((client) => client.query('select count(*) from kernel.message'))).rows[0]
      .count,
  );

test('M.code @operation: a code comes by SMS, and opens the account of the number', async () => {
  const { visitor, phone } = await somebody();
  expect((await visitor.call(ways, {})).body).toEqual({ phone: true, wechat: false });
  const asked = await visitor.call(requestCode, {
    phone: `0041 ${phone.slice(3, 5)} ${phone.slice(5)}`.replace('0041', '+41'),
    language: 'en',
  });
  expect(asked.body).toMatchObject({ sent_to: `+41…${phone.slice(-2)}`, slow: false, long: false });
  const sms = await until(() => first.taken[0]);
  expect(sms.to).toBe(phone.slice(1));
  expect(sms.text).toMatch(/^\d{4} \d{4} is your AXENT code/);
  const entered = await visitor.call(verifyCode, { phone, code: codeIn(sms.text) });
  expect(entered.body).toMatchObject({ created: true });
  expect((await visitor.call(contact, {})).body).toEqual({ email: null, phone });
  const held = (await visitor.call(holdings, {})).body.holdings.find((one) => one.category === 'contact');
  expect(held?.items[0]?.value).toEqual({ email: null, phone });
});

test('C.profile @operation: the same number finds the same account, however it is written', async () => {
  const { visitor, phone } = await somebody();
  await visitor.call(requestCode, { phone, language: 'en' });
  await visitor.call(verifyCode, { phone, code: codeIn((await until(() => first.taken[0])).text) });
  await until(async () => Number((await state('sms.first'))?.awaited) === 0);
  world.pass(60_000);
  first.taken.length = 0;
  const again = (await somebody()).visitor;
  const spaced = `${phone.slice(0, 3)} ${phone.slice(3, 5)} ${phone.slice(5)}`;
  await again.call(requestCode, { phone: spaced, language: 'en' });
  const { text } = await until(() => first.taken[0]);
  expect((await again.call(verifyCode, { phone, code: codeIn(text) })).body.created).toBe(false);
});

test.each([
  ['en', 160, 0],
  ['de', 160, 0],
  ['zh-CN', 70, 8],
] as const)('a code by SMS is one segment in %s, a long one too', async (language, most, coding) => {
  const { visitor, phone } = await somebody();
  await visitor.call(requestCode, { phone, language });
  const sms = await until(() => first.taken.find(({ to }) => `+${to}` === phone));
  expect(sms.data_coding).toBe(coding);
  // A long code has twenty letters more than a short one.
  expect(sms.text.length + 20).toBeLessThanOrEqual(most);
});

test.each(['+41', '+41 79 1', '079 123 45 67', '+999 123 456 789', 'abc+4179', '+41 79 123 45 67 89 01'])(
  'a number that reaches nobody is told so: %s',
  async (phone) => {
    const { visitor } = await somebody();
    const { body } = await visitor.call(requestCode, { phone, language: 'en' });
    expect(['phone_invalid', 'invalid_input']).toContain(body.code);
  },
);

test('where no carrier of SMS is set, no code is promised to a phone', async () => {
  const mailOnly = await openWorld({ on: world, carriers: [world.outbox.carrier('mail')] });
  try {
    const visitor = await mailOnly.visitor().accept();
    expect((await visitor.call(ways, {})).body).toEqual({ phone: false, wechat: false });
    const asked = await visitor.call(requestCode, { phone: '+41791234567', language: 'en' });
    expect([asked.status, asked.body.code]).toEqual([409, 'phone_not_offered']);
  } finally {
    await mailOnly.close();
  }
});

describe('when the first carrier', () => {
  test.each(['throttles', 'refuses', 'is silent', 'vanishes after taking'] as const)(
    '%s, the second brings the code',
    async (mood) => {
      first.mood = mood;
      const { visitor, phone } = await somebody();
      await visitor.call(requestCode, { phone, language: 'en' });
      const sms = await until(() => sentBySecond()[0]);
      expect(sms.to).toBe(phone);
      expect((await visitor.call(verifyCode, { phone, code: codeIn(sms.text) })).status).toBe(200);
      const noted = await until(async () => {
        const seen = await state('sms.first');
        return Number(seen?.failed ?? 0) > 0 && seen;
      });
      expect(noted.last_error).toMatch(/^(SMPP_\d+|ETIMEDOUT|ECONNRESET)$/);
      expect(JSON.stringify(noted)).not.toContain(phone.slice(3));
      expect(noted.failing_since === null).toBe(mood === 'refuses');
    },
  );

  test('answers twice, the message counts once', async () => {
    first.mood = 'answers twice';
    const before = Number((await state('sms.first'))?.sent ?? 0);
    const { visitor, phone } = await somebody();
    await visitor.call(requestCode, { phone, language: 'en' });
    await until(async () => first.taken.length === 1 && (await waiting()) === 0);
    await sleep(300);
    expect(Number((await state('sms.first'))?.sent)).toBe(before + 1);
    expect([first.taken.length, second.taken.length]).toEqual([1, 0]);
  });

  test('accepts and never delivers, a code that is asked for again goes by the second', async () => {
    first.mood = 'never delivers';
    const { visitor, phone } = await somebody();
    await visitor.call(requestCode, { phone, language: 'en' });
    await until(async () => first.taken.length === 1 && (await waiting()) === 0);
    world.pass(31_000);
    await visitor.call(requestCode, { phone, language: 'en' });
    const sms = await until(() => sentBySecond()[0]);
    expect([sms.to, first.taken.length]).toEqual([phone, 1]);
    // Others are not kept from the first by one message.
    const other = await somebody();
    await other.visitor.call(requestCode, { phone: other.phone, language: 'en' });
    await until(async () => first.taken.length === 2 && (await waiting()) === 0);
    const before = Number((await state('sms.first'))?.undelivered ?? 0);
    world.pass(600_000);
    await until(async () => Number((await state('sms.first'))?.undelivered) >= before + 2);
    expect((await state('sms.first'))?.last_error).toBe('no receipt');
  });

  test('says that it was not delivered, that is noted, once', async () => {
    first.mood = 'never delivers';
    const before = Number((await state('sms.first'))?.undelivered ?? 0);
    const { visitor, phone } = await somebody();
    await visitor.call(requestCode, { phone, language: 'en' });
    const { id } = await until(() => first.taken[0]);
    first.receipt(id, 'UNDELIV');
    first.receipt(id, 'UNDELIV');
    await until(async () => Number((await state('sms.first'))?.undelivered) === before + 1);
    await sleep(1_500);
    expect(Number((await state('sms.first'))?.undelivered)).toBe(before + 1);
    expect((await state('sms.first'))?.last_error).toBe('UNDELIV 042');
  });

  test('vanishes in mid-batch, every message comes, by one or the other', async () => {
    first.drop_after = 3;
    const crowd = await Promise.all(Array.from({ length: 8 }, somebody));
    await Promise.all(
      crowd.map(({ visitor, phone }) => visitor.call(requestCode, { phone, language: 'en' })),
    );
    await until(async () => (await waiting()) === 0);
    const reached = new Set([
      ...first.taken.map(({ to }) => `+${to}`),
      ...sentBySecond().map(({ to }) => to),
    ]);
    expect([...reached].sort()).toEqual(crowd.map(({ phone }) => phone).sort());
  });
});

test('when every carrier fails, the code waits, says that it is slow, and comes later once', async () => {
  first.mood = 'throttles';
  second.answer = (response) => response.writeHead(500).end();
  const { visitor, phone } = await somebody();
  await visitor.call(requestCode, { phone, language: 'en' });
  await until(async () => second.taken.length > 0);
  world.pass(31_000);
  expect((await visitor.call(requestCode, { phone, language: 'en' })).body.slow).toBe(true);
  first.mood = 'takes';
  world.pass(60_000);
  await until(async () => (await waiting()) === 0);
  expect(first.taken.map(({ to }) => `+${to}`)).toContain(phone);
});
