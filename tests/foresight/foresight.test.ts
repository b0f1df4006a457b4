import { contact, show } from '@axent/account/contract';
import { list } from '@axent/functions/contract';
import { nearest } from '@axent/stores/contract';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

// An operation sends its first statement on what its session had before (kernel/operation/foresight.ts). Here the
// session changes behind the server's back, as another node would change it: the answer must be that of now.

let world: World;
let elsewhere: pg.Pool;
let person: Visitor;
beforeAll(async () => {
  world = await openWorld();
  elsewhere = new pg.Pool({ connectionString: world.database.url, max: 1 });
});
afterAll(async () => {
  await elsewhere.end();
  await world.close();
});

let people = 0;
const everybody = (change: string) => elsewhere.query(change);
beforeEach(async () => {
  person = await (await world.visitor().accept()).signIn(`person${++people}@example.org`);
  // Asked twice: from the second time on the session is foreseen.
  for (let n = 0; n < 2; n++) expect((await person.call(contact, {})).status).toBe(200);
});

test('a session that was ended elsewhere reads nothing any more', async () => {
  await everybody('update kernel.session set ended_at = now()');
  expect((await person.call(contact, {})).body).toMatchObject({ code: 'not_signed_in' });
  expect((await person.call(show, {})).body.actor).toBe('visitor');
});

test('a person who was erased elsewhere reads nothing any more', async () => {
  await everybody('update kernel.person set erased_at = now()');
  expect((await person.call(contact, {})).body).toMatchObject({ code: 'not_signed_in' });
});

test('what was accepted is asked for each time', async () => {
  await everybody('delete from kernel.acceptance');
  expect((await person.call(contact, {})).body).toMatchObject({ code: 'not_accepted' });
});

test('a closing elsewhere shows in the very next answer, and so does an opening', async () => {
  const isOpen = async () =>
    (await person.call(list, {})).body.functions.find((one) => one.function === 'nearby')?.open;
  await person.open('nearby');
  expect([await isOpen(), await isOpen()]).toEqual([true, true]);
  await everybody(`update kernel.opening set open = false where function = 'nearby'`);
  expect(await isOpen()).toBe(false);
  await everybody(`update kernel.opening set open = true where function = 'nearby'`);
  expect(await isOpen()).toBe(true);
});

test('a question that is a POST is foreseen too, and a closing elsewhere holds for it at once', async () => {
  const ask = async () =>
    (await person.call(nearest, { position: { latitude: 46.948, longitude: 7.447 } })).body;
  await person.open('nearby');
  expect([await ask(), await ask()]).toEqual([
    expect.objectContaining({ code: 'no_store' }),
    expect.objectContaining({ code: 'no_store' }),
  ]);
  await everybody(`update kernel.opening set open = false where function = 'nearby'`);
  expect(await ask()).toMatchObject({ code: 'function_closed' });
});

test('two people who take turns on the same connections read their own', async () => {
  const other = await (await world.visitor().accept()).signIn('other@example.org');
  const answers = await Promise.all(
    Array.from({ length: 60 }, async (_, n) => {
      const { body } = await (n % 2 === 0 ? person : other).call(contact, {});
      return body.email;
    }),
  );
  const wanted = answers.map((_, n) => (n % 2 === 0 ? `person${people}@example.org` : 'other@example.org'));
  expect(answers).toEqual(wanted);
  expect(world.faults).toEqual([]);
});

test('the database itself ends an operation whose server stands still, so that it cannot hold up a publication', async () => {
  const client = await world.kernel.connect('service');
  try {
    const { rows } = await client.query(
      `select current_setting('server_version_num')::integer >= 170000 as able,
         current_setting('transaction_timeout', true) as limited`,
    );
    expect(rows).toEqual([rows[0].able ? { able: true, limited: '20s' } : { able: false, limited: null }]);
  } finally {
    client.release();
  }
});
