import { close } from '@axent/functions/contract';
import { installSharedKeys, openSharedKeys } from '@axent/kernel/vault';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hear, onAnotherDevice, say, someone, standingOf, voiceWorld } from '../closing/people.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { Visitor } from '../visitor.ts';
import type { World } from '../world.ts';

// Rows of a function on two servers that share their keys by a PostgreSQL, each with keys of its own in memory.

let keys: TestDatabase;
let one: World;
let two: World;
beforeAll(async () => {
  keys = await testDatabase();
  const url = await installSharedKeys({
    url: keys.url,
    prefix: 'axent_withheld',
    data_url: null,
    durable: false,
  });
  const opened = () =>
    openSharedKeys({ url, clock: Date.now, onError: () => undefined, listens: true }).store;
  one = await voiceWorld(undefined, { keyStore: opened() });
  two = await voiceWorld(one, { keyStore: opened() });
});
afterAll(async () => {
  expect([...one.faults, ...two.faults].map((fault) => fault.message)).toEqual([]);
  await two.close();
  await one.close();
  await keys.drop();
});

function atTwo(person: Visitor): Visitor {
  const there = new Visitor(two.base, two.outbox);
  for (const [name, value] of person.cookies) there.cookies.set(name, value);
  there.headers = { ...person.headers };
  return there;
}
const sounds = async (person: Visitor) => (await hear(person)).body.notes?.map(({ sound }) => sound);

test('F.close @database: what was collected on one server is hidden on the other as soon as the function is closed', async () => {
  const person = await someone(one);
  const there = atTwo(person);
  await say(person, 'hello');
  expect(await sounds(there)).toEqual(['hello']);
  expect((await person.call(close, { function: 'voice', by: 'person' })).status).toBe(200);
  expect((await hear(there)).body.code).toBe('function_closed');
  const { person: id } = await standingOf(one, person);
  const client = await two.kernel.pools.connect('support');
  try {
    await client.query('begin');
    await client.query('select set_config($1, $2, true)', ['axent.subject', id]);
    expect((await client.query('select 1 from app.voice_note')).rowCount).toBe(0);
    await client.query('rollback');
  } finally {
    client.release();
  }
});

test('F.close @vault: shredded after its days by one server, unreadable and gone on the other, another device untouched', async () => {
  const person = await someone(one);
  const other = await onAnotherDevice(one, person);
  await other.open('voice');
  await say(person, 'from here');
  await say(other, 'from there');
  expect((await sounds(atTwo(person)))?.includes('from here')).toBe(true);
  const { person: id, device } = await standingOf(one, person);
  const owner = `${id}/voice/${device}`;
  const sealed = await two.kernel.vault.seal('recording', { sound: 'x' }, { owner, table: 't', row: 'r' });
  expect(await two.kernel.vault.open(sealed, { owner, table: 't', row: 'r' })).toEqual({ sound: 'x' });
  await one.kernel.vault.shred(owner);
  await expect
    .poll(() =>
      two.kernel.vault.open(sealed, { owner, table: 't', row: 'r' }).catch((error) => error.message),
    )
    .toContain('gone');
});
