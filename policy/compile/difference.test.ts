import { expect, test } from 'vitest';
import { notices } from '../notice/notice.ts';
import { policy } from '../policy.ts';
import type { NoticeWords, PolicyShape } from '../shape.ts';
import { describeChange, difference } from './difference.ts';
import { plainWords, small, withBuilt, withoutUse, withUse } from './small.fixture.ts';

function between(before: PolicyShape, after: PolicyShape) {
  return difference(
    { policy: before, notices: plainWords(before) },
    { policy: after, notices: plainWords(after) },
  );
}

function outcome(before: PolicyShape, after: PolicyShape) {
  const { class: overall, changes } = between(before, after);
  return [overall, ...changes.map((change) => `${change.class} ${change.key}`)];
}

test('nothing changed, nothing to see', () => {
  expect(between(small, { ...small, revision: 'same' })).toEqual({ class: 'neutral', changes: [] });
});

test('a new use widens and names its clauses; a use that went narrows', () => {
  const { changes } = between(withoutUse('read', 'photo'), small);
  expect(changes).toEqual([
    {
      class: 'widening',
      key: 'read_added',
      clauses: ['U.help', 'F.photo'],
      args: { verb: 'read', purpose: 'help', category: 'photo' },
    },
  ]);
  expect(outcome(small, withoutUse('read', 'photo'))).toEqual(['narrowing', 'narrowing read_removed']);
});

test('a use whose capability was built widens; one that waits for it again narrows', () => {
  const waiting = withUse('read', 'contact', { unbuilt: true });
  expect(outcome(waiting, small)).toEqual(['widening', 'widening read_added']);
  expect(outcome(small, waiting)).toEqual(['narrowing', 'narrowing read_removed']);
  expect(outcome(waiting, { ...waiting, revision: 'same' })).toEqual(['neutral']);
});

test('a longer retention widens, a shorter one narrows', () => {
  const longer = withUse('read', 'photo', { retention_days: 60 });
  expect(outcome(small, longer)).toEqual(['widening', 'widening retention_longer']);
  expect(outcome(longer, small)).toEqual(['narrowing', 'narrowing retention_shorter']);
});

test('a use that needs a function now narrows; one that no longer does widens', () => {
  const asks = withUse('read', 'contact', { function: 'photos' });
  expect(outcome(small, asks)).toEqual(['narrowing', 'narrowing function_added']);
  expect(outcome(asks, small)).toEqual(['widening', 'widening function_removed']);
});

test('more actors widen, fewer narrow', () => {
  const more = withUse('read', 'contact', { actors: ['person', 'agent'] });
  expect(outcome(small, more)).toEqual(['widening', 'widening actors_added']);
  expect(outcome(more, small)).toEqual(['narrowing', 'narrowing actors_removed']);
});

test('use before accepting widens', () => {
  const early = withUse('collect', 'contact', { before_accepting: true });
  expect(outcome(small, early)).toEqual(['widening', 'widening before_accepting_added']);
});

test('another legal basis alone is neutral, and shown', () => {
  const basis = { gdpr: 'Art. 6(1)(f)', fadp: 'Art. 31(1)', pipl: 'Art. 13(1)(3)' };
  expect(outcome(small, withUse('read', 'contact', { basis }))).toEqual(['neutral', 'neutral basis_changed']);
});

test('a clause that permits widens when it is offered; one that protects widens when it is withdrawn', () => {
  expect(outcome(withBuilt('F.photo', 'not'), small)).toEqual(['widening', 'widening clause_offered']);
  expect(outcome(small, withBuilt('F.photo', 'not'))).toEqual(['narrowing', 'narrowing clause_withdrawn']);
  expect(outcome(withBuilt('S.ledger', 'not'), small)).toEqual(['neutral', 'neutral clause_offered']);
  expect(outcome(small, withBuilt('S.ledger', 'not'))).toEqual(['widening', 'widening clause_withdrawn']);
});

test('a recipient that joins or sees more widens', () => {
  const two: PolicyShape = {
    ...small,
    recipients: { ...small.recipients, sms: { clause: 'M.code', role: 'carrier', categories: ['contact'] } },
  };
  expect(outcome(small, two)).toEqual(['widening', 'widening recipient_added']);
  const more: PolicyShape = {
    ...small,
    recipients: { mail: { clause: 'M.code', role: 'carrier', categories: ['contact', 'photo'] } },
  };
  expect(outcome(small, more)).toEqual(['widening', 'widening recipient_sees_more']);
  expect(outcome(more, small)).toEqual(['narrowing', 'narrowing recipient_sees_less']);
});

test('a message that begins to pass quiet hours widens', () => {
  const code = small.messages.code;
  const quiet: PolicyShape = { ...small, messages: { code: { ...code, passes_quiet_hours: false } } };
  expect(outcome(quiet, small)).toEqual(['widening', 'widening quiet_hours_passed']);
});

test('waiting longer before shredding widens; raising the minimum age narrows', () => {
  expect(outcome(small, { ...small, withheld_days: 30 })).toEqual(['widening', 'widening withheld_longer']);
  expect(outcome(small, { ...small, minimum_age: 18 })).toEqual(['narrowing', 'narrowing age_raised']);
});

test('other words alone are neutral', () => {
  const words = plainWords(small);
  const clause = { title: 'Contact', short: 'Other words.', text: ['Text.'] };
  const reworded = { ...words, de: { ...words.de, clauses: { ...words.de.clauses, 'C.contact': clause } } };
  expect(difference({ policy: small, notices: words }, { policy: small, notices: reworded })).toEqual({
    class: 'neutral',
    changes: [
      { class: 'neutral', key: 'words_changed', clauses: ['C.contact'], args: { clause: 'C.contact' } },
    ],
  });
});

test('one widening among narrowings makes the whole a widening, and comes first', () => {
  const mixed = { ...withoutUse('read', 'photo'), withheld_days: 30 };
  expect(outcome(small, mixed)).toEqual(['widening', 'widening withheld_longer', 'narrowing read_removed']);
});

test('changes are told in plain words, in each language', () => {
  const longer: PolicyShape = {
    ...policy,
    read: {
      ...policy.read,
      support: { ...policy.read.support, photo: { ...policy.read.support.photo, retention_days: 90 } },
    },
  };
  const { changes } = difference({ policy, notices }, { policy: longer, notices });
  const told = (words: NoticeWords) => changes.map((change) => describeChange(change, words));
  expect(told(notices.en)).toEqual([
    '“Photos” for customer service is kept longer: 90 days. Until now: 30 days.',
  ]);
  expect(told(notices['zh-CN'])).toEqual(['用于“客户服务”的“照片”保留更久：90 天。此前：30 天。']);
  expect(told(notices.de)).toEqual([
    '«Fotos» (Zweck: Kundendienst) bleibt länger: 90 Tage. Bisher: 30 Tage.',
  ]);
});

test('beginning to copy all that is stored widens, ending it narrows', () => {
  const help = small.purposes.help as PolicyShape['purposes'][string];
  const copying = { ...small, purposes: { ...small.purposes, help: { ...help, copies: true as const } } };
  expect(outcome(small, copying)).toEqual(['widening', 'widening copying_added']);
  expect(outcome(copying, small)).toEqual(['narrowing', 'narrowing copying_removed']);
});
