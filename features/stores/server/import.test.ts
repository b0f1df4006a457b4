import { readFileSync } from 'node:fs';
import { families } from '@axent/brand/products';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlaces } from './import.places.ts';
import { readStores } from './import.stores.ts';

const brand = readFileSync(new URL(import.meta.resolve('@axent/brand/stores.csv')));
const header =
  'id,name,street,postcode,city,region,country,latitude,longitude,time_zone,phone,hours,sells,displays';
const good = {
  id: 'ch-test-1',
  name: 'Bad & Wasser Test',
  street: 'Quellenweg 1',
  postcode: '8400',
  city: 'Winterthur',
  region: 'ZH',
  country: 'CH',
  latitude: '47.4995',
  longitude: '8.7290',
  time_zone: 'Europe/Zurich',
  phone: '+41 52 000 10 00',
  hours: 'Mo-Fr 09:00-18:30; Sa 09:00-16:00',
  sells: 'quell-s',
  displays: 'quell-s rill',
};
const bytes = (text: string) => new TextEncoder().encode(text);
const line = (changes: Partial<typeof good> = {}) =>
  Object.values({ ...good, ...changes })
    .map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
const read = (...lines: string[]) => readStores(bytes(`${[header, ...lines].join('\n')}\n`), families);
const reasons = (...lines: string[]) => {
  const result = read(...lines);
  return 'faults' in result ? result.faults.map((fault) => `${fault.line}: ${fault.reason}`) : [];
};

