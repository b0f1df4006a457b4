import { contact } from '@axent/account/contract';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRequirements, DatabaseRefused } from '../kernel/database/requirements.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { openWorld } from './world.ts';

let database: TestDatabase;
let admin: pg.Client;

/** A role as an operator would make one on a PostgreSQL of theirs: no superuser. */
async function ownerUrl(name: string, rights: string): Promise<string> {
  await admin.query(`drop role if exists ${name}`);
  await admin.query(`create role ${name} login password 'x' ${rights}`);
  const url = new URL(database.url);
  url.username = name;
  url.password = 'x';
  return url.href;
}

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

test('a missing right is named with the statement that gives it', async () => {
  const bare = await ownerUrl('bare_owner', '');
  await admin.query(`grant connect on database ${database.name} to bare_owner`);
  const refused = await checkRequirements(bare).catch((error: Error) => error);
  expect(refused).toBeInstanceOf(DatabaseRefused);
  expect(refused?.message).toContain('ALTER ROLE "bare_owner" CREATEROLE;');
  expect(refused?.message).toContain(`GRANT CREATE ON DATABASE "${database.name}" TO "bare_owner";`);
});

test('a database out of reach is told with what to check', async () => {
  const gone = checkRequirements('postgresql://nobody:x@127.0.0.1:9/none');
  await expect(gone).rejects.toThrow(/DATABASE_URL cannot be reached .* Check address, user and password/);
});

test('an owner who is no superuser carries the whole way from accepting to a proven use', async () => {
  const url = await ownerUrl('plain_owner', 'createrole');
  await admin.query(`alter database ${database.name} owner to plain_owner`);
  const world = await openWorld({ database: { ...database, url }, rolePrefix: 'axent_plain' });
  try {
    const person = await (await world.visitor().accept()).signIn('external@example.org');
    expect((await person.call(contact, {})).body).toEqual({ email: 'external@example.org' });
    expect(world.faults).toEqual([]);
  } finally {
    await world.close();
  }
});
