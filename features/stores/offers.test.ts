import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StoreId } from './contract.ts';
import { buildDirectory } from './directory.ts';
import { distance_m, rounded_m } from './distance.ts';
import { offersAt, product_reach_m } from './offers.ts';
import type { StoreRecord } from './stores.ts';

const now_ms = Date.UTC(2026, 10, 24, 12, 0);
const named = (id: string) => ({ id, name: { en: id, 'zh-CN': id, de: id } });
const families = ['a', 'b', 'c'].map((family) => ({
  ...named(family),
  models: [1, 2, 3].map((model) => named(`${family}-${model}`)),
}));
const models = families.flatMap((family) => family.models.map(({ id }) => id));
const services = ['fitting', 'measuring'];

/** Close enough together that most are in reach of each other. */
const position = fc.record({
  latitude: fc.double({ min: 46, max: 48, noNaN: true }),
  longitude: fc.double({ min: 7, max: 10, noNaN: true }),
});
const shops = fc.array(
  fc.record({
    position,
    sells: fc.subarray(models),
    displays: fc.subarray(models),
    services: fc.array(
      fc.record({ service: fc.constantFrom(...services), reach_km: fc.integer({ min: 1, max: 120 }) }),
      { maxLength: 2 },
    ),
  }),
  { maxLength: 25 },
);

test('products and services near a position are those that looking through all stores finds', () => {
  fc.assert(
    fc.property(shops, position, (made, here) => {
      const stores = made.map(
        (shop, at): StoreRecord => ({
          id: `store-${String(at).padStart(2, '0')}` as StoreId,
          name: `Store ${at}`,
          street: '',
          postcode: '',
          city: 'Town',
          region: '',
          country: 'CH',
          ...shop.position,
          datum: 'wgs84',
          time_zone: 'Europe/Zurich',
          phone: null,
          hours: null,
          calendar: null,
          special_days: null,
          sells: shop.sells,
          displays: shop.displays,
        }),
      );
      const offered = made.flatMap((shop, at) =>
        shop.services.map(({ service, reach_km }) => ({
          store_id: `store-${String(at).padStart(2, '0')}` as StoreId,
          service_id: service,
          reach_m: reach_km * 1000,
        })),
      );
      const directory = buildDirectory(stores, families, now_ms, { services: offered });
      const found = offersAt(directory, here, now_ms);
      for (const family of families) {
        const ids = family.models.map(({ id }) => id);
        const sellers = stores
          .filter(({ sells }) => sells.some((model) => ids.includes(model)))
          .map((store) => ({ store, exact_m: distance_m(here, store) }))
          .filter(({ exact_m }) => exact_m <= product_reach_m)
          .toSorted((a, b) => a.exact_m - b.exact_m);
        const one = found.products.find((product) => product.family === family.id);
        expect(one === undefined).toBe(sellers.length === 0);
        if (one === undefined || sellers[0] === undefined) continue;
        const store = stores.find(({ id }) => id === one.store.id);
        expect(one.store.distance_m).toBe(rounded_m(sellers[0].exact_m));
        expect(store?.sells).toContain(one.product);
        const shown = ids.some((id) => store?.sells.includes(id) && store.displays.includes(id));
        expect(one.why).toBe(shown ? 'shown' : 'sold');
        if (shown) expect(store?.displays).toContain(one.product);
      }
      for (const service of services) {
        const exact = offered
          .filter((one) => one.service_id === service)
          .map((one) => ({
            ...one,
            exact_m: distance_m(here, stores.find(({ id }) => id === one.store_id)!),
          }))
          .filter(({ exact_m, reach_m }) => exact_m <= reach_m)
          .map(({ exact_m }) => exact_m);
        const one = found.services.find((each) => each.service === service);
        expect(one?.store.distance_m).toBe(exact.length === 0 ? undefined : rounded_m(Math.min(...exact)));
      }
      const distances = (list: readonly { store: { distance_m: number } }[]) =>
        list.map(({ store }) => store.distance_m);
      for (const list of [found.products, found.services])
        expect(distances(list)).toEqual(distances(list).toSorted((a, b) => a - b));
    }),
  );
});

test('nothing is offered at no position, and nothing is farther away than its store comes', () => {
  const directory = buildDirectory([], families, now_ms);
  expect(offersAt(directory, { latitude: 91, longitude: 0 }, now_ms)).toEqual({ products: [], services: [] });
  expect(offersAt(directory, { latitude: 47, longitude: 8 }, now_ms)).toEqual({ products: [], services: [] });
});
