import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeAddress } from './address.ts';
import { isEmpty, judgeIdentity, nobody } from './profile.ts';

const named = (name: string) => judgeIdentity(nobody, { name });

describe('a name is kept as people write it', () => {
  test.each([
    'Ada',
    '王小明',
    'Núñez',
    "O'Neill-Ferrari d’Este",
    'Jean–Luc van der Berg III',
    'X Æ A-12',
    'محمد',
    'می‌خواهم',
    // Cyrillic letters that look like Latin ones: nobody is found by a name, so nothing is folded.
    'Аdа Lоvelace',
    '𠮷田',
    '👩‍🔧 Mia',
  ])('%s', (name) => {
    expect(named(name)).toEqual({ value: { name, business_name: null }, flaw: null });
  });

  test('composed and without the blanks around it', () => {
    expect(named('\u3000 Zoe\u0308 \n').value?.name).toBe('Zoë');
  });

  test.each([
    ['turned round unseen', 'Ada\u202eecalevoL'],
    ['set apart unseen', '\u2066Ada\u2069'],
    ['a control', 'Ada\u0007'],
    ['two lines', 'Ada\nLovelace'],
    ['a line separator', 'Ada\u2028Lovelace'],
    ['half a letter', 'Ada\ud83d'],
    ['letters for machines alone', `Ada\u{e0041}\u{e0064}`],
    ['nothing that is drawn', '\u200b\u200d'],
  ])('what cannot be read is refused: %s', (_words, name) => {
    expect(named(name)).toEqual({ value: null, flaw: { field: 'name', flaw: 'unreadable' } });
  });

  test('its length is counted in letters', () => {
    expect(named('𠮷'.repeat(120)).flaw).toBeNull();
    expect(named('𠮷'.repeat(121)).flaw).toEqual({ field: 'name', flaw: 'too_long' });
  });
});

test('a field that is left out stays, an empty one goes', () => {
  const before = { name: 'Ada', business_name: 'Example Ltd' };
  expect(judgeIdentity(before, { business_name: '  ' }).value).toEqual({ name: 'Ada', business_name: null });
  expect(judgeIdentity(before, {}).value).toEqual(before);
  expect(isEmpty(judgeIdentity(before, { name: '', business_name: '' }).value ?? before)).toBe(true);
});

const text = fc.string({ unit: 'binary', maxLength: 200 });

test('C.profile: whatever is kept of a name is what was given, composed and trimmed, and keeping it again changes nothing', () => {
  fc.assert(
    fc.property(text, (given) => {
      const { value } = named(given);
      if (value === null) return;
      expect(value.name ?? '').toBe(given.normalize('NFC').trim());
      expect(named(value.name ?? '').value).toEqual(value);
    }),
    { numRuns: 2_000, seed: 4213 },
  );
});

test('C.profile: whatever is kept of a street is what was given, and an address that was kept is kept again as it is', () => {
  const code = fc.constantFrom('8001', 'CH-8001', '8001 ', '８００１');
  fc.assert(
    fc.property(text, text, code, (street, town, postcode) => {
      const { value } = judgeAddress({ country: 'CH', street, town, postcode });
      if (value?.street == null) return;
      expect([value.street, value.town]).toEqual([street, town].map((one) => one.normalize('NFC').trim()));
      expect(value.postcode).toBe('8001');
      const again = Object.fromEntries(Object.entries(value).map(([field, one]) => [field, one ?? '']));
      expect(judgeAddress(again).value).toEqual(value);
    }),
    { numRuns: 2_000, seed: 4213 },
  );
});
