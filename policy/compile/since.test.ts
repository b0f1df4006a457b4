import { expect, test } from 'vitest';
import type { PolicyShape } from '../shape.ts';
import { sinceOf } from './since.ts';
import { small, withBuilt, withoutUse, withUse } from './small.fixture.ts';

function history(...policies: PolicyShape[]) {
  return policies.map((policy, index) => ({ sequence: index + 1, policy }));
}

test('what never changed counts from the first version', () => {
  const since = sinceOf(history(small, small, small));
  expect(since).toEqual({
    'collect:help:contact': 1,
    'collect:help:place': 1,
    'collect:help:photo': 1,
    'read:help:contact': 1,
    'read:help:photo': 1,
    'send:help:code': 1,
  });
});

test('a use that came later counts from the version that brought it', () => {
  expect(sinceOf(history(withoutUse('read', 'photo'), small))['read:help:photo']).toBe(2);
});

test('a use that was gone in between counts from its return', () => {
  const since = sinceOf(history(small, withoutUse('read', 'photo'), small));
  expect(since['read:help:photo']).toBe(3);
});

test('a longer retention does not stretch an earlier opening', () => {
  const since = sinceOf(history(small, withUse('read', 'photo', { retention_days: 60 })));
  expect(since['read:help:photo']).toBe(2);
  expect(since['collect:help:photo']).toBe(1);
});

test('a shorter retention is covered by an earlier opening', () => {
  const since = sinceOf(history(small, withUse('read', 'photo', { retention_days: 7 })));
  expect(since['read:help:photo']).toBe(1);
});

test('retention that was shortened and lengthened again counts from the lengthening', () => {
  const shorter = withUse('read', 'photo', { retention_days: 7 });
  expect(sinceOf(history(small, shorter, small))['read:help:photo']).toBe(3);
});

test('keeping while the account lives is longer than any number of days', () => {
  const days = withUse('read', 'contact', { retention_days: 3650 });
  expect(sinceOf(history(days, small))['read:help:contact']).toBe(2);
  expect(sinceOf(history(small, days))['read:help:contact']).toBe(1);
});

test('a use that lost its function counts from then; one that gained a function is covered', () => {
  const { function: _, ...open } = small.read.help.photo;
  const free: PolicyShape = {
    ...small,
    revision: 'free',
    read: { ...small.read, help: { ...small.read.help, photo: open } },
  };
  expect(sinceOf(history(small, free))['read:help:photo']).toBe(2);
  expect(sinceOf(history(free, small))['read:help:photo']).toBe(1);
});

test('more actors, or use before accepting, counts from the version that allowed it', () => {
  const more = withUse('read', 'contact', { actors: ['person', 'agent'] });
  expect(sinceOf(history(small, more))['read:help:contact']).toBe(2);
  const early = withUse('read', 'contact', { before_accepting: true });
  expect(sinceOf(history(small, early))['read:help:contact']).toBe(2);
});

test('a new field in a category counts from then for every use of the category', () => {
  const contact = small.categories.contact;
  const wider: PolicyShape = {
    ...small,
    revision: 'wider',
    categories: { ...small.categories, contact: { ...contact, fields: ['email', 'phone'] } },
  };
  const since = sinceOf(history(small, wider));
  expect(since['read:help:contact']).toBe(2);
  expect(since['collect:help:contact']).toBe(2);
  expect(since['read:help:photo']).toBe(1);
});

test('a clause that was not offered covers nothing; once it is not offered again, nothing is let through', () => {
  const unbuilt = withBuilt('F.photo', 'not');
  expect(sinceOf(history(unbuilt, small))['read:help:photo']).toBe(2);
  expect(sinceOf(history(small, unbuilt))).not.toHaveProperty('read:help:photo');
});

test('a use that waited for its capability counts from the version that built it', () => {
  const waiting = withUse('read', 'contact', { unbuilt: true });
  expect(sinceOf(history(waiting, small))['read:help:contact']).toBe(2);
  expect(sinceOf(history(small, waiting))).not.toHaveProperty('read:help:contact');
});

test('the order in which versions are handed over does not matter', () => {
  const backwards = history(withoutUse('read', 'photo'), small).toReversed();
  expect(sinceOf(backwards)['read:help:photo']).toBe(2);
});

test('no history, no uses', () => {
  expect(sinceOf([])).toEqual({});
});

test('a third party that gets more does not get it from those who accepted less', () => {
  const fitter = {
    clause: 'S.ledger',
    role: 'partner',
    purposes: ['help'],
    categories: ['contact'],
  } as const;
  const before: PolicyShape = { ...small, recipients: { fitter } };
  const more: PolicyShape = {
    ...before,
    recipients: { fitter: { ...fitter, categories: ['contact', 'photo'] } },
  };
  const key = 'share:help:fitter';
  expect(sinceOf(history(small, before, before))[key]).toBe(2);
  expect(sinceOf(history(before, more))[key]).toBe(2);
  expect(sinceOf(history(more, before))[key]).toBe(1);
});
