import { type Feature, implement, raw } from '@axent/kernel';
import { operation } from '@axent/kernel/operation';
import { sql } from 'kysely';
import Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

// What asks one statement at most is one write (kernel/operation/brief.ts): what the next one asks travels behind it.

const varied = operation({
  name: 'acts.varied',
  method: 'GET',
  path: '/api/acts/varied',
  summary: 'Says when its transaction began and whose it is, as often as it is asked to',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: false,
  input: Type.Object({
    statements: Type.Integer({ minimum: 0, maximum: 5 }),
    /** Divided by; 0 fails. */
    by: Type.Integer({ minimum: 0, maximum: 1 }),
    wait_s: Type.Number({ minimum: 0, maximum: 2 }),
  }),
  output: Type.Object({
    began: Type.Array(Type.String()),
    whose: Type.Union([Type.String(), Type.Null()]),
    person: Type.Union([Type.String(), Type.Null()]),
  }),
  errors: [],
});

interface Told {
  readonly at: string;
  readonly whose: string | null;
}

/** A statement that takes its time: no purpose may sleep. */
const rows_per_s = 4_000_000;

const feature: Feature = {
  name: 'varied',
  problems: {},
  operations: [
    implement(varied, async ({ use }, { statements, by, wait_s }) => {
      const told: Told[] = [];
      for (let n = 0; n < statements; n++) {
        const asked = sql<Told>`select now()::text as at, nullif(current_setting('axent.person', true), '') as whose,
          1 / ${by}::integer as n,
          (select count(*) from generate_series(1, ${rows_per_s * wait_s}::integer)) as counted`;
        told.push(...(await use.rows(raw<Told>(asked))));
      }
      return { began: told.map(({ at }) => at), whose: told.at(-1)?.whose ?? null, person: use.person };
    }),
  ],
};

let world: World;
let people: Visitor[];
beforeAll(async () => {
  world = await openWorld({ features: [feature] });
  people = [];
  for (const name of ['ada', 'ben', 'cyd'])
    people.push(await (await world.visitor().accept()).signIn(`${name}@example.org`));
});
afterAll(() => world.close());

const ask = (who: number, statements: number, by = 1, wait_s = 0) =>
  (people[who] as Visitor).call(varied, { statements, by, wait_s });

test('what asks more than it ever did before is answered out of one transaction all the same', async () => {
  for (let n = 0; n < 5; n++) expect((await ask(0, 1)).body.began).toHaveLength(1);
  expect(world.kernel.foresight.isBrief(varied.name)).toBe(true);
  const { began, whose, person } = (await ask(0, 4)).body;
  expect(began).toHaveLength(4);
  expect(new Set(began).size).toBe(1);
  expect(whose).toBe(person);
  expect(world.kernel.foresight.isBrief(varied.name)).toBe(false);
  expect(world.faults).toEqual([]);
});

