import pg, { type PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/database.ts';
import { Dialogue, isStale, unansweredOn } from './dialogue.ts';
import { type Statement, statement } from './rows.ts';

let database: TestDatabase;
let pool: pg.Pool;
let client: PoolClient;
beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1, pipeline: true } as pg.PoolConfig);
  pool.on('error', () => undefined);
  pool.on('connect', (one) => one.on('error', () => undefined));
  await pool.query('create table kept (n integer primary key, b bytea, at timestamptz, j jsonb)');
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  await pool.query('truncate kept');
});

const insert = (n: number) => statement('insert into kept (n) values ($1)', [n]);
const count = async () => (await pool.query('select count(*)::int as count from kept')).rows[0].count;
async function dialogue(kind: 'begun' | 'brief' = 'begun'): Promise<Dialogue> {
  client = await pool.connect();
  return new Dialogue(client, kind);
}
/** The connection is sound: not in a transaction, and answers belong to their questions. */
async function sound(): Promise<void> {
  client.release();
  const { rows } = await pool.query('select now() <> statement_timestamp() as inside, 7 as n');
  expect(rows).toEqual([{ inside: false, n: 7 }]);
}

test('statements asked at once are answered in order, of one transaction and with their own types', async () => {
  const talk = await dialogue();
  const at = new Date('2026-11-24T01:02:03.004Z');
  const [put, got, same] = await Promise.all([
    talk.query(
      statement('insert into kept values ($1, $2, $3, $4)', [1, Buffer.from([0, 255]), at, { a: [1] }]),
    ),
    talk.query(statement('select *, null as none from kept', [])),
    talk.query(statement('select txid_current_if_assigned() = xmin::text::bigint as same from kept', [])),
  ]);
  expect(put).toMatchObject({ rowCount: 1, command: 'INSERT', rows: [] });
  expect(got.rows).toEqual([{ n: 1, b: Buffer.from([0, 255]), at, j: { a: [1] }, none: null }]);
  expect(same.rows).toEqual([{ same: true }]);
  expect(talk.settled).toBe(true);
  expect(await talk.end('commit')).toBe(true);
  await sound();
  expect(await count()).toBe(1);
});

test('the second time a statement runs, its rows are read without their description', async () => {
  for (const n of [1, 2, 3]) {
    const talk = await dialogue();
    const { rows } = await talk.query(statement('select $1::int as n, $2::text as word', [n, 'w']));
    expect(rows).toEqual([{ n, word: 'w' }]);
    await talk.end('commit');
    client.release();
  }
});

test('a raw answer is what the database wrote', async () => {
  const talk = await dialogue();
  const answer = await talk.query({ ...statement(`select '{"a": 1}'::json as said`, []), raw: true });
  expect(answer.rows).toEqual([{ said: '{"a": 1}' }]);
  await talk.end('commit');
  await sound();
});

test('a rollback leaves nothing', async () => {
  const talk = await dialogue();
  await talk.query(insert(1));
  expect(await talk.end('rollback')).toBe(false);
  await sound();
  expect(await count()).toBe(0);
});

test('one failing statement fails those after it and the commit; the connection is sound afterwards', async () => {
  const talk = await dialogue();
  const asked = await Promise.allSettled([
    talk.query(insert(1)),
    talk.query(insert(1)),
    talk.query(statement('select 1 as never_prepared_before', [])),
  ]);
  expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(asked[1]).toMatchObject({ reason: { code: '23505' } });
  await expect(talk.query(insert(2))).rejects.toMatchObject({ code: '23505' });
  await expect(talk.end('commit')).rejects.toMatchObject({ code: '23505' });
  await sound();
  expect(await count()).toBe(0);
  // What had not been prepared is, the next time.
  const again = await dialogue();
  await again.query(statement('select 1 as never_prepared_before', []));
  await again.end('commit');
  await sound();
});

