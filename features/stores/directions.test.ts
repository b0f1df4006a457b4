import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toGcj02, toWgs84 } from './datum.ts';
import { directions } from './directions.ts';
import { distance_m, type Position } from './distance.ts';

const zurich = { name: 'Bad & Wasser', country: 'CH', latitude: 47.3769, longitude: 8.5417 };
const shanghai = { name: '静水生活馆', country: 'CN', latitude: 31.230_4, longitude: 121.473_7 };

const anywhere = fc.record({
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  country: fc.constantFrom('CH', 'DE', 'CN', 'IT'),
  latitude: fc.double({ min: -89, max: 89, noNaN: true }),
  longitude: fc.double({ min: -179, max: 179, noNaN: true }),
});

/** Every pair of numbers with decimals in an address. */
function pointsIn(url: string): [number, number][] {
  const pairs = decodeURIComponent(url).matchAll(/(-?\d+(?:\.\d+)?)[,/](-?\d+(?:\.\d+)?)/g);
  return [...pairs].map(([, a, b]) => [Number(a), Number(b)]);
}

/** Names by which these programs take where one starts from. */
const starts = /[?&](saddr|origin|from|sll|start|slat|slon|sourceApplication|sname|dev)=/i;

describe('directions', () => {
  test('in China go to Amap and Baidu in GCJ-02, elsewhere to the usual four in WGS 84', () => {
    const kinds = (store: typeof zurich) => directions(store).links.map(({ kind }) => kind);
    expect(kinds(zurich)).toEqual(['geo', 'apple', 'google', 'openstreetmap']);
    expect(kinds(shanghai)).toEqual(['amap', 'baidu', 'openstreetmap']);
    const [amap, baidu] = directions(shanghai).links.map(({ url }) => new URL(url));
    const [east, north] = (amap?.searchParams.get('to') ?? '').split(',').map(Number);
    const given: Position = { latitude: north ?? 0, longitude: east ?? 0 };
    expect(amap?.searchParams.get('coordinate')).toBe('gaode');
    expect(distance_m(given, toGcj02(shanghai))).toBeLessThan(1);
    expect(distance_m(toWgs84(given), shanghai)).toBeLessThan(1);
    const [latitude, longitude] = (baidu?.searchParams.get('location') ?? '').split(',').map(Number);
    expect(baidu?.searchParams.get('coord_type')).toBe('gcj02');
    expect(
      distance_m({ latitude: latitude ?? 0, longitude: longitude ?? 0 }, toGcj02(shanghai)),
    ).toBeLessThan(1);
  });

  test('F.nearby.no-trajectory @operation: carry the destination only, whatever the store is called', () => {
    fc.assert(
      fc.property(anywhere, (store) => {
        const { links, latitude, longitude } = directions(store);
        expect({ latitude, longitude }).toEqual({ latitude: store.latitude, longitude: store.longitude });
        for (const { kind, url } of links) {
          expect(URL.canParse(url), url).toBe(true);
          expect(url).not.toMatch(starts);
          expect(url.length).toBeLessThanOrEqual(1_000);
          // A name may hold anything, figures too: what is left without it are the destination's own.
          const name = encodeURIComponent([...store.name].slice(0, 30).join(''));
          const bare = url.replace('#map=17/', '#map=').replaceAll(name, '');
          for (const [a, b] of pointsIn(bare)) {
            const ends = [store, toGcj02(store)].flatMap((end) => [end.latitude, end.longitude]);
            for (const value of [a, b])
              expect(
                ends.some((end) => Math.abs(end - value) < 1e-5),
                `${kind} ${url}`,
              ).toBe(true);
          }
        }
      }),
    );
  });
});
