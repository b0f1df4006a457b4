import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { dropDay, keepDays } from './partitions.ts';

let database: TestDatabase;
let owner: pg.Pool;
beforeAll(async () => {
  database = await testDatabase();
  owner = new pg.Pool({ connectionString: database.url, max: 6 });
  await owner.query('create schema app; create schema app_day');
});
beforeEach(async () => {
  await owner.query(`drop table if exists app.line; create table app.line (id int not null, day date not null, primary key (id, day))
    partition by range (day)`);
  await keepDays(owner, 'app.line', ['2026-11-24', '2026-11-25', '2026-11-26']);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const write = (client: pg.Pool | pg.PoolClient, id: number, day: string) =>
  client.query('insert into app.line (id, day) values ($1, $2)', [id, day]);
const count = async () => (await owner.query('select count(*)::int as n from app.line')).rows[0].n as number;
const tables = async () =>
  (
    await owner.query(
      `select relname from pg_class where relnamespace = 'app_day'::regnamespace and relkind = 'r' order by 1`,
    )
  ).rows.map((row) => row.relname as string);

test('days are made once, whoever asks and however often, and in any order', async () => {
  expect(await keepDays(owner, 'app.line', ['2026-11-25'])).toEqual([]);
  const made = await Promise.all(
    [1, 2].map(() => keepDays(owner, 'app.line', ['2026-11-28', '2026-11-27', '2026-11-27'])),
  );
  expect(made.flat().sort()).toEqual(['2026-11-27', '2026-11-28']);
  await expect(keepDays(owner, 'app.line', [`2026-11-29'; drop table app.line; --`])).rejects.toThrow(
    RangeError,
  );
});

test('a day ends whole, and the others stay', async () => {
  for (const [id, day] of [
    [1, '2026-11-24'],
    [2, '2026-11-25'],
  ] as const)
    await write(owner, id, day);
  expect(await dropDay(owner, 'app.line', '2026-11-24')).toBe(true);
  expect(await count()).toBe(1);
  expect(await tables()).toEqual(['line_20261125', 'line_20261126']);
  expect(await dropDay(owner, 'app.line', '2026-11-24')).toBe(true);
});

test('while a day is made or ended, others write: an open transaction holds nobody else up', async () => {
  const slow = await owner.connect();
  await slow.query('begin');
  await write(slow, 1, '2026-11-26');
  // Waits for the open transaction, and lets everybody else pass meanwhile.
  const dropping = dropDay(owner, 'app.line', '2026-11-24');
  await keepDays(owner, 'app.line', ['2026-11-27']).catch(() => undefined);
  for (let id = 2; id < 6; id++) await write(owner, id, '2026-11-26');
  expect(await count()).toBe(4);
  await slow.query('commit');
  slow.release();
  expect(await dropping).toBe(true);
  expect(await count()).toBe(5);
});

test('what an interrupted ending left is finished', async () => {
  await write(owner, 1, '2026-11-24');
  const slow = await owner.connect();
  await slow.query('begin');
  await write(slow, 2, '2026-11-24');
  const broken = await owner.connect();
  broken.on('error', () => undefined);
  const detaching = broken
    .query('alter table app.line detach partition app_day.line_20261124 concurrently')
    .catch((error: Error) => error);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'alter table app.line detach%' and pid <> pg_backend_pid()`,
  );
  await detaching;
  broken.release(true);
  await slow.query('commit');
  slow.release();
  const { rows } = await owner.query('select count(*)::int as n from pg_inherits where inhdetachpending');
  expect(rows[0].n).toBe(1);
  expect(await dropDay(owner, 'app.line', '2026-11-24')).toBe(true);
  expect(await tables()).toEqual(['line_20261125', 'line_20261126']);
  expect(await count()).toBe(0);
});
