import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { contact, requestCode, verifyCode } from '../contract.ts';
import { addContact, dropContact, sendContactCode } from '../contract.ways.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const comer = async () => await world.visitor().accept();

/** Sends a code to an address and answers it. */
async function codeTo(person: Visitor, who: { readonly email: string } | { readonly phone: string }) {
  const to = 'email' in who ? who.email : who.phone;
  const earlier = person.newestFor(to);
  const sent = await person.call(sendContactCode, { ...who, language: 'en' });
  expect(sent.body.code).toBe(undefined);
  return await person.codeFor(to, earlier);
}

async function moveTo(person: Visitor, who: { readonly email: string } | { readonly phone: string }) {
  const code = await codeTo(person, who);
  return await person.call(addContact, { ...who, code, language: 'en' });
}

test('C.profile U.authentication @operation: a new address takes the place of the old one, which is told and opens nothing any more', async () => {
  const person = await (await comer()).signIn('old@example.org');
  expect((await moveTo(person, { email: 'new@example.org' })).status).toBe(200);
  expect((await person.call(contact, {})).body.email).toBe('new@example.org');
  await expect
    .poll(() => world.outbox.mails.find((mail) => mail.to === 'old@example.org')?.subject)
    .toBe('This address no longer opens your AXENT account');
  const back = await (await comer()).signIn('new@example.org');
  expect((await back.call(contact, {})).body.email).toBe('new@example.org');
  // Whoever has the old address now begins an account of their own.
  world.pass(61_000);
  const other = await (await comer()).signIn('old@example.org');
  expect((await other.call(contact, {})).body.email).toBe('old@example.org');
});

test('C.profile @operation: a phone is a second way in, and each of the two can go, but not both', async () => {
  const person = await (await comer()).signIn('both@example.org');
  const phone = '+41446681800';
  expect((await person.call(dropContact, { kind: 'email', language: 'en' })).body.code).toBe('last_way');
  expect((await moveTo(person, { phone })).status).toBe(200);
  expect((await person.call(contact, {})).body).toMatchObject({ email: 'both@example.org', phone });
  expect((await person.call(dropContact, { kind: 'email', language: 'en' })).status).toBe(200);
  expect((await person.call(contact, {})).body).toMatchObject({ email: null, phone });
  expect((await person.call(dropContact, { kind: 'phone', language: 'en' })).body.code).toBe('last_way');
  world.pass(61_000);
  const back = await (await comer()).signInByPhone(phone);
  expect((await back.call(contact, {})).body.phone).toBe(phone);
});

test('two who drop their last two ways at the same moment keep one', async () => {
  const person = await (await comer()).signIn('race@example.org');
  await moveTo(person, { phone: '+41446681801' });
  const answers = await Promise.all(
    (['email', 'phone'] as const).map((kind) => person.call(dropContact, { kind, language: 'en' })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test('M.code @operation: a code has one meaning: one that proves an address signs nobody in, and the other way round', async () => {
  const person = await (await comer()).signIn('meaning@example.org');
  const code = await codeTo(person, { email: 'other@example.org' });
  person.cookies.delete('axent-session');
  const refused = await person.call(verifyCode, { email: 'other@example.org', code });
  expect(refused.body.code).toBe('code_wrong');
  world.pass(61_000);
  // On the device that the account knows: on a new one, no address may be added for a day.
  const again = await person.signIn('meaning@example.org');
  await world.freshen();
  const earlier = again.newestFor('third@example.org');
  const visitor = await comer();
  await visitor.call(requestCode, { email: 'third@example.org', language: 'en' });
  const signing = await visitor.codeFor('third@example.org', earlier);
  again.cookies.set('axent-binding', visitor.cookies.get('axent-binding') ?? '');
  const wrong = await again.call(addContact, { email: 'third@example.org', code: signing, language: 'en' });
  expect(wrong.body.code).toBe('code_wrong');
});

test('an address that opens another account is not taken over, and nothing is changed', async () => {
  world.pass(61_000);
  await (await comer()).signIn('taken@example.org');
  world.pass(61_000);
  const person = await (await comer()).signIn('mine@example.org');
  await world.freshen();
  const answer = await moveTo(person, { email: 'taken@example.org' });
  expect([answer.status, answer.body.code]).toEqual([409, 'contact_taken']);
  expect((await person.call(contact, {})).body.email).toBe('mine@example.org');
});

test('changing how one is reached asks for a fresh sign-in', async () => {
  world.pass(61_000);
  const person = await (await comer()).signIn('stale@example.org');
  world.pass(601_000);
  const refused = await person.call(sendContactCode, { email: 'x@example.org', language: 'en' });
  expect(refused.body.code).toBe('fresh_sign_in_needed');
});
