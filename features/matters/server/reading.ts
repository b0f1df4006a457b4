import { type Excepted, implement, problem } from '@axent/kernel';
import type { NoticeWords } from '@axent/policy/shape';
import * as contract from '../contract.ts';

type Items = Record<string, string | null>[];

function readable(value: object): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [
      field,
      one === null ? null : typeof one === 'string' ? one : JSON.stringify(one),
    ]),
  );
}

/** Everything that a matter opens of the person at this place among its persons, category by category. */
async function openedOf(excepted: Excepted, place: number, words: NoticeWords) {
  const person = excepted.people[place - 1];
  if (person === undefined) throw problem('person_unknown', { number: place });
  const categories: { id: string; name: string; items: Items }[] = [];
  for (const category of excepted.categories) {
    const items: Items = [];
    for (const one of await excepted.boxes(person, category)) items.push(readable(await excepted.read(one)));
    categories.push({ id: category, name: words.categories[category] ?? category, items });
  }
  return { categories };
}

const read = implement(contract.read, async ({ use, policy }, { id, person, language }) =>
  openedOf(await use.except(id), person, policy.compiled.notices[language]),
);

const inspect = implement(contract.inspect, async ({ use, policy }, { id, person, language }) =>
  openedOf(await use.except(id), person, policy.compiled.notices[language]),
);

export const readings = [read, inspect];
