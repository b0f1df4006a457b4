import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance_m } from './distance.ts';
import { folded } from './place.fold.ts';
import { indexPlaces, type PlaceRecord, placeText, searchPlaces } from './place.ts';
import { readPlaces } from './server/import.places.ts';

const read = readPlaces(readFileSync(new URL(import.meta.resolve('@axent/brand/places.csv'))));
const records: PlaceRecord[] = 'places' in read ? read.places : [];
const index = indexPlaces(records);
const first = (typed: string) => {
  const place = searchPlaces(index, typed, 1)[0];
  return place ? placeText(place) : null;
};

describe('typed places', () => {
  test('the text of a suggestion finds exactly that place again', () => {
    for (const place of records) expect(first(placeText(place))).toBe(placeText(place));
  });

  test.each([
    ['Winterthur', '8400 Winterthur, CH'],
    ['8400', '8400 Winterthur, CH'],
    ['CH-8400', '8400 Winterthur, CH'],
    ['8400 Winterthur', '8400 Winterthur, CH'],
    ['winterthour', '8400 Winterthur, CH'],
    ['Zürich', '8001 Zürich, CH'],
    ['ZURICH', '8001 Zürich, CH'],
    ['Zuerich', '8001 Zürich, CH'],
    ['Zu\u0308rich', '8001 Zürich, CH'],
    ['züri', '8001 Zürich, CH'],
    ['Zurigo', '8001 Zürich, CH'],
    ['苏黎世', '8001 Zürich, CH'],
    ['蘇黎世', '8001 Zürich, CH'],
    ['8050 Zürich', '8050 Zürich Oerlikon, CH'],
    ['Oerlikon', '8050 Zürich Oerlikon, CH'],
    ['Saint Gall', '9000 St. Gallen, CH'],
    ['St Gallen', '9000 St. Gallen, CH'],
    ['Sankt Gallen', '9000 St. Gallen, CH'],
    ['st.gallen', '9000 St. Gallen, CH'],
    ['Genf', '1201 Genève, CH'],
    ['geneve', '1201 Genève, CH'],
    ['Biel', '2502 Biel/Bienne, CH'],
    ['München', '80331 München, DE'],
    ['Muenchen', '80331 München, DE'],
    ['Munich', '80331 München, DE'],
    ['慕尼黑', '80331 München, DE'],
    ['Köln', '50667 Köln, DE'],
    ['Cologne', '50667 Köln, DE'],
    ['Giessen', '35390 Gießen, DE'],
    ['GIESSEN', '35390 Gießen, DE'],
    ['Frankfurt', '60311 Frankfurt am Main, DE'],
    ['Frankfurt Oder', '15230 Frankfurt (Oder), DE'],
    ['D-10115', '10115 Berlin, DE'],
    ['Berlin', '10117 Berlin, DE'],
    ['berl', '10117 Berlin, DE'],
    ['Wien', '1010 Wien, AT'],
    ['维也纳', '1010 Wien, AT'],
    ['A-5020', '5020 Salzburg, AT'],
    ['Baden, Schweiz', '5400 Baden, CH'],
    ['Baden, Austria', '2500 Baden, AT'],
    ['Baden (Österreich)', '2500 Baden, AT'],
    ['Mailand', '20121 Milano, IT'],
    ['米兰', '20121 Milano, IT'],
    ['00184 Roma', '00184 Roma, IT'],
    ['Bozen', '39100 Bolzano, IT'],
    ["l'aquila", "67100 L'Aquila, IT"],
    ['上海', '200000 上海, CN'],
    ['上海市', '200000 上海, CN'],
    ['Shanghai', '200000 上海, CN'],
    ['shang hai', '200000 上海, CN'],
    ['徐汇区', '200030 上海徐汇, CN'],
    ['廣州', '510000 广州, CN'],
    ['guangzhou', '510000 广州, CN'],
    ["Xi'an", '710000 西安, CN'],
    ['xian', '710000 西安, CN'],
    ['518000', '518000 深圳, CN'],
    ['５１８０００', '518000 深圳, CN'],
    ['Winterhtur', '8400 Winterthur, CH'],
    ['Wintertur', '8400 Winterthur, CH'],
  ])('%s means %s', (typed, wanted) => {
    expect(first(typed)).toBe(wanted);
  });

  test('a postcode that is not on the list means its nearest neighbours by number', () => {
    expect(first('8409')).toMatch(/^840\d /);
    expect(first('80337')).toMatch(/^8033\d München/);
  });

  test('what is no place is none', () => {
    for (const typed of ['', ' ', '...', 'qqqqqq', '火星基地', '%', '\\', '(', '99999999', '\u0000', '🛁'])
      expect(searchPlaces(index, typed, 5)).toEqual([]);
  });

  test('a town comes once in suggestions, its districts by postcode', () => {
    const berlin = searchPlaces(index, 'Berlin', 8);
    expect(berlin.filter((place) => place.name === 'Berlin')).toHaveLength(1);
    expect(searchPlaces(index, '10', 8)).toHaveLength(8);
  });

  test('anything may be typed: it is answered quickly, within the limit, and with places of the list', () => {
    const odd = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(
        '8',
        'a',
        'z',
        '区',
        ', CH',
        'CH-',
        '8400,',
        '-'.repeat(200),
        'a'.repeat(200),
        '8'.repeat(200),
      ),
      fc
        .constantFrom(...records)
        .chain((place) => fc.nat(place.name.length).map((end) => place.name.slice(0, end))),
    );
    fc.assert(
      fc.property(odd, fc.integer({ min: 1, max: 8 }), (typed, limit) => {
        const started = performance.now();
        const found = searchPlaces(index, typed, limit);
        expect(performance.now() - started).toBeLessThan(1_000);
        expect(found.length).toBeLessThanOrEqual(limit);
        for (const place of found) expect(records).toContain(place);
      }),
      { numRuns: 500 },
    );
  });

  test('every beginning of a name that is long enough to be its own finds the place', () => {
    for (const place of records.filter((each) => each.rank < 5)) {
      const names = [place.name, ...(place.latin ? [place.latin] : []), ...place.names];
      for (const name of names) {
        const found = searchPlaces(index, name, 8);
        const hit = found.some((each) => folded(each.name) === folded(place.name) || each === place);
        expect([name, hit]).toEqual([name, true]);
      }
    }
  });
});

test('places of one name stand close together, and in the box of their country', () => {
  const boxes: Record<string, readonly [number, number, number, number]> = {
    CH: [45.8, 47.81, 5.95, 10.5],
    DE: [47.2, 55.1, 5.8, 15.05],
    AT: [46.3, 49.05, 9.5, 17.2],
    IT: [36.6, 47.1, 6.6, 18.6],
    CN: [18, 53.6, 73, 135.1],
  };
  for (const place of records) {
    const [south, north, west, east] = boxes[place.country] ?? [0, 0, 0, 0];
    expect(place.latitude >= south && place.latitude <= north, placeText(place)).toBe(true);
    expect(place.longitude >= west && place.longitude <= east, placeText(place)).toBe(true);
    for (const other of records)
      if (other.name === place.name && other.region === place.region && other.country === place.country)
        expect(distance_m(place, other), `${placeText(place)} – ${placeText(other)}`).toBeLessThan(20_000);
  }
});
