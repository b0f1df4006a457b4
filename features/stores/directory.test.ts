import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarsOf } from './calendar.ts';
import type { StoreId } from './contract.ts';
import { buildDirectory, near, page } from './directory.ts';
import { distance_m, type Position, rounded_m } from './distance.ts';
import type { Filters } from './filter.ts';
import { isOpen, parseHours } from './hours.ts';
import { radii_m, radius_m } from './radius.ts';
import { parseSpecialDays, specialDays, withSpecialDays } from './special.ts';
import type { StoreRecord } from './stores.ts';
import { localMinute, type Zone, zoneTable } from './zone.ts';

const now_ms = Date.UTC(2026, 10, 24, 12, 0);
const zones = ['Europe/Zurich', 'Asia/Shanghai', 'Pacific/Auckland', 'America/Anchorage'];
const tables = new Map(
  zones.map((name) => [name, zoneTable(name, now_ms - 86_400_000, now_ms + 9 * 86_400_000) as Zone]),
);
const named = (id: string) => ({ id, name: { en: id, 'zh-CN': id, de: id } });
const families = Array.from({ length: 8 }, (_, family) => ({
  ...named(`family-${family}`),
  models: Array.from({ length: 6 }, (_, model) => named(`model-${family}-${model}`)),
}));
const models = families.flatMap((family) => family.models.map((model) => model.id));

/** Anywhere, and often where maps go wrong: at the poles, on the date line, at one and the same spot. */
const positions: fc.Arbitrary<Position> = fc.oneof(
  fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
  fc.record({
    latitude: fc.constantFrom(90, -90, 89.999, -89.999, 0, 47.5),
    longitude: fc.constantFrom(180, -180, 179.999, -179.999, 0, 8.7),
  }),
  fc.record({
    latitude: fc.double({ min: -1, max: 1, noNaN: true }),
    longitude: fc.constantFrom(179.9, -179.9, 180, -180),
  }),
);

const hours_texts = [
  null,
  'Mo-Su 00:00-24:00',
  'Mo-Fr 09:00-18:30',
  'Sa-Su 22:00-03:00',
  'Tu 12:00-14:00; 2026-11-24 off',
];

const records = fc.array(
  fc.record({
    position: positions,
    zone: fc.constantFrom(...zones),
    hours: fc.constantFrom(...hours_texts),
    calendar: fc.constantFrom(null, 'X-1', 'X-2', 'X-UNKNOWN'),
    special_days: fc.constantFrom(
      null,
      '2026-11-24 10:00-13:00; 2026-11-25 off A|B|C',
      '2026-11-26 20:00-02:00',
    ),
    sells: fc.subarray(models, { maxLength: 3 }),
    displays: fc.subarray(models, { maxLength: 3 }),
  }),
  { maxLength: 120 },
);

const calendars = calendarsOf(
  [
    ['X-1', '2026-11-24', null],
    ['X-1', '2026-11-26', '10:00-12:00'],
    ['X-2', '2026-11-25', '00:00-24:00'],
    ['X-2', '2026-11-28', null],
  ].map(([calendar, day, hours]) => ({
    calendar: calendar as string,
    day: day as string,
    hours: hours ?? null,
    name_en: 'A',
    name_zh_cn: 'B',
    name_de: 'C',
  })),
);

const asStores = (list: Parameters<typeof asStore>[0][]) => list.map(asStore);
function asStore(
  each: Pick<StoreRecord, 'hours' | 'calendar' | 'special_days' | 'sells' | 'displays'> & {
    position: Position;
    zone: string;
  },
  number: number,
): StoreRecord {
  return {
    id: `store-${String(number).padStart(3, '0')}` as StoreId,
    name: 'A',
    street: 'B 1',
    postcode: '1',
    city: number % 3 === 0 ? 'X' : 'Y',
    region: 'D',
    country: number % 2 === 0 ? 'CH' : 'CN',
    ...each.position,
    time_zone: each.zone,
    phone: null,
    hours: each.hours,
    datum: 'wgs84',
    calendar: each.calendar,
    special_days: each.special_days,
    sells: each.sells,
    displays: each.displays,
  };
}

