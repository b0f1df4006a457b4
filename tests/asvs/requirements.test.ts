import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chapters } from './requirements.ts';

const root = join(import.meta.dirname, '../..');
const all = chapters.flatMap(({ requirements }) => requirements);

/** Null: the file is there, and the words stand in it. */
function missing(by: string): string | null {
  const [path = '', ...words] = by.split(': ');
  if (!existsSync(join(root, path))) return `${path} does not exist`;
  const said = words.join(': ');
  return readFileSync(join(root, path), 'utf8').includes(said) ? null : `${path} says nowhere "${said}"`;
}

/** How many requirements of levels 1 and 2 each chapter of version 5.0.0 of the standard has. */
const counted = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

test('every requirement of levels 1 and 2 is answered, chapter by chapter', () => {
  const answered = chapters.map(({ requirements }) => requirements.filter(({ level }) => level < 3).length);
  expect(answered).toEqual(counted);
});

test('each is answered once, in its chapter, in order', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { number, requirements } of chapters) {
    const ids = requirements.map(({ id }) => id);
    const sorted = ids.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    expect(ids).toEqual(sorted);
    for (const id of ids) expect(id.startsWith(`${number}.`)).toBe(true);
  }
});

test('what shows a requirement is there, and says what it is said to say', () => {
  const named = all.flatMap((one) => (one.state === 'shown' ? one.by : []));
  expect(named.length).toBeGreaterThan(100);
  expect(named.map(missing).filter((one) => one !== null)).toEqual([]);
});

test('what is shown by nothing, or excused without a reason, is not let through', () => {
  for (const one of all) {
    if (one.state === 'shown') expect(one.by.length, one.id).toBeGreaterThan(0);
    else expect(one.why.length, one.id).toBeGreaterThan(2);
  }
});

test('a test that is gone, and words that nobody says, are found', () => {
  expect(missing('tests/asvs/gone.test.ts')).toBe('tests/asvs/gone.test.ts does not exist');
  expect(missing('package.json: no such words')).toContain('says nowhere');
});
