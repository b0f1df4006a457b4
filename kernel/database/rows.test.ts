import { expect, test } from 'vitest';
import { prepared, query } from './rows.ts';

const contactOf = prepared(({ person, most }: { person: string; most: number }) =>
  query.selectFrom('app.contact').select('id').where('person_id', '=', person).limit(most),
);

test('a prepared query is compiled once and filled in each time', () => {
  const first = contactOf({ person: 'a', most: 1 }).compile();
  const second = contactOf({ person: 'b', most: 2 }).compile();
  expect(first.sql).toBe('select "id" from "app"."contact" where "person_id" = $1 limit $2');
  expect(second.sql).toBe(first.sql);
  expect([first.parameters, second.parameters]).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});
