import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../world.ts';
import { hear, rowsFor, say, shut, someone, sounds, standingOf, voiceWorld } from './people.ts';

const pairs = 40;
const at_once = 10;
const patience_ms = 180_000;

let world: World;
let second: World;
beforeAll(async () => {
  world = await voiceWorld();
  second = await voiceWorld(world);
});
afterAll(async () => {
  expect([...world.faults, ...second.faults]).toEqual([]);
  await second.close();
  await world.close();
});

/** Some at a time: all at once would be more than a server that has little to itself takes in. */
async function inTurns<T, R>(all: readonly T[], act: (one: T, number: number) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  while (done.length < all.length) {
    const first = done.length;
    const turn = all.slice(first, first + at_once);
    done.push(...(await Promise.all(turn.map((one, number) => act(one, first + number)))));
  }
  return done;
}

/** People who each said something. */
async function crowd(count: number) {
  return await inTurns(Array.from({ length: count }), async () => {
    const person = await someone(world);
    await say(person, 'said before');
    return person;
  });
}

test(
  'F.close @operation: closing and reading at the same moment, each read is before the closing or refused',
  async () => {
    const people = await crowd(pairs);
    const outcomes = await inTurns(people, async (person, number) => {
      // Half of them read first, half of them close first; the rest is chance.
      const acts = [() => hear(person), () => shut(person)] as const;
      const [first, then] = number % 2 === 0 ? acts : [acts[1], acts[0]];
      const [one, two] = await Promise.all([first(), then()]);
      const after = await hear(person);
      const [read, closed] = number % 2 === 0 ? [one, two] : [two, one];
      return { read, closed, after };
    });
    for (const { read, closed, after } of outcomes) {
      expect(closed.status).toBe(200);
      const { notes, code } = read.body as { notes?: { sound: string }[]; code?: string };
      if (read.status === 200) expect(['said before', undefined]).toContain(notes?.[0]?.sound);
      else expect(code).toBe('function_closed');
      expect(after.body.code).toBe('function_closed');
    }
  },
  patience_ms,
);

test(
  'F.close @operation: closing and collecting at the same moment leaves nothing open behind',
  async () => {
    const people = await crowd(pairs);
    await inTurns(people, async (person) => {
      const [said, closed] = await Promise.all([say(person, 'said meanwhile'), shut(person)]);
      expect(closed.status).toBe(200);
      const { person: id } = await standingOf(world, person);
      expect(await rowsFor(world, 'support', id)).toEqual([]);
      const held = await rowsFor(world, 'rights', id);
      expect(held).toHaveLength(said.status === 200 ? 2 : 1);
      expect(held.every((row) => !row.open)).toBe(true);
    });
  },
  patience_ms,
);

test('F.close @operation: closed at one node, refused at the other from the next decision on', async () => {
  const person = await someone(world);
  const there = second.visitor();
  there.headers = person.headers;
  for (const [name, value] of person.cookies) there.cookies.set(name, value);
  await say(person, 'said here');
  for (let round = 0; round < 10; round++) {
    expect(await sounds(there)).toEqual(['said here']);
    expect((await shut(person)).status).toBe(200);
    expect((await hear(there)).body.code).toBe('function_closed');
    expect((await say(there, 'said there')).body.code).toBe('function_closed');
    await person.open('voice');
  }
});