test('each is answered as the person who asks, and one that fails takes nobody along', async () => {
  const own = await openWorld({ on: world, features: [feature] });
  try {
    const there = people.map((one) => {
      const visitor = own.visitor();
      for (const [name, value] of one.cookies) visitor.cookies.set(name, value);
      return visitor;
    });
    const ids = new Set<string | null>();
    for (const one of there)
      for (let n = 0; n < 2; n++)
        ids.add((await one.call(varied, { statements: 1, by: 1, wait_s: 0 })).body.person);
    expect(ids.size).toBe(3);
    const answers = await Promise.all(
      Array.from({ length: 90 }, async (_, n) => {
        const by = n % 7 === 3 ? 0 : 1;
        const answer = await (there[n % 3] as Visitor).call(varied, { statements: 1, by, wait_s: 0 });
        return { by, answer };
      }),
    );
    for (const { by, answer } of answers) {
      if (by === 0) expect(answer.body).toMatchObject({ code: 'internal' });
      else expect(answer.body.whose).toBe(answer.body.person);
    }
    expect(new Set(answers.map(({ answer }) => answer.body.person ?? null))).toEqual(new Set([...ids, null]));
    expect(own.kernel.foresight.isBrief(varied.name)).toBe(true);
    expect(own.faults.splice(0).every(({ message }) => message.includes('division by zero'))).toBe(true);
    // A slow one holds up no more than those few that were sent behind it.
    let over = false;
    const slow = there[0]?.call(varied, { statements: 1, by: 1, wait_s: 1.5 }).finally(() => {
      over = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    let quick = 0;
    for (let n = 0; n < 12; n++) {
      void there[1]?.call(varied, { statements: 1, by: 1, wait_s: 0 }).then(() => {
        if (!over) quick++;
      });
    }
    await slow;
    expect(quick).toBeGreaterThanOrEqual(12 - 4);
  } finally {
    await own.close();
  }
});

test('visitors who ask nothing share one question who came, and none is answered by one put before they came', async () => {
  const visitors = Array.from({ length: 30 }, () => world.visitor());
  const silent = { statements: 0, by: 1, wait_s: 0 };
  for (const visitor of visitors.slice(0, 6)) expect((await visitor.call(varied, silent)).status).toBe(200);
  expect(world.kernel.foresight.isSilent(varied.name)).toBe(true);
  const { entrance } = world.kernel;
  const asked: Promise<unknown>[] = [];
  const ask = entrance.ask.bind(entrance);
  entrance.ask = (purpose, token) => {
    const answer = ask(purpose, token);
    asked.push(answer);
    return answer;
  };
  try {
    const answers = await Promise.all(visitors.map((visitor) => visitor.call(varied, silent)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(asked).toHaveLength(visitors.length);
    // All who come in one turn of the event loop, however fast the database is.
    expect(new Set(await Promise.all(visitors.map(() => ask('service', null)))).size).toBe(1);
    // Who comes while a question is on its way is not answered by it.
    const together = await Promise.all([ask('service', null), ask('service', null)]);
    expect(together[0]).toBe(together[1]);
    expect(await ask('service', null)).not.toBe(together[0]);
  } finally {
    entrance.ask = ask;
  }
});

test('people who ask nothing are asked for together, and each is told of their own session', async () => {
  const silent = { statements: 0, by: 1, wait_s: 0 };
  for (const one of people) for (let n = 0; n < 6; n++) await one.call(varied, silent);
  expect(world.kernel.foresight.isSilent(varied.name)).toBe(true);
  const stranger = world.visitor();
  const ended = people.at(-1) as Visitor;
  const { body: before } = await ended.call(varied, silent);
  await world.kernel.pools.owner.query('update kernel.session set ended_at = now() where person_id = $1', [
    before.person,
  ]);
  const asking = [...people, stranger, ...people];
  const answers = await Promise.all(asking.map((one) => one.call(varied, silent)));
  const persons = answers.map(({ body }) => body.person);
  const alone = await Promise.all(
    people.slice(0, -1).map(async (one) => (await one.call(varied, { ...silent, statements: 1 })).body.whose),
  );
  expect(persons).toEqual([...alone, null, null, ...alone, null]);
  expect(new Set(alone).size).toBe(alone.length);
});

test('a visitor who asks a statement all the same gets a transaction', async () => {
  const visitor = world.visitor();
  const silent = { statements: 0, by: 1, wait_s: 0 };
  for (let n = 0; n < 6; n++) await visitor.call(varied, silent);
  expect(world.kernel.foresight.isSilent(varied.name)).toBe(true);
  const { began, whose } = (await visitor.call(varied, { statements: 3, by: 1, wait_s: 0 })).body;
  expect(new Set(began).size).toBe(1);
  expect([began.length, whose]).toEqual([3, null]);
  expect(world.kernel.foresight.isSilent(varied.name)).toBe(false);
});

test('a publication is noticed by the next visitor who asks nothing', async () => {
  const visitor = world.visitor();
  const silent = { statements: 0, by: 1, wait_s: 0 };
  for (let n = 0; n < 6; n++) await visitor.call(varied, silent);
  const { foresight } = world.kernel;
  foresight.keep(null, { said: 'otherwise', entered: foresight.of(null)?.entered as never });
  expect((await visitor.call(varied, silent)).status).toBe(200);
  expect(foresight.of(null)?.said).not.toBe('otherwise');
});