/** The rule read aloud, store by store. */
function matches(store: StoreRecord, filters: Filters, at_ms: number): boolean {
  const wanted = (id: string) =>
    filters.product === undefined ||
    id === filters.product ||
    id.startsWith(`${filters.product.replace('family', 'model')}-`);
  const sold = store.sells.some(wanted);
  const shown = store.displays.some(wanted);
  if (filters.sells && !sold) return false;
  if (filters.displays && !shown) return false;
  if (filters.product !== undefined && !sold && !shown) return false;
  if (!filters.open_now) return true;
  const parsed = store.hours === null ? null : parseHours(store.hours);
  if (!parsed || !('schedule' in parsed)) return false;
  const own = store.special_days === null ? null : parseSpecialDays(store.special_days);
  const holidays = calendars.get(store.calendar ?? '') ?? [];
  const days = specialDays(parsed.schedule, holidays, own && 'days' in own ? own.days : []);
  const schedule = withSpecialDays(parsed.schedule, days);
  return isOpen(schedule, localMinute(tables.get(store.time_zone) as Zone, at_ms));
}

const filters = fc.record({
  sells: fc.option(fc.boolean(), { nil: undefined }),
  displays: fc.option(fc.boolean(), { nil: undefined }),
  product: fc.option(fc.constantFrom('family-0', 'family-7', 'model-0-0', 'model-7-5', 'unheard-of'), {
    nil: undefined,
  }),
  open_now: fc.option(fc.boolean(), { nil: undefined }),
});

