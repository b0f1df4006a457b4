import { resetDevice } from '@axent/account/contract';
import { holdings } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../world.ts';
import { rowsFor, say, shut, someone, sounds, standingOf, voiceWorld } from './people.ts';

// A device that gets a new identifier: what a function collected on it comes along, sealed anew.

let world: World;
beforeAll(async () => {
  world = await voiceWorld();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

const place = (owner: string) => ({ owner, table: 'app.voice_note', row: 'none' });

test('C.device @operation: what was collected on the device stays readable, under the new identifier alone', async () => {
  const person = await someone(world);
  await say(person, 'kept over the change');
  const { person: id, device: old } = await standingOf(world, person);
  const [before] = await rowsFor(world, 'rights', id);
  const { body } = await person.call(resetDevice, {});
  expect(await sounds(person)).toEqual(['kept over the change']);
  const [after] = await rowsFor(world, 'rights', id);
  expect([after?.id, after?.device_id]).toEqual([before?.id, body.id]);
  // The key that was named after the old one is destroyed: a copy taken earlier cannot be opened.
  await expect
    .poll(
      () =>
        world.kernel.vault
          .open(before?.sealed ?? Buffer.alloc(0), { ...place(`${id}/voice/${old}`), row: before?.id ?? '' })
          .then(
            () => 'open',
            (error: Error) => error.constructor.name,
          ),
      { timeout: 10_000 },
    )
    .toBe('Shredded');
});

test('F.close @operation: closing after the change withholds what was collected before it', async () => {
  const person = await someone(world);
  await say(person, 'before the change');
  await person.call(resetDevice, {});
  await say(person, 'after the change');
  await shut(person);
  const { person: id } = await standingOf(world, person);
  expect(await rowsFor(world, 'support', id)).toEqual([]);
  const { body } = await person.call(holdings, {});
  const held = body.holdings.find((one) => one.category === 'recording')?.items ?? [];
  expect(held.map(({ state, value }) => [state, value.sound])).toEqual([
    ['withheld', 'before the change'],
    ['withheld', 'after the change'],
  ]);
  await person.open('voice');
  expect(await sounds(person)).toEqual(['before the change', 'after the change']);
});

test('what is collected while the identifier changes is under the new one or refused, never under the old', async () => {
  const person = await someone(world);
  const { person: id } = await standingOf(world, person);
  const talking = Array.from({ length: 12 }, (_, number) => say(person, `word ${number}`));
  const [{ body }, ...said] = await Promise.all([person.call(resetDevice, {}), ...talking]);
  const kept = said
    .filter(({ status }) => status === 200)
    .map((answer) => (answer.body as { id: string }).id);
  const rows = await rowsFor(world, 'rights', id);
  expect(rows.map((row) => row.id).toSorted()).toEqual(kept.toSorted());
  expect(new Set(rows.map((row) => row.device_id))).toEqual(new Set(rows.length === 0 ? [] : [body.id]));
  expect(await sounds(person)).toHaveLength(kept.length);
});
