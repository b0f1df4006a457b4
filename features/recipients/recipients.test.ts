import { expect, test } from 'vitest';
import { daysUntil, letsDataOut, termsState } from './recipients.ts';

test.each([
  [null, null, 'missing'],
  ['2026-11-26', '2027-11-25', 'early'],
  ['2026-11-25', '2027-11-25', 'stand'],
  ['2025-11-25', '2026-12-25', 'run_out_soon'],
  ['2025-11-25', '2026-12-26', 'stand'],
  ['2025-11-25', '2026-11-25', 'run_out_soon'],
  ['2025-11-25', '2026-11-24', 'over'],
] as const)('terms from %s until %s: %s', (from, until, state) => {
  expect(termsState(from, until, '2026-11-25')).toBe(state);
});

test('data goes out on the first day and on the last, and not a day beyond', () => {
  const out = (from: string, until: string) => letsDataOut(termsState(from, until, '2026-11-25'));
  expect([
    out('2026-11-25', '2026-11-25'),
    out('2026-11-26', '2026-11-27'),
    out('2026-01-01', '2026-11-24'),
  ]).toEqual([true, false, false]);
  expect(daysUntil('2026-11-24', '2026-11-25')).toBe(-1);
});
