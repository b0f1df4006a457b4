import { describe, expect, test } from 'vitest';
import { type GivenAddress, judgeAddress, nowhere } from './address.ts';
import { countries } from './countries.ts';
import { labelOf } from './label.ts';

const shanghai = {
  country: 'CN',
  province: '上海市',
  town: '上海市',
  district: '静安区',
  street: '示例路 1 号',
  postcode: '200040',
};
const zurich = { country: 'CH', street: 'Beispielweg 1', postcode: '8001', town: 'Zürich' };
const berlin = { country: 'DE', street: 'Beispielstraße 1', postcode: '10115', town: 'Berlin' };
const vienna = { country: 'AT', street: 'Beispielgasse 1/2', postcode: '1010', town: 'Wien' };
const milan = { country: 'IT', street: 'Via Esempio 1', postcode: '20121', town: 'Milano', province: 'MI' };

const flawOf = (given: GivenAddress) => judgeAddress(given).flaw;

test.each([shanghai, zurich, berlin, vienna, milan])('an address of $country is kept', (given) => {
  expect(judgeAddress(given)).toEqual({ value: { ...nowhere, ...given }, flaw: null });
});

describe('what a country asks for', () => {
  test.each([
    [shanghai, ['province', 'town', 'street']],
    [zurich, ['street', 'postcode', 'town']],
    [berlin, ['street', 'postcode', 'town']],
    [vienna, ['street', 'postcode', 'town']],
    [milan, ['street', 'postcode', 'town', 'province']],
  ])('$0.country', (given, required) => {
    const missing = Object.keys(given).filter(
      (field) => field !== 'country' && flawOf({ ...given, [field]: ' ' })?.flaw === 'missing',
    );
    expect(missing.toSorted()).toEqual(required.toSorted());
  });

  test('what is first wrong in the order of the form is said', () => {
    expect(flawOf({ country: 'CH', line2: 'c/o Example' })).toEqual({ field: 'street', flaw: 'missing' });
    expect(flawOf({ country: 'CN', street: '示例路' })).toEqual({ field: 'province', flaw: 'missing' });
  });

  test('a field of another country is not kept', () => {
    expect(judgeAddress({ ...zurich, province: 'ZH', district: 'Kreis 1' }).value).toEqual({
      ...nowhere,
      ...zurich,
    });
  });
});

describe('postcodes', () => {
  test.each([
    ['CH', 'CH-8001', '8001'],
    ['CH', ' 80 01 ', '8001'],
    ['AT', 'A-1010', '1010'],
    ['DE', 'd 10115', '10115'],
    ['DE', '１０１１５', '10115'],
    ['IT', 'I-20121', '20121'],
    ['CN', '200 040', '200040'],
    ['NL', '2490aa', '2490 AA'],
    ['PL', '00940', '00-940'],
    ['LV', '1073', 'LV-1073'],
    ['GB', 'ec1a1hq', 'EC1A 1HQ'],
  ])('of %s: %s is %s', (country, postcode, kept) => {
    expect(judgeAddress({ ...milan, country, postcode }).value?.postcode).toBe(kept);
  });

  test.each([
    ['CH', '80011'],
    ['CH', '0001'],
    ['AT', '101'],
    ['DE', '1011'],
    ['IT', 'MILANO'],
    ['CN', '20004'],
    ['LI', '8001'],
  ])('of %s: %s is refused', (country, postcode) => {
    expect(flawOf({ ...milan, country, postcode })).toEqual({ field: 'postcode', flaw: 'postcode' });
  });

  test.each(Object.entries(countries))(
    'the example of %s fits',
    (_country, { postcode, written, example }) => {
      const bare = example.replace(/[ -]/g, '');
      expect(bare.replace(postcode, written)).toBe(example);
      expect(postcode.test(bare)).toBe(true);
    },
  );
});

test('an Italian province is a code of two letters, however it is written', () => {
  expect(judgeAddress({ ...milan, province: '(mi)' }).value?.province).toBe('MI');
  expect(flawOf({ ...milan, province: 'Milano' })).toEqual({ field: 'province', flaw: 'province' });
});

test('a country to which nothing goes is refused, and so is one that is only a word of the language', () => {
  for (const country of ['XX', 'constructor', '__proto__'])
    expect(flawOf({ ...zurich, country })).toEqual({ field: 'country', flaw: 'country' });
  expect(flawOf({ ...zurich, country: '' })).toEqual({ field: 'country', flaw: 'missing' });
});

test('emptied, whatever country stays chosen, it is no address any more; a first one is not emptied but begun', () => {
  expect(judgeAddress({ country: 'CH', street: ' ' }, true).flaw).toEqual({
    field: 'street',
    flaw: 'missing',
  });
  expect(judgeAddress({ country: 'CH', street: ' ', town: '' }).value).toEqual(nowhere);
});

test('what is turned round unseen is refused in every field', () => {
  for (const field of ['street', 'line2', 'town', 'postcode'])
    expect(flawOf({ ...zurich, [field]: 'a\u202eb' })).toEqual({ field, flaw: 'unreadable' });
});

describe('as a label', () => {
  const who = { name: 'Ada Example', business_name: 'Example AG' };
  const label = (given: GivenAddress, country: string | null = null, identity = who) =>
    labelOf(identity, judgeAddress(given).value ?? nowhere, country);

  test('China: from the large to the small, the name last, a city that is its own province once', () => {
    const chinese = { name: '王小明', business_name: '示例公司' };
    expect(label(shanghai, null, chinese)).toEqual([
      '200040',
      '上海市静安区',
      '示例路 1 号',
      '示例公司',
      '王小明',
    ]);
    const { postcode: _left, ...without } = shanghai;
    expect(label({ ...without, province: '广东省', town: '深圳市', district: '' }, null, chinese)).toEqual([
      '广东省深圳市',
      '示例路 1 号',
      '示例公司',
      '王小明',
    ]);
    const latin = { country: 'CN', province: 'Guangdong', town: 'Shenzhen', street: '1 Example Rd' };
    expect(label({ ...latin, postcode: '518000' })).toEqual([
      'Ada Example',
      'Example AG',
      '1 Example Rd',
      'Shenzhen',
      'Guangdong, 518000',
    ]);
  });

  test('Switzerland: the postcode before the town, without a sign of the country; abroad, the country below', () => {
    const lines = ['Example AG', 'Ada Example', 'Beispielweg 1', '8001 Zürich'];
    expect(label(zurich)).toEqual(lines);
    expect(label(zurich, 'Schweiz')).toEqual([...lines, 'SCHWEIZ']);
  });

  test('Germany, Austria, Italy', () => {
    const line2 = 'c/o Probe';
    expect(label({ ...berlin, line2 })).toEqual([
      'Ada Example',
      'Example AG',
      'Beispielstraße 1',
      'c/o Probe',
      '10115 Berlin',
    ]);
    expect(label(vienna).at(-1)).toBe('1010 Wien');
    expect(label(milan).at(-1)).toBe('20121 Milano MI');
  });

  test('without a name it begins with the street; without an address there is none', () => {
    expect(label(zurich, null, { name: '', business_name: '' })).toEqual(['Beispielweg 1', '8001 Zürich']);
    expect(label({})).toEqual([]);
  });
});
