import { afterAll, beforeAll, expect, test } from 'vitest';
import { authenticatorCode } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { signInPassword, signInSecond } from '../contract.entry.ts';
import { contact, requestCode, show, verifyCode } from '../contract.ts';
import {
  beginAuthenticator,
  dropAuthenticator,
  dropPassword,
  finishAuthenticator,
  newRecoveryCodes,
  ownWays,
  passwordHint,
  setPassword,
} from '../contract.ways.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const password = 'trumpet cactus violin 7';
const comer = async () => await world.visitor().accept();

/** Somebody with an account and a password. */
async function withPassword(email: string, hint?: string) {
  const person = await (await comer()).signIn(email);
  await world.freshen();
  const answer = await person.call(setPassword, { password, ...(hint === undefined ? {} : { hint }) });
  expect(answer.body.code).toBe(undefined);
  return person;
}

/** Sets up an authenticator app; answers its secret and the recovery codes. */
async function withAuthenticator(email: string) {
  const person = await withPassword(email);
  const { secret, uri } = (await person.call(beginAuthenticator, {})).body;
  expect(uri).toMatch(/^otpauth:\/\/totp\/AXENT:/);
  const code = authenticatorCode(secret, world.kernel.clock());
  const { recovery_codes } = (await person.call(finishAuthenticator, { code })).body;
  expect(new Set(recovery_codes).size).toBe(10);
  world.pass(31_000);
  return { person, secret, recovery_codes };
}

test('C.credentials U.authentication @operation: a password lets its person in, and nobody else', async () => {
  await withPassword('ada@example.org');
  const back = await comer();
  expect((await back.call(signInPassword, { email: ' ADA@example.org', password })).body.second).toEqual([]);
  expect((await back.call(contact, {})).body.email).toBe('ada@example.org');
  const other = await comer();
  const wrong = await other.call(signInPassword, { email: 'ada@example.org', password: `${password}.` });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'password_wrong']);
  expect((await other.call(show, {})).body.actor).toBe('visitor');
});

test('C.credentials @operation: letters typed on another keyboard are the same password', async () => {
  const person = await (await comer()).signIn('uml@example.org');
  await person.call(setPassword, { password: 'Grünes Fahrrad übermorgen' });
  const back = await comer();
  const typed = 'Grünes Fahrrad übermorgen'.normalize('NFD');
  expect((await back.call(signInPassword, { email: 'uml@example.org', password: typed })).status).toBe(200);
});

test('C.credentials @operation: whoever has no account, or no password, is answered as with a wrong one', async () => {
  await (await comer()).signIn('none@example.org');
  const visitor = await comer();
  const answers = [];
  for (const email of ['nobody@example.org', 'none@example.org', 'ada@example.org'])
    answers.push((await visitor.call(signInPassword, { email, password: 'wrong horse' })).body);
  expect(new Set(answers.map((body) => JSON.stringify({ ...body, instance: '' }))).size).toBe(1);
});

test('C.credentials @operation: passwords that are short, common or made of the address are refused', async () => {
  const person = await (await comer()).signIn('wilhelmina.tellson@example.org');
  const set = async (given: string) => (await person.call(setPassword, { password: given })).body.code;
  expect(await set('short words')).toBe('password_short');
  expect(await set('passwordpassword')).toBe('password_common');
  expect(await set('wilhelmina.tellson')).toBe('password_common');
  expect(await set('123456789012345')).toBe('password_common');
  expect((await person.call(ownWays, {})).body.password).toBeNull();
});

test('C.credentials @operation: the hint may not tell the password, and is shown to who has just proved themself', async () => {
  const person = await (await comer()).signIn('hint@example.org');
  for (const hint of [password, 'it is TRUMPET-CACTUS-VIOLIN', 'cactusviolin', 'niloiv sutcac'])
    expect((await person.call(setPassword, { password, hint })).body.code).toBe('hint_tells');
  expect((await person.call(setPassword, { password, hint: 'the band in the garden' })).status).toBe(200);
  expect((await person.call(passwordHint, {})).body.hint).toBe('the band in the garden');
  world.pass(601_000);
  expect((await person.call(passwordHint, {})).body.code).toBe('fresh_sign_in_needed');
  const { rows } = await world.kernel.pools.owner.query('select sealed from app.password_hint');
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('garden');
});

test('a new password ends the other sessions; dropping it takes the hint along', async () => {
  const elsewhere = await (await comer()).signIn('ends@example.org');
  world.pass(61_000);
  const person = await withPassword('ends@example.org', 'blue');
  expect((await elsewhere.call(contact, {})).status).toBe(401);
  expect((await person.call(ownWays, {})).body.password).toMatchObject({ has_hint: true });
  await person.call(dropPassword, {});
  expect((await person.call(ownWays, {})).body.password).toBeNull();
  expect((await person.call(passwordHint, {})).body.hint).toBeNull();
  const back = await comer();
  const refused = await back.call(signInPassword, { email: 'ends@example.org', password });
  expect(refused.body.code).toBe('password_wrong');
});

test('C.credentials @operation: ten wrong passwords close that door for an hour; a code opens another', async () => {
  await withPassword('guessed@example.org');
  const thief = await comer();
  const guess = { email: 'guessed@example.org', password: 'guess' };
  for (let n = 0; n < 10; n++) await thief.call(signInPassword, guess);
  const right = await thief.call(signInPassword, { ...guess, password });
  expect([right.status, right.body.code]).toEqual([429, 'password_guessed_out']);
  world.pass(61_000);
  const owner = await (await comer()).signIn('guessed@example.org');
  expect((await owner.call(show, {})).body.actor).toBe('person');
  world.pass(3_600_000);
  expect((await (await comer()).call(signInPassword, { ...guess, password })).status).toBe(200);
});

