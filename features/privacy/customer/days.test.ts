import { expect, test } from 'vitest';
import { byDay, type UseLine } from './days.ts';

const use = (id: string, at: string, purpose: string, role: string): UseLine => ({
  id,
  at,
  purpose,
  role,
  clause: `U.${purpose}`,
  categories: ['contact'],
  operation: 'x.y',
});

test('uses are grouped by day, purpose and role; the own looking stands apart', () => {
  const days = byDay(
    [
      use('e', '2026-11-23T20:00:00Z', 'rights', 'person'),
      use('d', '2026-11-23T19:00:00Z', 'support', 'agent'),
      use('c', '2026-11-23T09:00:00Z', 'authentication', 'person'),
      use('b', '2026-11-23T08:00:00Z', 'support', 'agent'),
      use('a', '2026-11-22T08:00:00Z', 'rights', 'privacy_officer'),
    ],
    (at) => at.slice(0, 10),
  );
  expect(days.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-23', '2026-11-22']);
  expect(days[0]?.own.map(({ id }) => id)).toEqual(['e']);
  expect(days[0]?.groups.map(({ purpose, role, uses }) => [purpose, role, uses.length])).toEqual([
    ['support', 'agent', 2],
    ['authentication', 'person', 1],
  ]);
  // An officer who acts for a person's rights is not the person.
  expect(days[1]?.own).toEqual([]);
  expect(days[1]?.groups.map(({ role }) => role)).toEqual(['privacy_officer']);
});
