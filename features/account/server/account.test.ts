import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../tests/world.ts';
import { requestCode, verifyCode } from '../contract.ts';

const minute_ms = 60_000;
let world: World;
beforeAll(async () => {
  world = await openWorld({ server: { trustedProxies: ['127.0.0.1', '::1'] } });
});
afterAll(() => world.close());

let people = 0;
/** Everybody comes from an address of their own, since calls without a session are limited by address. */
const newcomer = async () => {
  people += 1;
  const visitor = world.visitor();
  visitor.headers = { 'x-forwarded-for': `203.0.113.${people}` };
  return await visitor.accept();
};

const ask = async (email: string) => {
  const visitor = await newcomer();
  const asked = await visitor.call(requestCode, { email, language: 'en' });
  return { visitor, asked };
};
const wrongOf = (code: string) => String((Number(code.replaceAll(' ', '')) + 1) % 1e8).padStart(8, '0');

test('M.code @operation: a code goes to whoever asked, says why it came, and nothing rides along', async () => {
  const { asked } = await ask('mia@example.org');
  expect(asked.body).toEqual({ sent_to: 'm…a@example.org', expires_in_s: 600, again_in_s: 30, slow: false });
  await world.visitor().codeFor('mia@example.org');
  const mail = world.outbox.mails.find((one) => one.to === 'mia@example.org');
  expect(mail?.text).toMatch(/^Your code is \d{4} \d{4}\./);
  expect(mail?.text).toContain('because this address was entered to sign in');
  expect(mail?.text).not.toMatch(/https?:|offer|news/i);
});

test('M.code @operation: the answer is the same whether or not there is an account', async () => {
  await (await newcomer()).signIn('known@example.org');
  world.pass(minute_ms);
  const known = (await ask('known@example.org')).asked;
  const unknown = (await ask('unknow@example.org')).asked;
  expect([known.status, Object.keys(known.body)]).toEqual([unknown.status, Object.keys(unknown.body)]);
});

test.each([
  '',
  'nobody',
  'a@b',
  'two@@example.org',
  'a b@example.org',
  'a@example..org',
  `a@${'x'.repeat(250)}.org`,
])('an address that is none is told so: %j', async (email) => {
  const { asked } = await ask(email);
  expect(['address_invalid', 'invalid_input']).toContain(asked.body.code);
  expect(asked.body.detail).toBeTruthy();
});

test('U.authentication @gate: a wrong code is refused, the right one works once', async () => {
  const { visitor } = await ask('once@example.org');
  const code = await visitor.codeFor('once@example.org');
  const wrong = await visitor.call(verifyCode, { email: 'once@example.org', code: wrongOf(code) });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'code_wrong']);
  expect((await visitor.call(verifyCode, { email: 'once@example.org', code })).status).toBe(200);
  const again = await newcomer();
  again.cookies.set('axent-binding', visitor.cookies.get('axent-binding') ?? '');
  const second = await again.call(verifyCode, { email: 'once@example.org', code });
  expect(second.body.code).toBe('code_expired');
});

test('a code counts only in the browser that asked for it', async () => {
  const { visitor } = await ask('bound@example.org');
  const code = await visitor.codeFor('bound@example.org');
  const other = await newcomer();
  expect((await other.call(verifyCode, { email: 'bound@example.org', code })).body.code).toBe('code_wrong');
  expect((await visitor.call(verifyCode, { email: 'bound@example.org', code })).status).toBe(200);
});

test('a code runs out after ten minutes', async () => {
  const { visitor } = await ask('late@example.org');
  const code = await visitor.codeFor('late@example.org');
  world.pass(10 * minute_ms);
  const late = await visitor.call(verifyCode, { email: 'late@example.org', code });
  expect([late.status, late.body.code]).toEqual([422, 'code_expired']);
});

test('a second code waits half a minute, and says how long', async () => {
  const { visitor } = await ask('again@example.org');
  const again = await visitor.call(requestCode, { email: 'again@example.org', language: 'de' });
  expect([again.status, again.body.code]).toEqual([429, 'code_wait']);
  expect(again.body.detail).toMatch(/\d+ seconds/);
  world.pass(minute_ms / 2);
  expect((await visitor.call(requestCode, { email: 'again@example.org', language: 'de' })).status).toBe(200);
});

test('wrong codes are counted for the recipient: a new code does not reset them, an hour does', async () => {
  const email = 'guessed@example.org';
  const { visitor } = await ask(email);
  const code = await visitor.codeFor(email);
  for (let guess = 0; guess < 9; guess++) await visitor.call(verifyCode, { email, code: wrongOf(code) });
  world.pass(minute_ms);
  await visitor.call(requestCode, { email, language: 'en' });
  await visitor.call(verifyCode, { email, code: '1' });
  const tenth = await visitor.call(verifyCode, { email, code });
  expect([tenth.status, tenth.body.code]).toEqual([429, 'too_many_guesses']);
  world.pass(60 * minute_ms);
  expect((await visitor.call(requestCode, { email, language: 'en' })).status).toBe(200);
});

test('guesses at the same moment are counted one by one', async () => {
  const email = 'parallel@example.org';
  const { visitor } = await ask(email);
  const code = await visitor.codeFor(email);
  const guesses = Array.from({ length: 15 }, () => visitor.call(verifyCode, { email, code: wrongOf(code) }));
  const codes = (await Promise.all(guesses)).map((answer) => answer.body.code);
  expect(codes.filter((one) => one === 'code_wrong')).toHaveLength(10);
  expect(codes.filter((one) => one === 'too_many_guesses')).toHaveLength(5);
});

test('no server met a fault on the way', () => {
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
