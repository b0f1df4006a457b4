import { expect, test } from 'vitest';
import { canonicalJson, type Json } from './canonical.ts';

test('the sample of RFC 8785 comes out as the RFC prints it', () => {
  const sample = {
    // biome-ignore lint/correctness/noPrecisionLoss: the RFC's own figure.
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(sample)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('members are sorted by UTF-16 code units', () => {
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
  expect(Object.values(JSON.parse(canonicalJson(keys)))).toHaveLength(7);
  expect(
    canonicalJson(keys)
      .match(/\d(?=[,}])/g)
      ?.join(''),
  ).toBe('2467153');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, '\ud800', new Date(0), new Map(), () => 1])(
  'what JSON cannot carry is refused: %s',
  (value) => {
    expect(() => canonicalJson({ value: value as Json })).toThrow(TypeError);
  },
);
