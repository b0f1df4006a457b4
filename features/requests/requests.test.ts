import { describe, expect, test } from 'vitest';
import { daysLeft, dueAt, extendedUntil, referenceOf, stateOf } from './requests.ts';

const at = (text: string) => new Date(text);

describe('U.rights: the law’s clock', () => {
  test('in Europe a month or 30 days, whichever is over first', () => {
    expect(dueAt('eu_ch', at('2027-03-10T08:00:00Z'))).toEqual(at('2027-04-09T08:00:00Z'));
    // February is shorter than 30 days.
    expect(dueAt('eu_ch', at('2027-01-31T08:00:00Z'))).toEqual(at('2027-02-28T08:00:00Z'));
    expect(dueAt('eu_ch', at('2028-01-31T08:00:00Z'))).toEqual(at('2028-02-29T08:00:00Z'));
    expect(dueAt('eu_ch', at('2027-04-15T08:00:00Z'))).toEqual(at('2027-05-15T08:00:00Z'));
  });

  test('in China 15 days', () => {
    expect(dueAt('cn', at('2027-03-10T08:00:00Z'))).toEqual(at('2027-03-25T08:00:00Z'));
  });

  test('extended, counted from when it came: three months in all, in China 30 days', () => {
    expect(extendedUntil('eu_ch', at('2026-11-30T08:00:00Z'))).toEqual(at('2027-02-28T08:00:00Z'));
    expect(extendedUntil('eu_ch', at('2027-03-10T08:00:00Z'))).toEqual(at('2027-06-10T08:00:00Z'));
    expect(extendedUntil('cn', at('2027-03-10T08:00:00Z'))).toEqual(at('2027-04-09T08:00:00Z'));
  });

  test('days left are whole, and overdue at once', () => {
    const due = at('2027-03-10T08:00:00Z');
    expect(daysLeft(due, at('2027-03-08T07:00:00Z'))).toBe(2);
    expect(daysLeft(due, at('2027-03-10T07:59:59Z'))).toBe(0);
    expect(daysLeft(due, at('2027-03-10T08:00:01Z'))).toBe(-1);
  });
});

test('a request is new until somebody takes it, and then as it was closed', () => {
  expect(stateOf({ taken: false, outcome: null })).toBe('new');
  expect(stateOf({ taken: true, outcome: null })).toBe('taken');
  expect(stateOf({ taken: true, outcome: 'refused' })).toBe('refused');
  expect(stateOf({ taken: false, outcome: 'withdrawn' })).toBe('withdrawn');
});

test('what people call it is short', () => {
  expect(referenceOf('019ad2c4-0000-7000-8000-0000abcd1234')).toBe('ABCD-1234');
});