describe('nearest stores', () => {
  test('the answer is that of looking at every store, at poles and date line too', () => {
    fc.assert(
      fc.property(
        records,
        positions,
        filters,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -2000, max: 2000 }),
        (list, position, wish, limit, minutes) => {
          const stores = asStores(list);
          const at_ms = now_ms + minutes * 30_000;
          const answer = near(
            buildDirectory(stores, families, now_ms, { calendars }),
            { ...wish, position, accuracy_m: 0, limit },
            at_ms,
          );
          const all = stores
            .filter((store) => matches(store, wish, at_ms))
            .map((store) => ({ id: store.id, exact_m: distance_m(position, store) }))
            .sort((a, b) => a.exact_m - b.exact_m);
          if ('fault' in answer) {
            expect(answer.fault).toBe('no_store');
            expect(all).toEqual([]);
            return;
          }
          const reached_m = radius_m(all[0]?.exact_m ?? Number.NaN);
          const expected = all.filter(({ exact_m }) => exact_m <= reached_m).slice(0, limit);
          expect(answer.radius_m).toBe(reached_m);
          expect(answer.widened).toBe(reached_m > (radii_m[0] as number));
          expect(answer.stores.map((store) => store.distance_m)).toEqual(
            expected.map(({ exact_m }) => rounded_m(exact_m)),
          );
          // Equal distances may stand in either order; every store that is answered is as near as it says.
          const exact = new Map(all.map(({ id, exact_m }) => [id as string, exact_m]));
          answer.stores.forEach((store, place) => {
            expect(exact.get(store.id)).toBeCloseTo(expected[place]?.exact_m as number, 1);
          });
          expect(new Set(answer.stores.map((store) => store.id)).size).toBe(expected.length);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('where all stores share a clock, passing over closed regions loses none, at any minute of a week', () => {
    const spans = ['09:00-18:30', '08:15-11:45', '22:30-02:15', '00:00-24:00', '13:00-13:30'];
    const days = ['Mo-Fr', 'Sa', 'Su', 'We', 'Fr-Su'];
    const store = fc.record({
      position: positions,
      zone: fc.constant('Asia/Shanghai' as string),
      hours: fc.tuple(fc.constantFrom(...days), fc.constantFrom(...spans)).map((parts) => parts.join(' ')),
      calendar: fc.constantFrom(null, 'X-1', 'X-2'),
      special_days: fc.constantFrom(null, '2026-11-25 06:00-07:00', '2026-11-29 23:00-04:00'),
      sells: fc.constant(['model-0-0'] as string[]),
      displays: fc.constant([] as string[]),
    });
    const minutes = fc.oneof(
      fc.integer({ min: 0, max: 10_080 }),
      fc.integer({ min: 0, max: 672 }).chain((quarter) => fc.constantFrom(quarter * 15 - 1, quarter * 15)),
    );
    fc.assert(
      fc.property(
        fc.array(store, { minLength: 1, maxLength: 60 }),
        positions,
        minutes,
        (list, position, minute) => {
          const stores = asStores(list);
          const at_ms = now_ms + minute * 60_000;
          const query = { position, accuracy_m: 20_000_000, limit: 50, open_now: true };
          const answer = near(buildDirectory(stores, families, now_ms, { calendars }), query, at_ms);
          const found = 'stores' in answer ? answer.stores.length : 0;
          expect(found).toBe(Math.min(50, stores.filter((each) => matches(each, query, at_ms)).length));
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('stores at one spot come by id, whatever the order of the import', () => {
    const spot = {
      position: { latitude: 47, longitude: 8 },
      zone: 'Europe/Zurich',
      hours: null,
      calendar: null,
      special_days: null,
      sells: [],
      displays: [],
    };
    const stores = asStores(Array.from({ length: 100 }, () => spot));
    const directory = buildDirectory(stores.toReversed(), families, now_ms);
    const answer = near(
      directory,
      { position: { latitude: 47, longitude: 8.001 }, accuracy_m: 0, limit: 10 },
      now_ms,
    );
    expect('stores' in answer && answer.stores.map((store) => store.id)).toEqual(
      stores.slice(0, 10).map((store) => store.id),
    );
  });

  test('what is no position is refused', () => {
    const directory = buildDirectory([], families, now_ms);
    for (const [latitude, longitude] of [
      [Number.NaN, 0],
      [0, Number.NaN],
      [90.1, 0],
      [0, 180.1],
      [Number.POSITIVE_INFINITY, 0],
    ] as const)
      expect(near(directory, { position: { latitude, longitude }, accuracy_m: 0, limit: 1 }, now_ms)).toEqual(
        {
          fault: 'position_invalid',
        },
      );
  });

  test('an imprecise reading widens the first radius and does not count as widening', () => {
    const stores = asStores([
      {
        position: { latitude: 47, longitude: 8 },
        zone: 'Europe/Zurich',
        hours: null,
        calendar: null,
        special_days: null,
        sells: [],
        displays: [],
      },
    ]);
    const query = { position: { latitude: 47.06, longitude: 8 }, limit: 5 };
    const directory = buildDirectory(stores, families, now_ms, { calendars });
    expect(near(directory, { ...query, accuracy_m: 50 }, now_ms)).toMatchObject({
      radius_m: 10_000,
      widened: true,
    });
    expect(near(directory, { ...query, accuracy_m: 20_000 }, now_ms)).toMatchObject({
      radius_m: 25_000,
      widened: false,
    });
  });

  test('distances are too coarse to find the spot again', () => {
    expect([0, 49, 151, 9_949, 9_951, 12_499, 12_501].map(rounded_m)).toEqual([
      100, 100, 200, 9_900, 10_000, 12_000, 13_000,
    ]);
  });
});

test('pages hold every store of a country and city once, in order', () => {
  fc.assert(
    fc.property(
      records,
      fc.constantFrom('CH', 'CN', undefined),
      fc.constantFrom('X', undefined),
      fc.integer({ min: 1, max: 20 }),
      (list, country, city, limit) => {
        const stores = asStores(list);
        const directory = buildDirectory(stores, families, now_ms, { calendars });
        const seen: string[] = [];
        let after: string | undefined;
        for (let pages = 0; pages < 200; pages++) {
          const answer = page(directory, { country, city, after, limit }, now_ms);
          seen.push(...answer.stores.map((store) => store.id));
          expect(answer.stores.length).toBeLessThanOrEqual(limit);
          if (!answer.next) break;
          after = answer.next;
        }
        expect(seen).toEqual(
          stores
            .filter((store) => (!country || store.country === country) && (!city || store.city === city))
            .map((store) => store.id),
        );
      },
    ),
    { numRuns: 200 },
  );
});