test('a statement that nobody waited for still undoes the commit behind it', async () => {
  const talk = await dialogue();
  await talk.query(insert(1));
  talk.query(insert(1)).catch(() => undefined);
  expect(talk.settled).toBe(false);
  await expect(talk.end('commit')).rejects.toMatchObject({ code: '23505' });
  await sound();
  expect(await count()).toBe(0);
});

test('what does not parse is refused, and asked again is refused again', async () => {
  for (let n = 0; n < 2; n++) {
    const talk = await dialogue();
    await expect(talk.query(statement('select from where', []))).rejects.toMatchObject({ code: '42601' });
    await talk.end('rollback');
    await sound();
  }
});

test('a value that cannot be sent fails alone', async () => {
  const talk = await dialogue();
  const circle: Record<string, unknown> = {};
  circle.itself = circle;
  await expect(talk.query(statement('select $1::jsonb as n', [circle]))).rejects.toThrow(/circular/i);
  await talk.query(insert(1));
  expect(await talk.end('commit')).toBe(true);
  await sound();
});

test('the next transaction may be sent behind a commit that is not answered yet', async () => {
  const first = await dialogue();
  await first.query(insert(1));
  const committing = first.end('commit');
  client.release();
  const second = await dialogue();
  const counting = second.query(statement('select count(*)::int as count from kept', []));
  expect([await committing, (await counting).rows]).toEqual([true, [{ count: 1 }]]);
  await second.end('commit');
  await sound();
});

test('a brief one is one transaction, ended by the server, and the next is sent behind it', async () => {
  const [put, at] = [insert(1), statement('select now()::text as at', [])];
  client = await pool.connect();
  const asked = Array.from({ length: 3 }, () => {
    const talk = new Dialogue(client, 'brief');
    const both = [talk.query<{ at: string }>(at), talk.query<{ at: string }>(at)];
    talk.close();
    return Promise.all(both);
  });
  expect(unansweredOn(client)).toBe(3);
  const times = (await Promise.all(asked)).map((both) => both.map(({ rows }) => rows[0]?.at));
  for (const [one, two] of times) expect(one).toBe(two);
  expect(new Set(times.flat()).size).toBe(3);
  const writing = new Dialogue(client, 'brief');
  const written = writing.query(put);
  writing.close();
  await written;
  await new Promise((resolve) => setImmediate(resolve));
  expect(unansweredOn(client)).toBe(0);
  await sound();
  expect(await count()).toBe(1);
});

