import { expect, test } from 'vitest';
import { compareRanks } from './ranks.ts';

test('groups that are told apart have an effect far from a half', () => {
  const { effect, p } = compareRanks([6, 7, 8, 9, 10, 11], [1, 2, 3, 4, 5, 5.5]);
  expect(effect).toBe(1);
  // Exactly 2 / C(12, 6) = 0.0022; the approximation is near it.
  expect(p).toBeGreaterThan(0.001);
  expect(p).toBeLessThan(0.006);
});

test('groups of the same values cannot be told apart', () => {
  const { effect, p } = compareRanks([1, 2, 2, 3], [1, 2, 2, 3]);
  expect(effect).toBe(0.5);
  expect(p).toBeCloseTo(1, 5);
});

test('a small shift in many values is found', () => {
  const values = Array.from({ length: 300 }, (_, number) => (number * 7919) % 1000);
  const { effect, p } = compareRanks(
    values.map((value) => value + 150),
    values,
  );
  expect(effect).toBeGreaterThan(0.6);
  expect(p).toBeLessThan(1e-6);
});
