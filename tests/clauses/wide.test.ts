import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Bench } from './check.ts';
import { wideRowChecks } from './rows.checks.ts';
import { openWideBench } from './wide.bench.ts';
import { wideGateChecks } from './wide.checks.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openWideBench();
}, 120_000);
afterAll(() => bench.world.close());

for (const check of [...wideGateChecks, ...wideRowChecks]) test(check.name, () => check.run(bench));

test('the wide gate answered every check without a fault', () => {
  expect(bench.world.faults.map((fault) => fault.message)).toEqual([]);
});
