import { expect, test } from 'vitest';
import { type AccessFacts, accessState, premises, type Topic, topics, topicsOf } from './access.ts';

const now = new Date('2026-11-26T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const current = Object.fromEntries(Object.keys(topics).map((topic) => [topic, [`${topic} now`]])) as Record<
  Topic,
  string[]
>;
const seen = Object.fromEntries(Object.keys(premises).map((item) => [item, ago(1)]));
const quiet: AccessFacts = { roles: [], people: [], premises: seen };
const state = (facts: Partial<AccessFacts>) => accessState({ ...quiet, ...facts }, current, 90, now);

test('a role is worth a look two weeks before, and overdue on the day', () => {
  const roles = [ago(75), ago(76), ago(89.9), ago(90), ago(400)];
  expect(state({ roles })).toEqual({ reviews_over: 2, reviews_soon: 2, unread: 0, premises_over: 0 });
});

test('everybody reads what their roles are for, as it stands, once a year', () => {
  expect(topicsOf(['administrator'])).toEqual(['purpose', 'signs', 'machines']);
  expect(topicsOf(['agent'])).toEqual([]);
  const one = (since: number, read: readonly [string, string, number][]) => ({
    roles: ['administrator'],
    since: ago(since),
    read: read.map(([topic, hash, days]) => ({ topic, hash, at: ago(days) })),
  });
  expect(state({ people: [one(13, [])] }).unread).toBe(0);
  expect(state({ people: [one(14, [])] }).unread).toBe(3);
  const fresh: [string, string, number][] = [
    ['purpose', 'purpose now', 1],
    ['signs', 'signs now', 364],
    ['machines', 'machines now', 1],
  ];
  expect(state({ people: [one(500, fresh)] }).unread).toBe(0);
  expect(
    state({ people: [one(500, [...fresh.slice(0, 2), ['machines', 'machines before', 1]])] }).unread,
  ).toBe(1);
  expect(
    state({ people: [one(500, [...fresh.slice(0, 2), ['machines', 'machines now', 365]])] }).unread,
  ).toBe(1);
});

test('what was never seen to is due, and what was, is due again by its own interval', () => {
  expect(state({ premises: {} }).premises_over).toBe(Object.keys(premises).length);
  expect(state({ premises: { ...seen, copies: ago(29) } }).premises_over).toBe(0);
  expect(state({ premises: { ...seen, copies: ago(30), rooms: ago(89) } }).premises_over).toBe(1);
});
