import { readFileSync } from 'node:fs';
import { families } from '@axent/brand/products';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toGcj02 } from '../datum.ts';
import { distance_m } from '../distance.ts';
import { featureOf } from '../publication.ts';
import { readHolidays } from './import.holidays.ts';
import { readStores } from './import.stores.ts';

const brand = (name: string) => readFileSync(new URL(import.meta.resolve(`@axent/brand/${name}.csv`)));
const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const csv = readStores(brand('stores'), families);
const stores = 'stores' in csv ? csv.stores : [];

const good = {
  type: 'Feature',
  id: 'ch-test-1',
  geometry: { type: 'Point', coordinates: [8.729, 47.4995] },
  properties: {
    name: 'Bad & Wasser Test',
    street: 'Quellenweg 1',
    postcode: '8400',
    city: 'Winterthur',
    region: 'ZH',
    country: 'CH',
    time_zone: 'Europe/Zurich',
    phone: '+41 52 000 10 00',
    hours: 'Mo-Fr 09:00-18:30',
    calendar: 'CH-ZH',
    special_days: null,
    sells: ['quell-s'],
    displays: [],
  },
};
type Changes = Readonly<Record<string, unknown>>;
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const changed = (properties: Changes, rest: Changes = {}) => ({
  ...good,
  id: 'ch-test-2',
  ...rest,
  properties: { ...good.properties, ...properties },
});

function reasons(value: unknown, calendars: ReadonlySet<string> | null = null): string[] {
  const read = readStores(bytes(value), families, calendars);
  return 'faults' in read ? read.faults.map(({ line, reason }) => `${read.unit} ${line}: ${reason}`) : [];
}

