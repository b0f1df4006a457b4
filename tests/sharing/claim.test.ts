import { shredWithheld } from '@axent/kernel';
import { holdings, remove } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hear, rowsFor, say, shut, someone, sounds, standingOf, voiceWorld } from '../closing/people.ts';
import type { World } from '../world.ts';
import { matterOf } from './matters.ts';
import { day_ms, dayFromNow } from './register.ts';

let world: World;
beforeAll(async () => {
  world = await voiceWorld();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const shredDue = () =>
  world.kernel.asKernel((client) =>
    shredWithheld(client, world.kernel.vault, new Date(world.kernel.clock())),
  );

test('F.close E.3 @operation: a recorded legal claim keeps withheld data from being shredded, and nobody gets to see it', async () => {
  const person = await someone(world);
  const other = await someone(world);
  for (const one of [person, other]) await say(one, 'needed in court');
  const claim = { categories: ['recording'], keeps_withheld: true, ends_on: dayFromNow(40) };
  const { id } = await matterOf(world, [person], claim);
  for (const one of [person, other]) await shut(one);

  world.pass(15 * day_ms);
  await shredDue();
  const kept = (await standingOf(world, person)).person;
  const gone = (await standingOf(world, other)).person;
  expect(await rowsFor(world, 'rights', kept)).toHaveLength(1);
  expect(await rowsFor(world, 'rights', gone)).toEqual([]);
  expect((await hear(person)).body.code).toBe('function_closed');
  // The matter’s own door shows what is open only.
  const client = await world.kernel.connect('security');
  try {
    const { rows } = await client.query('select * from kernel.matter_boxes($1, $2, $3, now())', [
      id,
      kept,
      'recording',
    ]);
    expect(rows).toEqual([]);
  } finally {
    client.release();
  }
  // The person’s own wish comes second, and is told so.
  const { body } = await person.call(holdings, {});
  const item = body.holdings.find((one) => one.category === 'recording')?.items[0];
  const wished = { place: item?.place ?? '', id: item?.id ?? '' };
  const answer = await person.call(remove, wished);
  expect([answer.status, answer.body.code]).toEqual([409, 'kept_by_law']);
  // Opened again by the person, it is theirs as before.
  await person.open('voice');
  expect(await sounds(person)).toEqual(['needed in court']);
  await shut(person);

  await world.kernel.pools.owner.query('update kernel.matter set ended_at = now() where id = $1', [id]);
  world.pass(15 * day_ms);
  await shredDue();
  expect(await rowsFor(world, 'rights', kept)).toEqual([]);
});

test('E.2 @operation: a matter that keeps nothing does not hold shredding up', async () => {
  const person = await someone(world);
  await say(person, 'not needed');
  const { person: id } = await standingOf(world, person);
  await matterOf(world, [person], { ground: 'E.2', basis: 'GDPR Art. 6(1)(d)', categories: ['recording'] });
  await shut(person);
  world.pass(15 * day_ms);
  await shredDue();
  expect(await rowsFor(world, 'rights', id)).toEqual([]);
});
