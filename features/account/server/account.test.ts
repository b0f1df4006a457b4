import { systemOf } from '@axent/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../../tests/carriers/until.ts';
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
  expect(asked.body).toEqual({
    sent_to: 'm…a@example.org',
    expires_in_s: 600,
    again_in_s: 30,
    slow: false,
    long: false,
  });
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

/** Nine wrong codes, a new code, one more: short codes are refused now. */
async function guessOut(email: string) {
  const { visitor } = await ask(email);
  const code = await visitor.codeFor(email);
  for (let guess = 0; guess < 9; guess++) await visitor.call(verifyCode, { email, code: wrongOf(code) });
  world.pass(minute_ms);
  await visitor.call(requestCode, { email, language: 'en' });
  await visitor.call(verifyCode, { email, code: '1' });
  return { visitor, code };
}

test('wrong codes are counted for the recipient: a new code does not reset them, an hour does', async () => {
  const email = 'guessed@example.org';
  const { visitor, code } = await guessOut(email);
  const tenth = await visitor.call(verifyCode, { email, code });
  expect([tenth.status, tenth.body.code]).toEqual([429, 'too_many_guesses']);
  expect(tenth.body.detail).toContain('it comes longer');
  world.pass(60 * minute_ms);
  const again = await visitor.call(requestCode, { email, language: 'en' });
  expect([again.status, again.body.long]).toEqual([200, false]);
});

test('whoever guesses at somebody else’s codes keeps nobody out: the next code is long, and works', async () => {
  const email = 'owner@example.org';
  await guessOut(email);
  const { visitor: owner, asked } = await ask(email);
  expect(asked.body.long).toBe(true);
  const mail = await until(() =>
    world.outbox.mails.find((one) => one.to === email && one.subject.includes('-')),
  );
  const long = mail.subject.replace(/^[^:]*: /, '');
  expect(long).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$/);
  // Wrong long codes are not counted: nobody can guess one, nor keep the owner out by trying.
  for (let guess = 0; guess < 12; guess++) {
    const wrong = await owner.call(verifyCode, { email, code: '00000-00000-00000-00000-00000' });
    expect(wrong.body.code).toBe('code_wrong');
  }
  const typed = ` ${long.toLowerCase().replaceAll('-', ' ')}`;
  expect((await owner.call(verifyCode, { email, code: typed })).status).toBe(200);
  // What was guessed within the hour stays counted.
  world.pass(minute_ms);
  expect((await ask(email)).asked.body.long).toBe(true);
});

test('a stranger’s asking does not replace the owner’s code', async () => {
  const email = 'mine@example.org';
  const { visitor: owner } = await ask(email);
  const code = await owner.codeFor(email);
  const { visitor: stranger, asked } = await ask(email);
  expect(asked.status).toBe(200);
  expect((await stranger.call(verifyCode, { email, code })).body.code).toBe('code_wrong');
  expect((await owner.call(verifyCode, { email, code })).status).toBe(200);
});

test('no mailbox is flooded: twenty codes in an hour, from whatever browsers', async () => {
  const email = 'flooded@example.org';
  for (let sent = 0; sent < 20; sent++) expect((await ask(email)).asked.status).toBe(200);
  const { asked } = await ask(email);
  expect([asked.status, asked.body.code]).toEqual([429, 'too_many_codes']);
  expect(asked.body.detail).toMatch(/in \d+ minutes/);
  world.pass(60 * minute_ms);
  expect((await ask(email)).asked.status).toBe(200);
});

test('what counts nothing any more is tidied away', async () => {
  await ask('tidied@example.org');
  const { visitor } = await ask('kept@example.org');
  await visitor.call(verifyCode, { email: 'kept@example.org', code: '00000000' });
  world.pass(3 * 60 * minute_ms);
  const job = world.features
    .flatMap((feature) => feature.jobs ?? [])
    .find((one) => one.name === 'account tidying');
  await job?.run(systemOf(world.kernel));
  const left = async (table: string) =>
    (await world.kernel.pools.owner.query(`select failures from app.${table}`)).rows;
  expect((await world.kernel.pools.owner.query('select 1 from app.sign_in_try')).rows).toEqual([]);
  const counted = (await left('sign_in_recipient')) as { failures: number }[];
  expect(counted.length).toBeGreaterThan(0);
  expect(counted.every(({ failures }) => failures > 0)).toBe(true);
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
