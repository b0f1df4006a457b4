import { expect, test } from 'vitest';
import { compile, describeChange, difference, sinceOf } from '../compile/compile.ts';
import { notices } from '../notice/notice.ts';
import { policy } from '../policy.ts';
import { withFault, withFaultWords } from './fault.ts';

const later = { policy: withFault(policy), notices: withFaultWords(notices) };
const changes = difference({ policy, notices }, later);

test('the later policy compiles with its words and has a hash of its own', () => {
  expect(compile(later.policy, later.notices).hash).not.toBe(compile(policy, notices).hash);
});

test('a fifth kind of data is a widening, and goes back as a narrowing', () => {
  expect(changes.class).toBe('widening');
  expect(difference(later, { policy, notices }).class).toBe('narrowing');
});

test('what changed is told in plain words', () => {
  const widening = changes.changes.filter((change) => change.class === 'widening');
  expect(widening.map((change) => describeChange(change, later.notices.en))).toEqual([
    'New: “Product faults” is collected for doing what you asked for.',
    'New: “Product faults” is used for doing what you asked for.',
    'New: “Product faults” is used for your rights.',
    'New in this notice: “When a product reports a fault”.',
  ]);
});

test('what was accepted before does not stretch to faults, and all else still counts from the first version', () => {
  const since = sinceOf([
    { sequence: 1, policy },
    { sequence: 2, policy: later.policy },
  ]);
  expect(since['collect:service:fault']).toBe(2);
  expect(since['read:service:fault']).toBe(2);
  expect(since['collect:service:position']).toBe(1);
  expect(Object.values(since).filter((sequence) => sequence === 2)).toHaveLength(3);
});

test('customer service and product safety wait until their own clauses are offered', () => {
  const { table } = compile(later.policy, later.notices);
  expect(table.read.support?.fault?.offered).toBe(false);
  expect(table.read.protect?.fault?.offered).toBe(false);
  expect(table.read.service?.fault?.offered).toBe(true);
});

test('its clause stands among what is collected, after the credentials', () => {
  const ids = Object.keys(later.policy.clauses);
  expect(ids[ids.indexOf('C.credentials') + 1]).toBe('C.fault');
});
