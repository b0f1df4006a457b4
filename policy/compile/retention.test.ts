import { expect, test } from 'vitest';
import { policy } from '../policy.ts';
import type { PolicyShape } from '../shape.ts';
import { retentionOf } from './retention.ts';

const offering = (...clauses: readonly string[]): PolicyShape => ({
  ...policy,
  clauses: {
    ...policy.clauses,
    ...Object.fromEntries(
      clauses.map((id) => [id, { ...policy.clauses[id as 'E.9'], built: 'whole' as const }]),
    ),
  },
});

test('what the account needs is kept while it lives; the log goes after its days', () => {
  expect(retentionOf(policy, 'contact', 'eu_ch').days).toBeNull();
  expect(retentionOf(policy, 'log', 'eu_ch').days).toBe(30);
  expect(retentionOf(policy, 'message', 'eu_ch').days).toBe(7);
});

test('the longest duty wins and stands first; the others are still named', () => {
  const shape = offering('E.9', 'U.security');
  const { days, duties } = retentionOf(shape, 'log', 'cn');
  expect(days).toBe(180);
  expect(duties[0]).toMatchObject({
    days: 180,
    clause: 'E.9',
    law: expect.stringContaining('Cybersecurity'),
  });
  expect(duties.map((duty) => duty.days)).toEqual(
    duties.map((duty) => duty.days).toSorted((a, b) => (b ?? 0) - (a ?? 0)),
  );
  expect(duties.filter((duty) => duty.law === null).every((duty) => duty.days === 30)).toBe(true);
});

test('a law of another area keeps nothing here, and what is only announced keeps nothing anywhere', () => {
  expect(retentionOf(offering('E.9', 'U.security'), 'log', 'eu_ch').days).toBe(30);
  const announced = { ...policy.clauses['E.9'], built: 'not' as const };
  const withoutDuty = { ...policy, clauses: { ...policy.clauses, 'E.9': announced } };
  expect(retentionOf(withoutDuty, 'log', 'cn').days).toBe(30);
  expect(retentionOf(withoutDuty, 'conversation', 'eu_ch').days).toBe(0);
  const archiving = offering('E.9', 'U.archive', 'U.support');
  expect(retentionOf(archiving, 'conversation', 'eu_ch').days).toBe(3650);
});

test('what is never stored is kept for no day', () => {
  expect(retentionOf(policy, 'position', 'eu_ch').days).toBe(0);
});
