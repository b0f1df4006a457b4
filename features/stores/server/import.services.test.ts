import { expect, test } from 'vitest';
import { readServices } from './import.services.ts';

const known = ['fitting', 'measuring'];
const read = (lines: readonly string[]) =>
  readServices(Buffer.from(['store,service,within_km', ...lines].join('\n')), known);

test('a file of services is read: which store, what, and how far', () => {
  expect(read(['ch-a-1,fitting,25', 'ch-a-1,measuring,1'])).toEqual({
    services: [
      { store_id: 'ch-a-1', service_id: 'fitting', reach_m: 25_000 },
      { store_id: 'ch-a-1', service_id: 'measuring', reach_m: 1_000 },
    ],
  });
});

test('every fault is named with its line, and nothing is taken', () => {
  const answer = read(['CH A,fitting,25', 'ch-a-1,polishing,25', 'ch-a-1,fitting,0', 'ch-a-1,fitting,1001']);
  const faults = 'faults' in answer ? answer.faults : [];
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [2, 'store'],
    [3, 'service'],
    [4, 'within_km'],
    [5, 'within_km'],
    [5, 'service'],
  ]);
});
