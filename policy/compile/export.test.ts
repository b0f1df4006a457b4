import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { notices } from '../notice/notice.ts';
import { policy } from '../policy.ts';
import { withFault, withFaultWords } from '../revisions/fault.ts';

import { compile } from './compile.ts';
import { policyDocument, policySchema } from './export.ts';
import { plainWords, small } from './small.fixture.ts';

const published_at = new Date('2026-11-20T08:00:00Z');
const served = (compiled = compile(policy, notices)) =>
  JSON.parse(JSON.stringify(policyDocument({ sequence: 1, published_at, compiled }, 'policy.schema.json')));

const validate = new Ajv2020({ strict: true, allErrors: true, validateFormats: false }).compile(policySchema);

describe('the policy as JSON', () => {
  test('fits its schema: this one, a later revision, a small one', () => {
    for (const compiled of [
      compile(policy, notices),
      compile(withFault(policy), withFaultWords(notices)),
      compile(small, plainWords(small)),
    ]) {
      validate(served(compiled));
      expect(validate.errors).toBeNull();
    }
  });

  const planted: readonly [string, (document: ReturnType<typeof served>) => unknown][] = [
    ['a hash in capitals', (one) => (one.hash = one.hash.toUpperCase())],
    ['no hash', (one) => delete one.hash],
    ['no policy', (one) => delete one.policy],
    ['a version before the first', (one) => (one.sequence = 0)],
    ['a member that nobody knows', (one) => (one.policy.note = 'x')],
    ['a half day of keeping', (one) => (one.policy.read.service.contact.retention_days = 0.5)],
    ['a use without a legal basis', (one) => delete one.policy.collect.service.contact.basis],
    ['a law that is missing in a basis', (one) => delete one.policy.collect.service.contact.basis.pipl],
    ['an actor who does not exist', (one) => (one.policy.purposes.service.actors = ['everybody'])],
    ['a fourth kind of storage', (one) => (one.policy.categories.log.storage = 'public')],
    ['a category of no vocabulary', (one) => (one.policy.categories.log.dpv = 'IPAddress')],
    ['a clause of no chapter', (one) => (one.policy.clauses['X.1'] = one.policy.clauses['E.1'])],
    ['a clause half built in its own way', (one) => (one.policy.clauses['E.1'].built = 'almost')],
    ['words in two languages only', (one) => delete one.notices.de],
    ['a clause without its sentence', (one) => delete one.notices.en.clauses['E.1'].short],
    ['an empty word', (one) => (one.notices.en.title = '')],
    ['an order that lacks a language', (one) => one.order.pop()],
  ];
  test.each(planted)('refuses %s', (_, spoil) => {
    const document = served();
    spoil(document);
    expect(validate(document)).toBe(false);
  });

  test('carries the hash that anybody computes from the document alone', () => {
    const text = JSON.stringify(policyDocument(facts(), ''));
    expect(hashOfDocument(text)).toBe(compile(policy, notices).hash);
    const changed = text.replace('"withheld_days":14', '"withheld_days":15');
    expect(hashOfDocument(changed)).not.toBe(compile(policy, notices).hash);
    const reordered = JSON.parse(text);
    reordered.order[0].reverse();
    expect(hashOfDocument(JSON.stringify(reordered))).not.toBe(compile(policy, notices).hash);
  });
});

const facts = () => ({ sequence: 1, published_at, compiled: compile(policy, notices) });

/** By nothing but the description in the schema, in other code than the product's. */
function hashOfDocument(text: string): string {
  const { policy: rules, notices: words, order } = JSON.parse(text);
  const sorted = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(sorted);
    const names = Object.keys(value).sort();
    return Object.fromEntries(names.map((name) => [name, sorted((value as Record<string, unknown>)[name])]));
  };
  const canonical = JSON.stringify(sorted({ policy: rules, notices: words, order }));
  return createHash('sha256').update(canonical).digest('hex');
}
