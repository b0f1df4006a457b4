import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { correct, holdings } from '../contract.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function contactOf(person: Visitor) {
  const { body } = await person.call(holdings, {});
  const [item] = body.holdings.find((one) => one.category === 'contact')?.items ?? [];
  return { place: item?.place ?? '', id: item?.id ?? '', phone: item?.value.phone ?? null };
}

async function correctPhone(person: Visitor, phone: string) {
  const { place, id } = await contactOf(person);
  return await person.call(correct, { place, id, value: { phone } });
}

test('U.rights @operation: a phone number is corrected, shown at once, and taken away again', async () => {
  const person = await (await world.visitor().accept()).signIn('phone@example.org');
  expect((await correctPhone(person, '+41 44 555 01 23')).body.value).toMatchObject({
    phone: '+41 44 555 01 23',
  });
  expect((await contactOf(person)).phone).toBe('+41 44 555 01 23');
  expect((await correctPhone(person, '')).status).toBe(200);
});

test.each(['call me', '12345', '+41 <b>44 555 01 23</b>', '1'.repeat(16), '+'])(
  'what no telephone understands is refused by the server too, and nothing changes: %s',
  async (phone) => {
    const person = await (await world.visitor().accept()).signIn(`${phone.length}@example.org`);
    const { status, body } = await correctPhone(person, phone);
    expect([status, body.code]).toEqual([422, 'phone_uncallable']);
    expect(body.detail).toContain('Type its figures');
    expect((await contactOf(person)).phone).toBeNull();
  },
);

test('how an account is reached is changed only soon after signing in', async () => {
  const person = await (await world.visitor().accept()).signIn('stale@example.org');
  world.pass(11 * 60_000);
  const { status, body } = await correctPhone(person, '+41 44 555 01 23');
  expect([status, body.code]).toEqual([401, 'fresh_sign_in_needed']);
  expect((await contactOf(person)).phone).toBeNull();
});