test('a brief one that fails is undone whole, and disturbs none behind it', async () => {
  client = await pool.connect();
  const say = (...statements: readonly Statement[]) => {
    const talk = new Dialogue(client, 'brief');
    const asked = statements.map((one) => talk.query(one));
    talk.close();
    return Promise.allSettled(asked);
  };
  const unprepared = statement('select 4 as prepared_behind', []);
  const [failing, behind, early] = await Promise.all([
    say(insert(1), insert(1), unprepared),
    say(insert(2)),
    // On its way before anybody knew that the first did not come to preparing it.
    say(unprepared),
  ]);
  expect(failing.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(behind).toMatchObject([{ value: { rowCount: 1 } }]);
  expect(early).toMatchObject([{ reason: { code: '26000' } }]);
  expect(early.map((one) => one.status === 'rejected' && isStale(one.reason))).toEqual([true]);
  expect(await say(unprepared)).toMatchObject([{ value: { rows: [{ prepared_behind: 4 }] } }]);
  await sound();
  expect((await pool.query('select n from kept')).rows).toEqual([{ n: 2 }]);
});

test('a statement whose answer a newer release changed fails once, and is prepared anew', async () => {
  await pool.query('create table if not exists changing (n integer)');
  const all = statement('select * from changing', []);
  const ask = async (kind: 'begun' | 'brief') => {
    const talk = await dialogue(kind);
    const asked = talk.query(all);
    if (kind === 'brief') talk.close();
    else await asked.then(() => talk.end('commit')).catch(() => talk.end('rollback'));
    return await asked.finally(() => client.release());
  };
  for (const kind of ['begun', 'brief'] as const) {
    await ask(kind);
    await pool.query(`alter table changing add column ${kind} integer default 7`);
    await expect(ask(kind)).rejects.toSatisfy(isStale);
    expect((await ask(kind)).rows).toEqual([]);
  }
  await pool.query('drop table changing');
});

test('a commit that fails after its connection was given on ends the connection, and nothing of the next is lost', async () => {
  await pool.query(`create table if not exists later (n integer primary key,
    follows integer references later deferrable initially deferred)`);
  const first = await dialogue();
  await first.query(statement('insert into later values (1, 99)', []));
  const committing = first.end('commit');
  client.release();
  const second = await dialogue();
  const asked = second.query(statement('select 2 as n', []));
  await expect(committing).rejects.toMatchObject({ code: '23503' });
  await expect(asked.then(() => second.query(statement('select 3 as n', [])))).rejects.toThrow();
  await expect(second.end('commit')).rejects.toThrow();
  client.release(true);
  const { rows } = await pool.query('select count(*)::int as count from later');
  expect(rows).toEqual([{ count: 0 }]);
});

test('what is asked after the end goes nowhere, and takes nobody else’s answer', async () => {
  const [early, late] = ['select 1 as early', 'select 2 as late'].map((text) => statement(text, []));
  const first = await dialogue();
  const committing = first.end('commit');
  client.release();
  const second = await dialogue();
  const stray = first.query(early as never);
  const mine = second.query(late as never);
  await expect(stray).rejects.toThrow(/has ended/);
  expect((await mine).rows).toEqual([{ late: 2 }]);
  expect([await committing, await second.end('commit')]).toEqual([true, true]);
  await sound();
  const third = await dialogue();
  expect((await third.query(late as never)).rows).toEqual([{ late: 2 }]);
  await third.end('commit');
  await sound();
});

test('a value that cannot be read fails its own statement', async () => {
  const int8 = 20;
  const usual = pg.types.getTypeParser(int8, 'text');
  pg.types.setTypeParser(int8, () => {
    throw new RangeError('beyond reading');
  });
  try {
    const talk = await dialogue();
    const asked = await Promise.allSettled([
      talk.query(statement('select 1::int8 as n union all select 2', [])),
      talk.query(statement('select 3 as n', [])),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(asked[0]).toMatchObject({ reason: { message: 'beyond reading' } });
    await talk.end('commit');
    await sound();
  } finally {
    pg.types.setTypeParser(int8, usual);
  }
});

test('what others write on the connection stays in its order', async () => {
  const talk = await dialogue();
  await talk.query(insert(1));
  const committing = talk.end('commit');
  const counted = client.query('select count(*)::int as count from kept');
  expect([await committing, (await counted).rows]).toEqual([true, [{ count: 1 }]]);
  await sound();
});

test('when the server goes, what waits for it is told, and the pool goes on with another connection', async () => {
  const talk = await dialogue();
  const waiting = talk.query(statement('select pg_terminate_backend(pg_backend_pid()), pg_sleep(5)', []));
  await expect(waiting).rejects.toThrow();
  await expect(talk.query(insert(1))).rejects.toThrow();
  const broken = await talk.end('rollback').then(
    () => undefined,
    (cause: Error) => cause,
  );
  expect(broken).toBeInstanceOf(Error);
  client.release(broken);
  expect(await count()).toBe(0);
});

test('the time for an answer is that of the whole: too late ends the connection, in time does not', async () => {
  const limited = new pg.Pool({
    connectionString: database.url,
    max: 1,
    pipeline: true,
    query_timeout: 400,
  } as pg.PoolConfig);
  limited.on('error', () => undefined);
  const inTime = await limited.connect();
  inTime.on('error', () => undefined);
  const first = new Dialogue(inTime);
  await first.query(statement('select 1 as n', []));
  await first.end('commit');
  await new Promise((resolve) => setTimeout(resolve, 600));
  const second = new Dialogue(inTime);
  await expect(second.query(statement('select pg_sleep(5)', []))).rejects.toThrow(/timeout/);
  inTime.release(true);
  await limited.end();
});
