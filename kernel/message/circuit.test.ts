import { expect, test } from 'vitest';
import type { Fault } from './carrier.ts';
import { afterFault, type Circuit, closed, isResting } from './circuit.ts';

const after = (faults: readonly Fault[], now = 0): Circuit =>
  faults.reduce((circuit, fault) => afterFault(circuit, fault, null, now), closed);

test('one failure is chance, three in a row rest a carrier', () => {
  expect(isResting(after(['failed', 'unsure']), 1)).toBe(false);
  expect(isResting(after(['failed', 'unsure', 'failed']), 1)).toBe(true);
  expect(isResting(after(['failed', 'unsure', 'failed']), 10_000)).toBe(false);
});

test('a refused message says nothing against its carrier', () => {
  expect(after(['refused', 'gone', 'final', 'refused'])).toEqual(closed);
});

test('each trial that fails doubles the rest, up to five minutes', () => {
  let circuit = after(['failed', 'failed', 'failed']);
  const rests: number[] = [];
  for (let trial = 0; trial < 8; trial++) {
    const now = circuit.rests_until;
    circuit = afterFault(circuit, 'failed', null, now);
    rests.push(circuit.rests_until - now);
  }
  expect(rests).toEqual([20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000, 300_000]);
});

test('those that fail together while it rests already count as one', () => {
  const resting = after(['failed', 'failed', 'failed']);
  expect(afterFault(resting, 'unsure', null, 5)).toEqual(resting);
});

test('throttling rests it for as long as it asks, and is no failure', () => {
  expect(afterFault(closed, 'throttled', 4_000, 10)).toEqual({ failures: 0, rests_until: 4_010 });
  expect(afterFault(closed, 'throttled', null, 10).rests_until).toBe(1_010);
  expect(afterFault(closed, 'throttled', 9e9, 10).rests_until).toBe(300_010);
});