describe('importing stores', () => {
  test("the brand's own stores are good, in all five countries", () => {
    const result = readStores(brand, families);
    expect('faults' in result && result.faults).toBe(false);
    const stores = 'stores' in result ? result.stores : [];
    expect(stores.length).toBeGreaterThan(400);
    expect(new Set(stores.map((store) => store.country))).toEqual(new Set(['CH', 'DE', 'AT', 'IT', 'CN']));
  });

  test("the brand's own places are good", () => {
    const places = readPlaces(readFileSync(new URL(import.meta.resolve('@axent/brand/places.csv'))));
    expect('places' in places && places.places.length).toBeGreaterThan(900);
  });

  test.each<[Partial<typeof good>, RegExp]>([
    [{ id: 'Not An Id' }, /id must be small letters/],
    [{ id: '' }, /id must be small letters/],
    [{ name: '' }, /name is empty/],
    [{ name: 'x'.repeat(121) }, /name has more than 120/],
    [{ name: '=cmd|x' }, /name begins like a formula/],
    [{ name: '@SUM(A1)' }, /begins like a formula/],
    [{ street: '+1+1' }, /street begins like a formula/],
    [{ street: '-2' }, /street begins like a formula/],
    [{ city: '＝1' }, /city begins like a formula/],
    [{ hours: '=HYPERLINK("x")' }, /hours begins like a formula/],
    [{ id: '=x' }, /id begins like a formula/],
    [{ phone: '=1+1' }, /phone must be like/],
    [{ phone: '0041 44 000' }, /phone must be like/],
    [{ name: 'two\nlines' }, /name contains a line break/],
    [{ name: 'zero\u200bwidth' }, /invisible character/],
    [{ country: 'Switzerland' }, /no country code/],
    [{ country: 'XX' }, /no country code/],
    [{ latitude: '91' }, /latitude 91 is outside/],
    [{ latitude: 'NaN' }, /latitude "NaN" is no number/],
    [{ latitude: '47,5' }, /latitude "47,5" is no number/],
    [{ latitude: '' }, /latitude "" is no number/],
    [{ longitude: '-180.1' }, /longitude -180.1 is outside/],
    [{ longitude: '1e2' }, /longitude "1e2" is no number/],
    [{ latitude: '0', longitude: '0' }, /both 0/],
    [{ time_zone: 'Europe/Winterthur' }, /no zone such as/],
    [{ time_zone: 'GMT+1' }, /no zone such as/],
    [{ hours: 'Mo-Fr 9-18' }, /hours have a time that is none/],
    [{ hours: 'Mo 09:00-12:00,11:00-13:00' }, /hours overlap/],
    [{ sells: 'quell-x' }, /sells "quell-x" is no product/],
    [{ sells: 'shower-toilets' }, /is no product/],
    [{ displays: 'rill rill' }, /names a product twice/],
    [{ sells: '', displays: '' }, /both empty/],
  ])('%j is refused on its line', (changes, reason) => {
    const found = reasons(line(), line({ id: 'ch-test-2', ...changes }));
    expect(found.join('\n')).toMatch(reason);
    const lines_of_cell = Object.values(changes).some((cell) => cell.includes('\n')) ? 4 : 3;
    expect(found.every((each) => each.startsWith(`${lines_of_cell}: `))).toBe(true);
  });

  test('every bad row is named at once, with line and reason', () => {
    const lines = [
      line(),
      line({ latitude: '99' }),
      line({ id: 'b', name: '' }),
      'short,row',
      line({ id: 'c' }),
    ];
    expect(reasons(...lines, line({ id: 'd', city: '=1' }))).toEqual([
      '3: id "ch-test-1" is already on line 2.',
      '3: latitude 99 is outside −90 to 90.',
      '4: name is empty.',
      '5: The row has 2 cells, the header has 14.',
      '7: city begins like a formula ("=1").',
    ]);
  });

  test('a quotation mark that is never closed, or stands where it may not, is found', () => {
    expect(reasons(line(), `ch-2,"never closed,${line().slice(10)}`).join()).toMatch(/never closed/);
    expect(
      reasons(line(), line({ id: 'b' }).replace('Winterthur', 'Win"ter"thur'), line({ id: 'c' })),
    ).toEqual(['3: A quotation mark stands within a cell that does not begin with one.']);
  });

  test.each<[string, Uint8Array, RegExp, number]>([
    [
      'Latin-1',
      Buffer.from(`${header}\n${line()}\n${line({ id: 'b', city: 'Zürich' })}`, 'latin1'),
      /not UTF-8/,
      3,
    ],
    ['UTF-16', Buffer.from(`\ufeff${header}\n${line()}`, 'utf16le'), /UTF-16/, 1],
    ['GBK', Buffer.concat([bytes(`${header}\n`), Buffer.from([0xc9, 0xcf, 0xba, 0xa3])]), /not UTF-8/, 2],
    [
      'a byte cut off at the end',
      Buffer.concat([bytes(`${header}\n${line()}`), Buffer.from([0xc3])]),
      /not UTF-8/,
      2,
    ],
    ['nothing', new Uint8Array(), /empty/, 1],
    ['only a header', bytes(header), /no rows/, 1],
    ['semicolons', bytes(`${header.replaceAll(',', ';')}\n`), /divided by something else/, 1],
    ['a missing column', bytes(`${header.replace(',phone', '')}\nx`), /"phone" is missing/, 1],
    ['a strange column', bytes(`${header},rating\nx`), /no column "rating"/, 1],
    ['a column twice', bytes(`${header},id\nx`), /"id" stands there twice/, 1],
    ['a zip', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xff]), /not UTF-8/, 1],
  ])('%s is refused', (_, file, reason, at) => {
    const result = readStores(file, families);
    expect('faults' in result && result.faults[0]?.reason).toMatch(reason);
    expect('faults' in result && result.faults[0]?.line).toBe(at);
  });

  test('a mark of byte order, Windows line ends and blank lines are no fault', () => {
    const result = readStores(bytes(`\ufeff${header}\r\n${line()}\r\n\r\n`), families);
    expect('stores' in result && result.stores).toHaveLength(1);
  });

  test('whatever bytes come, the answer is stores or faults with a line of the file', () => {
    const cut = fc
      .tuple(fc.nat(brand.length), fc.uint8Array({ maxLength: 40 }), fc.nat(60))
      .map(([at, put, gone]) => Buffer.concat([brand.subarray(0, at), put, brand.subarray(at + gone)]));
    fc.assert(
      fc.property(fc.oneof(cut, fc.uint8Array({ maxLength: 300 })), (file) => {
        const result = readStores(file, families);
        if ('stores' in result) return;
        const lines = Buffer.from(file)
          .toString('latin1')
          .split(/\r\n|\n|\r/).length;
        expect(result.faults.length).toBeGreaterThan(0);
        for (const fault of result.faults) {
          expect(fault.line).toBeGreaterThanOrEqual(1);
          expect(fault.line).toBeLessThanOrEqual(lines + 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
