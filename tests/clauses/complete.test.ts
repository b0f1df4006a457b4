import { dataMap } from '@axent/kernel/data-map';
import { policy } from '@axent/policy';
import { coverageRows, listCells } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { expect, test } from 'vitest';
import { productPolicy } from '../world.ts';
import { evidenceOf, testNames } from './evidence.ts';
import { actorOf, categories, fleeting, messages, readable } from './matrix.ts';
import { functions, switches } from './wide.matrix.ts';

test('the hand-written matrix leaves out no category, purpose or message', () => {
  expect([...categories].sort()).toEqual(Object.keys(policy.categories).sort());
  expect(Object.keys(actorOf).sort()).toEqual(Object.keys(policy.purposes).sort());
  expect([...messages].sort()).toEqual(Object.keys(policy.messages).sort());
  const stored = (kind: string) =>
    Object.entries(policy.categories).flatMap(([name, { storage }]) => (storage === kind ? [name] : []));
  expect([...fleeting].sort()).toEqual(stored('fleeting').sort());
  expect([...readable].sort()).toEqual(stored('plain').sort());
});

test('the hand-written list of functions and switches leaves out none', () => {
  const kinds = (kind: string) =>
    Object.entries(policy.functions).flatMap(([name, shape]) => (shape.kind === kind ? [name] : []));
  expect(Object.keys(functions).sort()).toEqual(kinds('function').sort());
  expect(Object.keys(switches).sort()).toEqual(kinds('switch').sort());
});

/** Where the kernel itself keeps what no feature's table holds. */
const keptByKernel: readonly string[] = ['consent', 'message', 'preference'];

/** In a table that seals nothing, since nobody is in it: see `app.risk_signal`. */
const keptReadable: readonly string[] = ['signal'];

test('no use is offered whose data has no place to be: what is not built is refused', () => {
  const places = [...dataMap.map((entry) => entry.category), ...fleeting, ...keptByKernel, ...keptReadable];
  const offered = listCells(productPolicy.table).filter(({ verb, cell }) => verb !== 'send' && cell.offered);
  expect(offered.length).toBeGreaterThan(20);
  expect(offered.filter(({ subject }) => !places.includes(subject)).map(({ key }) => key)).toEqual([]);
});

test('no clause that is said to be enforced has a wall without a test', () => {
  const rows = coverageRows(policy, notices.en, evidenceOf(testNames()));
  expect(rows.filter((row) => row.unproven.length > 0).map((row) => [row.clause, row.unproven])).toEqual([]);
});
