import { expect, test } from 'vitest';
import { conditionsOf } from './rows.mutants.ts';

const parts = (text: string) => conditionsOf(text).map(({ from, to }) => text.slice(from, to));

test('the conditions of a row policy are found, however deep, as the catalogue writes them', () => {
  expect(parts('(person_id = kernel.subject())')).toEqual(['person_id = kernel.subject()']);
  expect(
    parts(
      "((person_id = kernel.subject()) AND ((kernel.purpose() = 'rights'::text) OR (open AND kernel.covers('a) OR (b'::text, kernel.purpose()))))",
    ),
  ).toEqual([
    'person_id = kernel.subject()',
    "kernel.purpose() = 'rights'::text",
    'open',
    "kernel.covers('a) OR (b'::text, kernel.purpose())",
  ]);
});

test('brackets without an end are no expression', () => {
  expect(() => conditionsOf('(open AND ((true)')).toThrow('no end to the brackets');
});
