import { setAddress, setIdentity, show } from '@axent/profile/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { correct, holdings, remove } from '../contract.ts';

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

async function itemOf(person: Visitor, category: string) {
  const { body } = await person.call(holdings, {});
  const [item] = body.holdings.find((one) => one.category === category)?.items ?? [];
  return { place: item?.place ?? '', id: item?.id ?? '', item };
}

const vienna = { country: 'AT', street: 'Beispielgasse 1', postcode: '1010', town: 'Wien' };

test('U.rights @operation: a name and an address are corrected by the rules by which they were taken, field by field', async () => {
  const person = await (await world.visitor().accept()).signIn('profile@example.org');
  await person.call(setIdentity, { name: 'Ada', business_name: 'Example' });
  await person.call(setAddress, vienna);
  const name = await itemOf(person, 'identity');
  expect(name.item).toMatchObject({ correctable: true, deletable: true });
  const { body } = await person.call(correct, {
    place: name.place,
    id: name.id,
    value: { name: ' Zoe\u0308 ' },
  });
  expect(body.value).toEqual({ name: 'Zoë', business_name: 'Example' });
  const address = await itemOf(person, 'address');
  const change = (value: Record<string, string>) =>
    person.call(correct, { place: address.place, id: address.id, value });
  expect((await change({ country: 'CH', postcode: 'CH-8001', town: 'Zürich' })).status).toBe(200);
  for (const [wrong, code, field] of [
    [{ postcode: '80011' }, 'postcode_invalid', 'postcode'],
    [{ street: '' }, 'field_missing', 'street'],
    [{ town: 'a\u202eb' }, 'text_unreadable', 'town'],
    [{ country: 'XX' }, 'country_unknown', 'country'],
  ] as const) {
    const refused = await change(wrong);
    expect([refused.status, refused.body.code]).toEqual([422, code]);
    expect(refused.body).toMatchObject({ field });
  }
  expect((await person.call(show, {})).body).toMatchObject({
    identity: { name: 'Zoë', business_name: 'Example' },
    address: { street: 'Beispielgasse 1', postcode: '8001', town: 'Zürich', country: 'CH' },
  });
});

test('U.rights @operation: what was given freely is deleted whenever the person says so, and emptying all of it is the same', async () => {
  const person = await (await world.visitor().accept()).signIn('freely@example.org');
  await person.call(setIdentity, { name: 'Ada' });
  await person.call(setAddress, vienna);
  const { place, id } = await itemOf(person, 'address');
  expect((await person.call(remove, { place, id })).status).toBe(200);
  expect((await itemOf(person, 'address')).item).toBeUndefined();
  expect((await person.call(show, {})).body.address.country).toBeNull();
  const name = await itemOf(person, 'identity');
  const emptied = await person.call(correct, { place: name.place, id: name.id, value: { name: '' } });
  expect(emptied.body.value).toEqual({ name: null, business_name: null });
  expect((await itemOf(person, 'identity')).item).toBeUndefined();
  const contact = await itemOf(person, 'contact');
  expect((await person.call(remove, { place: contact.place, id: contact.id })).body.code).toBe(
    'not_deletable',
  );
});

test('U.rights @operation: of another person nothing is corrected or deleted', async () => {
  const person = await (await world.visitor().accept()).signIn('mine@example.org');
  const other = await (await world.visitor().accept()).signIn('theirs@example.org');
  await person.call(setAddress, vienna);
  const { place, id } = await itemOf(person, 'address');
  expect((await other.call(remove, { place, id })).status).toBe(404);
  expect((await other.call(correct, { place, id, value: { town: 'Graz' } })).status).toBe(404);
  expect((await person.call(show, {})).body.address.town).toBe('Wien');
});