describe('GeoJSON', () => {
  test('that came out goes in again, and nothing is lost on the way', () => {
    const read = readStores(bytes({ ...collection(...stores.map(featureOf)), next: null }), families);
    expect('faults' in read && read.faults).toBe(false);
    const again = 'stores' in read ? read.stores : [];
    expect(again).toHaveLength(stores.length);
    again.forEach((store, at) => {
      const before = stores[at]!;
      expect(distance_m(store, before)).toBeLessThan(0.2);
      const { latitude, longitude, datum } = store;
      expect({ ...before, latitude, longitude, datum }).toEqual(store);
    });
  });

  test('may have a mark of byte order and blanks before it, and numbers and lists as they come', () => {
    const numbers = changed({ postcode: 8400, sells: 'quell-s rill' });
    const read = readStores(bytes(`\ufeff \n${JSON.stringify(collection(good, numbers))}`), families);
    expect('stores' in read && read.stores.map(({ postcode, sells }) => [postcode, sells])).toEqual([
      ['8400', ['quell-s']],
      ['8400', ['quell-s', 'rill']],
    ]);
  });

  test.each<[unknown, RegExp]>([
    [changed({ name: '=cmd|x' }), /feature 2: name begins like a formula/],
    [changed({ name: 'zero\u200bwidth' }), /invisible character/],
    [changed({ name: { en: 'x' } }), /name is neither text nor a list/],
    [changed({ rating: 5 }), /no property "rating"/],
    [changed({ hours: 'Mo 9-18' }), /hours have a time that is none/],
    [changed({ sells: ['quell-x'] }), /sells "quell-x" is no product/],
    [changed({ special_days: '2026-02-30 off' }), /special_days name a date that is none/],
    [changed({ hours: null, special_days: '2026-12-24 off' }), /hours are empty/],
    [changed({ calendar: 'Zürich' }), /calendar must be capitals/],
    [changed({ datum: 'bd09' }), /datum "bd09" is none/],
    [changed({ datum: 'gcj02' }), /gcj02 is used in mainland China only/],
    [changed({}, { id: 'ch-test-1' }), /feature 2: id "ch-test-1" is already on feature 1/],
    [changed({}, { id: undefined }), /id must be small letters/],
    [changed({}, { geometry: { type: 'Point', coordinates: [181, 47] } }), /longitude 181 is outside/],
    [changed({}, { geometry: { type: 'Point', coordinates: [1e-9, 47] } }), /longitude "1e-9" is no number/],
    [
      changed({}, { geometry: { type: 'Point', coordinates: ['8', '47'] } }),
      /must be two numbers, longitude first/,
    ],
    [changed({}, { geometry: { type: 'Polygon', coordinates: [] } }), /geometry is no Point/],
    [changed({}, { geometry: null }), /geometry is no Point/],
    [changed({}, { properties: null, type: 'Thing' }), /feature 2: This is no Feature/],
    ['x', /feature 2: This is no Feature/],
    [null, /feature 2: This is no Feature/],
  ])('%# is refused, with its feature and why', (feature, reason) => {
    expect(reasons(collection(good, feature)).join('\n')).toMatch(reason);
  });

  test.each<[string, unknown, RegExp]>([
    [
      'broken JSON',
      '{"type":"FeatureCollection",\n"features":[1 2]}',
      /no JSON: something is wrong on its line 2/,
    ],
    ['JSON that ends too early', '{"type":"FeatureCollection"', /^feature 1: The file is no JSON/],
    ['another type', { type: 'Feature' }, /no FeatureCollection/],
    ['no features', collection(), /no features/],
    ['another system of coordinates', { ...collection(good), crs: {} }, /has no "crs"/],
  ])('%s is refused', (_name, file, reason) => expect(reasons(file).join()).toMatch(reason));

  test('in another encoding is refused', () => {
    const latin = Buffer.from(JSON.stringify(collection(changed({ city: 'Zürich' }))), 'latin1');
    const read = readStores(latin, families);
    expect('faults' in read && read.faults[0]?.reason).toMatch(/not UTF-8/);
  });

  test('every bad feature is named at once', () => {
    expect(
      reasons(collection(good, changed({ name: '' }), 7, changed({ country: 'XX' }, { id: 'b' }))),
    ).toEqual([
      'feature 2: name is empty.',
      'feature 3: This is no Feature.',
      'feature 4: country "XX" is no country code such as CH.',
    ]);
  });

  test('a calendar that nobody knows is named, where somebody can tell', () => {
    expect(reasons(collection(good), new Set(['CH-BE']))).toEqual([
      'feature 1: calendar "CH-ZH" has no holidays; import those first.',
    ]);
    expect(reasons(collection(good), new Set(['CH-ZH']))).toEqual([]);
  });

  test('coordinates in GCJ-02 are converted, and the datum is remembered', () => {
    const bund = { latitude: 31.2397, longitude: 121.49 };
    const given = toGcj02(bund);
    const shop = changed(
      { country: 'CN', datum: 'gcj02' },
      {
        geometry: {
          type: 'Point',
          coordinates: [given.longitude, given.latitude].map((x) => Number(x.toFixed(9))),
        },
      },
    );
    const read = readStores(bytes(collection(shop)), families);
    const [store] = 'stores' in read ? read.stores : [];
    expect(store?.datum).toBe('gcj02');
    expect(distance_m(store!, bund)).toBeLessThan(0.01);
    expect(distance_m(given, bund)).toBeGreaterThan(100);
  });

  test('whatever comes, the answer is stores or faults of features that exist', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.json(), (features, other) => {
        for (const file of [collection(...features), `{"a":${other}}`]) {
          const read = readStores(bytes(file), families);
          if ('stores' in read) continue;
          expect(read.faults.length).toBeGreaterThan(0);
          for (const { line } of read.faults) expect(line).toBeLessThanOrEqual(Math.max(1, features.length));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('holidays from CSV', () => {
  const header = 'calendar,day,hours,en,zh-CN,de';
  const line = 'CH-ZH,2026-12-25,,Christmas,圣诞节,Weihnachten';
  const of = (...lines: string[]) => {
    const read = readHolidays(bytes([header, ...lines].join('\n')));
    return 'faults' in read
      ? read.faults.map((fault) => `${fault.line}: ${fault.reason}`)
      : read.holidays.length;
  };

  test("the brand's own are good, and every store's calendar is among them", () => {
    const read = readHolidays(brand('holidays'));
    expect('holidays' in read).toBe(true);
    const calendars = new Set('holidays' in read ? read.holidays.map(({ calendar }) => calendar) : []);
    expect('stores' in readStores(brand('stores'), families, calendars)).toBe(true);
  });

  test.each([
    ['CH-ZH,2026-02-30,,A,B,C', /day "2026-02-30" is no date/],
    ['Zürich,2026-12-26,,A,B,C', /calendar must be capitals/],
    ['CH-ZH,2026-12-26,10-18,A,B,C', /hours "10-18" must be like/],
    ['CH-ZH,2026-12-26,,A,,C', /zh-CN must have 1 to 120/],
    ['CH-ZH,2026-12-26,,=A,B,C', /en begins like a formula/],
    [line, /2026-12-25 of CH-ZH is already on line 2/],
  ])('%s is refused on its line', (bad, reason) => {
    const found = of(line, bad);
    expect(found).toEqual([expect.stringMatching(reason)]);
    expect(found).toEqual([expect.stringMatching(/^3: /)]);
  });
});
