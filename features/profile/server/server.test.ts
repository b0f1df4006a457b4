import { contact } from '@axent/account/contract';
import { holdings } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { standingOf } from '../../../tests/closing/people.ts';
import { atOwnAddress } from '../../../tests/matrix/actors.ts';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { nowhere } from '../address.ts';
import { setAddress, setIdentity, show } from '../contract.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ server: { trustedProxies: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] } });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

let people = 0;
const newcomer = async () => {
  people += 1;
  return await (await atOwnAddress(world.visitor()).accept()).signIn(`profile${people}@example.org`);
};

const zurich = { country: 'CH', street: 'Beispielweg 1', postcode: 'CH-8001', town: 'Zürich' };
const kept_zurich = { ...nowhere, ...zurich, postcode: '8001' };

async function rowsOf(person: Visitor, table: string): Promise<readonly { id: string; sealed: Buffer }[]> {
  const { person: id } = await standingOf(world, person);
  const text = `select id, sealed from app.${table} where person_id = $1`;
  return (await world.kernel.pools.owner.query<{ id: string; sealed: Buffer }>(text, [id])).rows;
}

test('C.profile @operation: nothing is demanded: an account works with nothing given', async () => {
  const person = await newcomer();
  expect((await person.call(show, {})).body).toEqual({
    identity: { name: null, business_name: null },
    address: nowhere,
  });
  expect((await person.call(contact, {})).status).toBe(200);
});

test('C.profile @operation: name, business name and address are kept sealed, shown to their person alone, in the download too', async () => {
  const [person, other] = [await newcomer(), await newcomer()];
  const named = await person.call(setIdentity, { name: ' 王小明 ' });
  expect(named.body).toEqual({ name: '王小明', business_name: null });
  await person.call(setIdentity, { business_name: 'Muster & Söhne AG' });
  expect((await person.call(setAddress, zurich)).body).toEqual(kept_zurich);
  expect((await person.call(show, {})).body).toEqual({
    identity: { name: '王小明', business_name: 'Muster & Söhne AG' },
    address: kept_zurich,
  });
  expect((await other.call(show, {})).body.identity.name).toBeNull();
  const { body } = await person.call(holdings, {});
  const valuesOf = (category: string) =>
    body.holdings.find((one) => one.category === category)?.items.map(({ value }) => value);
  expect(valuesOf('identity')).toEqual([{ name: '王小明', business_name: 'Muster & Söhne AG' }]);
  expect(valuesOf('address')).toEqual([kept_zurich]);
  for (const [table, words] of [
    ['identity', '王小明'],
    ['mailing_address', 'Beispielweg'],
  ] as const) {
    const rows = await rowsOf(person, table);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.includes(words)).toBe(false);
  }
});

test('C.profile @operation: each is emptied again, and what holds nothing any more leaves no row', async () => {
  const person = await newcomer();
  await person.call(setIdentity, { name: 'Ada', business_name: 'Example' });
  await person.call(setAddress, zurich);
  expect((await person.call(setIdentity, { name: '' })).body).toEqual({
    name: null,
    business_name: 'Example',
  });
  expect(await rowsOf(person, 'identity')).toHaveLength(1);
  await person.call(setIdentity, { business_name: ' ' });
  expect(await rowsOf(person, 'identity')).toEqual([]);
  expect((await person.call(setAddress, { country: 'CH' })).body).toEqual(nowhere);
  expect(await rowsOf(person, 'mailing_address')).toEqual([]);
});

test.each([
  [{ street: 'a\u202eb' }, 'text_unreadable', 'street'],
  [{ town: 'x'.repeat(81) }, 'text_too_long', 'town'],
  [{ town: '' }, 'field_missing', 'town'],
  [{ postcode: '80011' }, 'postcode_invalid', 'postcode'],
  [{ country: 'IT', postcode: '20121', province: 'Milano' }, 'province_invalid', 'province'],
  [{ country: 'XX' }, 'country_unknown', 'country'],
])(
  'C.profile @operation: what cannot be kept is refused, says where, and changes nothing: %#',
  async (wrong, code, field) => {
    const person = await newcomer();
    await person.call(setAddress, zurich);
    const { status, body } = await person.call(setAddress, { ...zurich, ...wrong });
    expect([status, body.code]).toEqual([422, code]);
    expect(body).toMatchObject({ field });
    expect(body.detail).toContain('Nothing was changed');
    expect((await person.call(show, {})).body.address).toEqual(kept_zurich);
  },
);

test('the example of a refused postcode is one of its country', async () => {
  const person = await newcomer();
  const { body } = await person.call(setAddress, { ...zurich, country: ' nl ' });
  expect(body.detail).toContain('2490 AA');
});

test('C.profile @operation: kept twice, it is there once; two changes at the same moment do not undo each other', async () => {
  const person = await newcomer();
  const at_once = await Promise.all([
    person.call(setIdentity, { name: 'Ada' }),
    person.call(setIdentity, { business_name: 'Example' }),
    ...[1, 2, 3].map(() => person.call(setAddress, zurich)),
  ]);
  expect(at_once.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  expect((await person.call(show, {})).body).toEqual({
    identity: { name: 'Ada', business_name: 'Example' },
    address: kept_zurich,
  });
  await Promise.all([
    person.call(setIdentity, { name: 'Bo' }),
    person.call(setIdentity, { business_name: '' }),
  ]);
  expect((await person.call(show, {})).body.identity).toEqual({ name: 'Bo', business_name: null });
  expect(await rowsOf(person, 'identity')).toHaveLength(1);
  expect(await rowsOf(person, 'mailing_address')).toHaveLength(1);
});

test('C.profile @operation: nobody is found by a name: the same one may be anybody’s', async () => {
  const [one, other] = [await newcomer(), await newcomer()];
  for (const person of [one, other]) await person.call(setIdentity, { name: 'Ada Example' });
  expect((await one.call(show, {})).body.identity.name).toBe('Ada Example');
  expect((await other.call(show, {})).body.identity.name).toBe('Ada Example');
});