test('C.credentials U.authentication @operation: with an authenticator app, code and password open only half', async () => {
  const { secret } = await withAuthenticator('two@example.org');
  const email = 'two@example.org';
  const back = await comer();
  expect((await back.call(signInPassword, { email, password })).body.second).toEqual([
    'authenticator',
    'recovery',
  ]);
  expect((await back.call(show, {})).body.actor).toBe('visitor');
  expect((await back.call(contact, {})).status).toBe(401);
  const code = authenticatorCode(secret, world.kernel.clock());
  expect(
    (await back.call(signInSecond, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).body.second,
  ).toEqual([]);
  expect((await back.call(contact, {})).body.email).toBe(email);
  // The same code does not count twice, in whatever browser.
  const again = await comer();
  await again.call(signInPassword, { email, password });
  expect((await again.call(signInSecond, { code })).body.code).toBe('second_wrong');
});

test('a phone whose clock is half a minute off still counts; one that is minutes off does not', async () => {
  const { secret } = await withAuthenticator('skew@example.org');
  const tries: [number, number][] = [
    [-300_000, 422],
    [300_000, 422],
    [-30_000, 200],
    [30_000, 200],
  ];
  for (const [off_ms, status] of tries) {
    world.pass(61_000);
    const back = await comer();
    await back.call(signInPassword, { email: 'skew@example.org', password });
    const code = authenticatorCode(secret, world.kernel.clock() + off_ms);
    expect([off_ms, (await back.call(signInSecond, { code })).status]).toEqual([off_ms, status]);
  }
});

test('C.credentials @operation: a recovery code counts once, in any spelling; new ones end the old', async () => {
  const { person, recovery_codes } = await withAuthenticator('lost@example.org');
  const [first = '', second = ''] = recovery_codes;
  const enter = async (code: string) => {
    const back = await comer();
    await back.call(signInPassword, { email: 'lost@example.org', password });
    return (await back.call(signInSecond, { code })).status;
  };
  expect(await enter(first.toLowerCase().replaceAll('-', ' '))).toBe(200);
  expect(await enter(first)).toBe(422);
  expect((await person.call(ownWays, {})).body.recovery_codes_left).toBe(9);
  await world.freshen();
  await person.call(newRecoveryCodes, {});
  expect(await enter(second)).toBe(422);
});

test('C.credentials @operation: guesses at the second step count for the person, whatever way they began by', async () => {
  const { secret } = await withAuthenticator('many@example.org');
  const email = 'many@example.org';
  for (let n = 0; n < 10; n++) {
    const thief = await comer();
    await thief.call(signInPassword, { email, password });
    expect((await thief.call(signInSecond, { code: '000000' })).body.code).toBe('second_wrong');
  }
  const back = await comer();
  const earlier = back.newestFor(email);
  await back.call(requestCode, { email, language: 'en' });
  await back.call(verifyCode, { email, code: await back.codeFor(email, earlier) });
  const code = authenticatorCode(secret, world.kernel.clock());
  expect((await back.call(signInSecond, { code })).body.code).toBe('second_guessed_out');
  world.pass(3_600_000);
  await back.call(signInPassword, { email, password });
  const later = authenticatorCode(secret, world.kernel.clock());
  expect((await back.call(signInSecond, { code: later })).status).toBe(200);
});

test('without an authenticator app a code is enough again, and its recovery codes are gone', async () => {
  const { person } = await withAuthenticator('off@example.org');
  await person.call(dropAuthenticator, {});
  expect((await person.call(ownWays, {})).body).toMatchObject({ two_steps: false, recovery_codes_left: 0 });
  expect(
    (await (await comer()).call(signInPassword, { email: 'off@example.org', password })).body.second,
  ).toEqual([]);
});

test('a half sign-in runs out, and nobody else’s browser has one', async () => {
  await withAuthenticator('half@example.org');
  const stranger = await comer();
  expect((await stranger.call(signInSecond, { code: '123456' })).body.code).toBe('no_second_step');
  const back = await comer();
  await back.call(signInPassword, { email: 'half@example.org', password });
  await world.kernel.pools.owner.query(
    `update kernel.half_session set ends_at = now() - interval '1 second'`,
  );
  expect((await back.call(signInSecond, { code: '123456' })).body.code).toBe('no_second_step');
});

test('C.credentials @disk: no password, secret or recovery code stands readable in any row', async () => {
  const { secret, recovery_codes } = await withAuthenticator('sealed@example.org');
  const { rows } = await world.kernel.pools.owner.query('select sealed from app.credential');
  const all = Buffer.concat(rows.map((row) => row.sealed)).toString('latin1');
  for (const kept of [password, secret, ...recovery_codes, '$argon2id$']) expect(all).not.toContain(kept);
});

test('M.push @operation: a way into the account that changed is told to its owner', async () => {
  await withAuthenticator('told@example.org');
  const told = () =>
    world.outbox.mails.filter(
      ({ to, subject }) => to === 'told@example.org' && subject === 'How you sign in has changed',
    );
  await expect.poll(() => told().length).toBe(2);
  expect(
    told()
      .map(({ text }) => text)
      .join(),
  ).toContain('a new password was set');
});
