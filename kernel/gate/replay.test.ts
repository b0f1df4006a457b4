import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import { expect, test } from 'vitest';
import type { UseRecord } from '../ledger/ledger.ts';
import { buildGate } from './gate.ts';
import { replay } from './replay.ts';

const compiled = compile(policy, notices);
const gateOf = (sequence: number, since: Readonly<Record<string, number>>) =>
  buildGate({
    sequence,
    hash: compiled.hash,
    table: compiled.table,
    policy: compiled.policy,
    since,
  });
const gate = gateOf(2, { 'collect:service:position': 1, 'read:service:position': 1 });

const record: UseRecord = {
  purpose: 'service',
  clause: 'F.nearby',
  categories: ['position'],
  role: 'person',
  policy: compiled.hash,
  time: '2026-11-23T10:00:00.000Z',
  operation: 'stores.nearest',
  decisions: [
    { asked: ['collect:position', 'read:position'], accepted: 2, openings: { nearby: 1 }, gpc: false },
  ],
  version: 2,
};
const [decided = { asked: [], accepted: null, openings: {}, gpc: false }] = record.decisions ?? [];

test('decided again from its record, a use has the same answer', () => {
  expect(replay(record, gate)).toBe('same');
});

test.each<[string, Partial<UseRecord>]>([
  ['nothing was opened', { decisions: [{ ...decided, openings: {} }] }],
  ['it was closed', { decisions: [{ ...decided, openings: { nearby: -1 } }] }],
  ['nothing was accepted', { decisions: [{ ...decided, accepted: null }] }],
  ['something else was asked', { decisions: [{ ...decided, asked: ['read:photo'] }] }],
  ['more was used than was asked for', { categories: ['contact', 'position'] }],
  ['another clause decided', { clause: 'U.service' }],
  ['another acted', { role: 'agent' }],
  ['it was for another purpose', { purpose: 'measure' }],
  ['another version was in force', { version: 1 }],
  ['another policy was in force', { policy: 'ab'.repeat(32) }],
])('a record that says %s is found out', (_words, change) => {
  expect(replay({ ...record, ...change }, gate)).toBe('different');
});

test('an opening that does not reach as far as the version then in force is found out', () => {
  expect(replay(record, gateOf(2, { 'collect:service:position': 1, 'read:service:position': 2 }))).toBe(
    'different',
  );
});

test('a record from before they said what they rested on is not judged', () => {
  const { decisions: _, version: __, ...older } = record;
  expect(replay(older, gate)).toBe('unrecorded');
});
