import { readFileSync } from 'node:fs';
import { families } from '@axent/brand/products';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../../../tests/world.ts';
import { list, nearest, nearPlace, places } from '../contract.ts';
import { importContent } from './import.ts';

// One country alone is served; the brand has stores in five.

const read = (name: string) => readFileSync(new URL(import.meta.resolve(`@axent/brand/${name}.csv`)));
const berlin = { latitude: 52.52, longitude: 13.405 };

let world: World;
beforeAll(async () => {
  world = await openWorld({ countries: ['CH'] });
  const client = await world.kernel.pools.owner.connect();
  const content = { stores: read('stores'), places: read('places'), holidays: read('holidays') };
  await importContent(client, { ...content, families });
  client.release();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

test('stores elsewhere are neither listed nor found, not even by who stands beside one', async () => {
  const person = await world.visitor().accept();
  await person.open('nearby');
  const listed = (await person.call(list, { limit: 50 })).body.stores;
  const near = (await person.call(nearest, { position: berlin })).body.stores;
  expect(listed.length).toBeGreaterThan(0);
  expect(near.length).toBeGreaterThan(0);
  expect(new Set([...listed, ...near].map(({ address }) => address.country))).toEqual(new Set(['CH']));
});

test('places elsewhere are not suggested, and typing one says so', async () => {
  const person = await world.visitor().accept();
  const suggested = (await person.call(places, { place: 'Ber' })).body.places;
  expect(new Set(suggested.map(({ country }) => country))).toEqual(new Set(['CH']));
  expect((await person.call(nearPlace, { place: 'Berlin' })).body.code).toBe('place_unknown');
  expect((await person.call(nearPlace, { place: 'Bern' })).status).toBe(200);
});
