import { contact } from '@axent/account/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';
import { openWorld } from './world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

test('a purpose that changed its own password is noticed at the next start, and set back', async () => {
  const own = { database, rolePrefix: 'axent_passwords' };
  const first = await openWorld(own);
  const client = await first.kernel.pools.connect('authentication');
  await client.query(`alter role current_user password 'known to somebody'`);
  client.release();
  await first.close();
  const second = await openWorld(own);
  try {
    expect(second.faults.map((fault) => fault.message)).toEqual([
      'The password of the login axent_passwords_authentication had been changed and was set back.',
    ]);
    const person = await (await second.visitor().accept()).signIn('password@example.org');
    expect((await person.call(contact, {})).status).toBe(200);
  } finally {
    await second.close();
  }
});
