import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, openBench } from './check.ts';
import { gateChecks } from './gate.checks.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.world.close());

for (const check of gateChecks) test(check.name, () => check.run(bench));

test('the gate answered every check without a fault', () => {
  expect(bench.world.faults.map((fault) => fault.message)).toEqual([]);
});
