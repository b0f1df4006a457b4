import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { cloneDatabase, prepareTemplate, type TestDatabase, testDatabase } from './database.ts';

const made: TestDatabase[] = [];
afterAll(async () => {
  for (const database of made) await database.drop();
});

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('an empty database is empty and closed to everybody', async () => {
  const database = await testDatabase();
  made.push(database);
  expect(await rows(database.url, `select 1 from pg_tables where schemaname = 'public'`)).toEqual([]);
  const acl = `select datacl::text from pg_database where datname = current_database()`;
  expect(await rows(database.url, acl)).toEqual([{ datacl: '{postgres=CTc/postgres}' }]);
});

test('copies of a template start alike, go their own way, and are closed to everybody', async () => {
  let builds = 0;
  const build = async (url: string) => {
    builds++;
    await rows(url, 'create table item as select 1 as n');
  };
  await prepareTemplate('template_of_this_test', build);
  await prepareTemplate('template_of_this_test', build);
  expect(builds).toBe(1);
  const [one, two] = [
    await cloneDatabase('template_of_this_test'),
    await cloneDatabase('template_of_this_test'),
  ];
  made.push(one, two);
  await rows(one.url, 'insert into item values (2)');
  expect(await rows(one.url, 'select n from item order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  expect(await rows(two.url, 'select n from item order by n')).toEqual([{ n: 1 }]);
  const open = `select has_database_privilege('public', current_database(), 'connect') as open`;
  expect(await rows(two.url, open)).toEqual([{ open: false }]);
});

test('a template whose building failed is built anew', async () => {
  const failing = prepareTemplate('template_that_fails', async () => {
    throw new Error('planted');
  });
  await expect(failing).rejects.toThrow('planted');
  await prepareTemplate('template_that_fails', (url) => rows(url, 'create table item ()').then(() => {}));
  const copy = await cloneDatabase('template_that_fails');
  made.push(copy);
  expect(await rows(copy.url, 'select * from item')).toEqual([]);
});
