import { expect, test } from 'vitest';
import { identifierOf, matterState, publicCount } from './matters.ts';

test.each([
  [{ approved: false, ended: false, ends_on: '2026-11-25' }, 'proposed'],
  [{ approved: true, ended: false, ends_on: '2026-11-25' }, 'stands'],
  [{ approved: true, ended: false, ends_on: '2026-11-24' }, 'over'],
  [{ approved: false, ended: false, ends_on: '2026-11-24' }, 'lapsed'],
  [{ approved: true, ended: true, ends_on: '2026-12-24' }, 'ended'],
] as const)('%o: %s', (days, state) => {
  expect(matterState(days, '2026-11-25')).toBe(state);
});

test('few matters are not said one by one where that could give a case away; none is said', () => {
  const counted = { eu_ch: 'from_five', cn: 'not' } as const;
  const said = (area: 'eu_ch' | 'cn', count: number) => publicCount(counted, area, count);
  expect(said('eu_ch', 0)).toEqual({ kind: 'exactly', count: 0 });
  expect(said('eu_ch', 1)).toEqual({ kind: 'below', count: 5 });
  expect(said('eu_ch', 4)).toEqual({ kind: 'below', count: 5 });
  expect(said('eu_ch', 5)).toEqual({ kind: 'exactly', count: 5 });
  expect(said('cn', 7)).toEqual({ kind: 'not_said', count: 0 });
  expect(publicCount({ eu_ch: 'each', cn: 'each' }, 'cn', 1)).toEqual({ kind: 'exactly', count: 1 });
});

test('somebody is named by address or number', () => {
  expect(identifierOf(' Anna@Example.org ')).toEqual({ kind: 'email', value: 'anna@example.org' });
  expect(identifierOf('+41 (79) 123-45-67')).toEqual({ kind: 'phone', value: '+41791234567' });
  expect(identifierOf('Anna')).toBeNull();
  expect(identifierOf('0791234567')).toBeNull();
});
