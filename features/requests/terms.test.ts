import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { expect, test } from 'vitest';
import { keptByLaw } from './terms.ts';

const { table } = compile(policy, notices);

test('U.rights: what the law keeps of an erased account is read from the standing rules, by area', () => {
  const [europe, china] = [keptByLaw(policy, table, 'eu_ch'), keptByLaw(policy, table, 'cn')];
  const days = (kept: typeof europe, category: string) =>
    kept.filter(({ categories }) => categories.includes(category)).map((one) => one.days);
  expect(days(europe, 'request')).toEqual([1095]);
  expect(days(europe, 'log')).toEqual([30, 90]);
  expect(days(china, 'log')).toEqual([30, 90, 180]);
  // Bookkeeping keeps nothing that is not collected yet.
  expect(days(europe, 'conversation')).toEqual([]);
});
