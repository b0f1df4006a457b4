import { shredWithheld } from '@axent/kernel';
import { download, holdings, remove, uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { voicePlace } from '../features/voicenotes/voicenotes.ts';
import type { World } from '../world.ts';
import {
  hear,
  onAnotherDevice,
  rowsFor,
  say,
  shut,
  someone,
  sounds,
  standingOf,
  voiceState,
  voiceWorld,
} from './people.ts';

const day_ms = 86_400_000;
const place = `${voicePlace.table}.${voicePlace.column}`;

let world: World;
beforeAll(async () => {
  world = await voiceWorld();
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function owned(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await world.kernel.pools.owner.query<Record<string, unknown>>(text, values)).rows;
}

async function items(visitor: Parameters<typeof hear>[0]) {
  const { body } = await visitor.call(holdings, {});
  return body.holdings.find((one) => one.category === 'recording')?.items ?? [];
}

const shredDue = () =>
  world.kernel.asKernel((client) =>
    shredWithheld(client, world.kernel.vault, new Date(world.kernel.clock())),
  );

test('F.open @gate @operation: before the opening nothing is collected and nothing read', async () => {
  const person = await someone(world, false);
  const refused = await say(person, 'too early');
  expect({ status: refused.status, code: refused.body.code, clause: refused.body.clause }).toEqual({
    status: 403,
    code: 'function_closed',
    clause: 'F.voice',
  });
  expect((await hear(person)).body.code).toBe('function_closed');
  const { person: id } = await standingOf(world, person);
  expect(await owned('select 1 from app.voice_note where person_id = $1', [id])).toEqual([]);
});

test('F.open @operation: opened, what is collected is stored sealed and can be read', async () => {
  const person = await someone(world);
  expect((await say(person, 'water under the lid')).status).toBe(200);
  expect(await sounds(person)).toEqual(['water under the lid']);
  const { person: id } = await standingOf(world, person);
  const rows = await rowsFor(world, 'rights', id);
  expect(rows).toHaveLength(1);
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('water');
});

test('F.close @gate @operation: from the next decision on it is refused, collecting and reading', async () => {
  const person = await someone(world);
  await say(person, 'one');
  expect((await shut(person)).body).toMatchObject({ open: false, closed_by: 'person', withheld: 1 });
  for (const answer of [await say(person, 'two'), await hear(person)]) {
    expect({ status: answer.status, code: answer.body.code }).toEqual({
      status: 403,
      code: 'function_closed',
    });
  }
});

test('F.close @gate: with the row policy out of the way the gate refuses rows already held', async () => {
  const person = await someone(world);
  await say(person, 'held');
  await shut(person);
  await owned('alter table app.voice_note disable row level security');
  try {
    const { status, body } = await hear(person);
    expect({ status, code: body.code, clause: body.clause }).toEqual({
      status: 403,
      code: 'function_closed',
      clause: 'U.support',
    });
  } finally {
    await owned('alter table app.voice_note enable row level security');
  }
});

test('F.close @database: with the gate out of the way the row policy hides them from the purpose at once', async () => {
  const person = await someone(world);
  await say(person, 'seen');
  const { person: id } = await standingOf(world, person);
  expect(await rowsFor(world, 'support', id)).toHaveLength(1);
  await shut(person);
  expect(await rowsFor(world, 'support', id)).toEqual([]);
  const client = await world.kernel.connect('support');
  try {
    await client.query('begin');
    await client.query(`select set_config('axent.person', $1, true)`, [id]);
    const changed = await client.query('update app.voice_note set open = true where person_id = $1', [id]);
    expect(changed.rowCount).toBe(0);
    await client.query('rollback');
  } finally {
    client.release();
  }
  expect(await rowsFor(world, 'rights', id)).toHaveLength(1);
});

test('F.close @operation: the person still sees, counts and downloads what is withheld', async () => {
  const person = await someone(world);
  await say(person, 'mine');
  await say(person, 'mine too');
  await shut(person);
  expect(await voiceState(person)).toMatchObject({ open: false, withheld: 2, closed_by: 'person' });
  const held = await items(person);
  expect(held.map(({ state, value, deletable }) => [state, value.sound, deletable])).toEqual([
    ['withheld', 'mine', true],
    ['withheld', 'mine too', true],
  ]);
  const copy = await person.call(download, {});
  expect(JSON.stringify(copy.body.holdings)).toContain('mine too');
});

test('F.close @operation: withheld rows can be deleted one by one, and nobody else can delete them', async () => {
  const person = await someone(world);
  await say(person, 'to go');
  await say(person, 'to stay');
  await shut(person);
  const [first] = await items(person);
  const stranger = await someone(world);
  const wanted = { place, id: first?.id ?? '' };
  expect((await stranger.call(remove, wanted)).body.code).toBe('item_unknown');
  expect((await person.call(remove, { ...wanted, place: 'app.contact.sealed' })).body.code).toBe(
    'item_unknown',
  );
  expect((await person.call(remove, wanted)).body).toEqual({ id: first?.id });
  expect((await person.call(remove, wanted)).body.code).toBe('item_unknown');
  expect((await items(person)).map(({ value }) => value.sound)).toEqual(['to stay']);
  expect(await voiceState(person)).toMatchObject({ withheld: 1 });
});

test('F.close @operation: reopening gives everything back and stops the days', async () => {
  const person = await someone(world);
  await say(person, 'kept');
  await shut(person);
  expect((await person.open('voice')).body).toMatchObject({ open: true, withheld: 0, shred_at: null });
  expect(await sounds(person)).toEqual(['kept']);
  expect((await items(person)).map(({ state }) => state)).toEqual(['held']);
  world.pass(15 * day_ms);
  await shredDue();
  expect(await sounds(person)).toEqual(['kept']);
});

test('F.close @operation: closed on one device, the rows of another stay as they are', async () => {
  const phone = await someone(world);
  const tablet = await onAnotherDevice(world, phone);
  await tablet.open('voice');
  await say(phone, 'from the phone');
  await say(tablet, 'from the tablet');
  const closed = await shut(phone, 'device');
  expect(closed.body).toMatchObject({ open: false, closed_by: 'device', withheld: 1 });
  expect(await voiceState(phone)).toMatchObject({ open: false, closed_by: 'device' });
  expect(await voiceState(tablet)).toMatchObject({ open: true, withheld: 0 });
  expect((await hear(phone)).body.code).toBe('function_closed');
  expect(await sounds(tablet)).toEqual(['from the tablet']);
  world.pass(15 * day_ms);
  await shredDue();
  expect(await sounds(tablet)).toEqual(['from the tablet']);
  expect((await items(phone)).map(({ value }) => value.sound)).toEqual(['from the tablet']);
});

test('F.close.past @operation: the records of use stand after closing and after shredding', async () => {
  const person = await someone(world);
  await say(person, 'on record');
  await hear(person);
  const before = (await person.call(uses, {})).body.uses.filter((use) =>
    use.operation.startsWith('voicenotes.'),
  );
  expect(before.map(({ clause, role }) => [clause, role])).toEqual([
    ['U.support', 'person'],
    ['F.voice', 'person'],
  ]);
  await shut(person);
  world.pass(15 * day_ms);
  await shredDue();
  const after = (await person.call(uses, {})).body.uses.filter((use) =>
    use.operation.startsWith('voicenotes.'),
  );
  expect(after).toEqual(before);
});
