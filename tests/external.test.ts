import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contact } from '@axent/account/contract';
import { startEmbedded } from '@axent/kernel/database/embedded';
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

test('a server that is too old is named with its version and the oldest that will do', async () => {
  // The real server, which says that it is an older one: this function is found before the system's own.
  const { pathname } = new URL(database.url);
  const name = pathname.slice(1);
  await admin.query(`create schema older; create function older.current_setting(text) returns text language sql as
    $$ select case $1 when 'server_version_num' then '140019' when 'server_version' then '14.19'
      else pg_catalog.current_setting($1) end $$`);
  await admin.query(`alter database ${name} set search_path = older, pg_catalog, public`);
  try {
    await expect(checkRequirements(database.url)).rejects.toThrow(
      'This is PostgreSQL 14.19; AXENT needs 15 or newer. Upgrade it.',
    );
  } finally {
    await admin.query(`alter database ${name} reset search_path; drop schema older cascade`);
  }
});

test('a server on which the common database is closed to the owner is told with the statement that opens it', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'axent-closed-'));
  const closed = await startEmbedded({ directory, durable: false });
  const superuser = new pg.Client({ connectionString: closed.url('postgres') });
  try {
    await superuser.connect();
    await superuser.query(`create role closed_owner login password 'x' createrole`);
    await superuser.query('create database axent owner closed_owner');
    await superuser.query('revoke connect on database postgres from public');
    const url = new URL(closed.url('axent'));
    url.username = 'closed_owner';
    url.password = 'x';
    const refused = await checkRequirements(url.href).catch((error: Error) => error);
    expect(refused).toBeInstanceOf(DatabaseRefused);
    expect(refused?.message).toContain('GRANT CONNECT ON DATABASE postgres TO "closed_owner";');
    await superuser.query('grant connect on database postgres to closed_owner');
    await checkRequirements(url.href);
    const elsewhere = new pg.Client({ connectionString: closed.url('axent') });
    await superuser.end();
    await elsewhere.connect();
    await elsewhere.query('alter database postgres rename to other');
    const gone = await checkRequirements(url.href).catch((error: Error) => error);
    expect(gone?.message).toContain('CREATE DATABASE postgres;');
    await elsewhere.query('alter database other rename to postgres');
    await elsewhere.end();
  } finally {
    await closed.stop();
    rmSync(directory, { recursive: true, force: true });
  }
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
    expect((await person.call(contact, {})).body).toEqual({ email: 'external@example.org', phone: null });
    expect(world.faults).toEqual([]);
  } finally {
    await world.close();
  }
});
