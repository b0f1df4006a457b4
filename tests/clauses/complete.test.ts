import { policy } from '@axent/policy';
import { coverageRows } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { expect, test } from 'vitest';
import { evidenceOf, testNames } from './evidence.ts';
import { actorOf, categories, fleeting, messages, readable } from './matrix.ts';

test('the hand-written matrix leaves out no category, purpose or message', () => {
  expect([...categories].sort()).toEqual(Object.keys(policy.categories).sort());
  expect(Object.keys(actorOf).sort()).toEqual(Object.keys(policy.purposes).sort());
  expect([...messages].sort()).toEqual(Object.keys(policy.messages).sort());
  const stored = (kind: string) =>
    Object.entries(policy.categories).flatMap(([name, { storage }]) => (storage === kind ? [name] : []));
  expect([...fleeting].sort()).toEqual(stored('fleeting').sort());
  expect([...readable].sort()).toEqual(stored('plain').sort());
});

test('no clause that is said to be enforced has a wall without a test', () => {
  const rows = coverageRows(policy, notices.en, evidenceOf(testNames()));
  expect(rows.filter((row) => row.unproven.length > 0).map((row) => [row.clause, row.unproven])).toEqual([]);
});
