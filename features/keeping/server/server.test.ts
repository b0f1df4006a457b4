import { CarrierFailure, shredWithheld, systemOf, tidy, uuidv7 } from '@axent/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { say, shut, someone, standingOf, voiceWorld } from '../../../tests/closing/people.ts';
import { staffMember } from '../../../tests/staff.ts';
import type { World } from '../../../tests/world.ts';
import { report } from '../contract.ts';

const day_ms = 86_400_000;

let world: World;
beforeAll(async () => {
  const away = () => Promise.reject(new CarrierFailure('failed', 'ECONNREFUSED'));
  world = await voiceWorld(undefined, {
    carriers: (outbox) => [outbox.carrier('mail'), { ...outbox.carrier('sms'), carry: away }],
  });
});
afterAll(async () => {
  expect(world.faults.map((one) => one.message)).toEqual([]);
  await world.close();
});

const now = () => new Date(world.kernel.clock());
const sql = (text: string, values: unknown[] = []) => world.kernel.pools.owner.query(text, values);

async function runJob(name: string): Promise<void> {
  const job = world.features.flatMap((feature) => feature.jobs ?? []).find((one) => one.name === name);
  await job?.run(systemOf(world.kernel));
}

/** What went by the server's present day, as the privacy officer sees it: kind and how long it had been kept → rows. */
async function went(): Promise<Record<string, number>> {
  const officer = await staffMember(world, 'privacy_officer');
  const { body } = await officer.call(report, {});
  const today = now().toISOString().slice(0, 10);
  return Object.fromEntries(
    body.deletions
      .filter(({ day }) => day === today)
      .map(({ kind, days, rows }) => [`${kind} ${days}`, rows]),
  );
}

test('U.rights @operation: rows go when the days of their category are over, by the row’s own age', async () => {
  const person = await someone(world);
  await say(person, 'old');
  world.pass(29 * day_ms);
  const later = await someone(world);
  await say(later, 'new');
  await runJob('retention');
  expect((await sql('select 1 from app.voice_note')).rowCount).toBe(2);
  world.pass(1.5 * day_ms);
  await runJob('retention');
  const { rows } = await sql('select person_id from app.voice_note');
  expect(rows.map((row) => row.person_id)).toEqual([(await standingOf(world, later)).person]);
  expect(await went()).toMatchObject({ 'recording 30': 1 });
});

test('what a case holds is counted from its end; while it has none, nothing goes', async () => {
  await sql(`create table app.call_note (person_id uuid not null, id uuid not null, ended_at timestamptz, sealed bytea,
    primary key (person_id, id))`);
  await sql(`comment on table app.call_note is 'category: recording; note: a test, kept from ended_at'`);
  const add = (id: string, ended: Date | null) =>
    sql('insert into app.call_note (person_id, id, ended_at) values (gen_random_uuid(), $1, $2)', [
      id,
      ended,
    ]);
  const ids = [
    '01890000-0000-7000-8000-000000000001',
    '01890000-0000-7000-8000-000000000002',
    '01890000-0000-7000-8000-000000000003',
  ] as const;
  await add(ids[0], null);
  await add(ids[1], new Date(now().getTime() - 29 * day_ms));
  await add(ids[2], new Date(now().getTime() - 31 * day_ms));
  await runJob('retention');
  const { rows } = await sql('select id from app.call_note order by id');
  expect(rows.map((row) => row.id)).toEqual(ids.slice(0, 2));
  await sql('drop table app.call_note');
});

test('what the account needs stays, however old', async () => {
  const id = '01000000-0000-7000-8000-000000000001';
  await sql(`insert into app.contact (person_id, id, sealed) values (gen_random_uuid(), $1, '')`, [id]);
  await runJob('retention');
  expect((await sql('select 1 from app.contact where id = $1', [id])).rowCount).toBe(1);
});

test('sessions, repeated tries and counts of uses: each by its own rule', async () => {
  await sql('delete from kernel.deletion');
  const person = await someone(world);
  // What people did in the tests before left keys of its own.
  await sql('delete from kernel.idempotency');
  await sql(
    `insert into kernel.idempotency (key_hash, request_hash, at) values ('a', 'a', $1), ('b', 'b', $2)`,
    [new Date(now().getTime() - 2 * day_ms), now()],
  );
  await sql(`insert into kernel.use_count (day, clause, uses) values ($1, 'C.log', 1), ($2, 'C.log', 1)`, [
    new Date(now().getTime() - 1096 * day_ms),
    new Date(now().getTime() - 1094 * day_ms),
  ]);
  const { person: id } = await standingOf(world, person);
  await sql('update kernel.session set ended_at = $1 where person_id = $2', [
    new Date(now().getTime() - 31 * day_ms),
    id,
  ]);
  await world.kernel.asKernel((client) => tidy(client, now()));
  const gone = await went();
  expect(gone).toMatchObject({ 'idempotency 1': 1, 'use_count 1095': 1 });
  expect(gone['session 30']).toBeGreaterThanOrEqual(1);
  expect((await sql(`select 1 from kernel.idempotency where key_hash = 'b'`)).rowCount).toBe(1);
  expect((await sql('select 1 from kernel.session where person_id = $1', [id])).rowCount).toBe(0);
});

test('F.close @operation: what a closed function left is counted when it is shredded', async () => {
  const person = await someone(world);
  await say(person, 'withheld');
  await shut(person);
  world.pass(14 * day_ms + 60_000);
  await world.kernel.asKernel((client) => shredWithheld(client, world.kernel.vault, now()));
  expect(await went()).toMatchObject({ 'withheld 14': 1 });
});

test('a message that nobody could deliver within a day is given up, and counted', async () => {
  const queued = now().getTime() - 2 * day_ms;
  const id = uuidv7(queued);
  const sealed = await world.kernel.vault.seal(
    'message',
    { to: 'x@example.org', subject: 's', text: 't' },
    { owner: `day:${new Date(queued).toISOString().slice(0, 10)}`, table: 'kernel.message', row: id },
  );
  // By a channel whose carrier is away.
  await sql(
    `insert into kernel.message (id, message, channel, sealed, queued_at, next_at) values ($1, 'code', 'sms', $2, $3, $3)`,
    [id, sealed, new Date(queued)],
  );
  world.kernel.onWork({ events: false, messages: true, published: false });
  await expect.poll(went, { timeout: 10_000 }).toMatchObject({ 'message 1': 1 });
});

test('S.access @operation: the report is for privacy officers; it holds rules with what says so, and counts', async () => {
  for (const role of ['administrator', 'security', 'agent'] as const)
    expect((await (await staffMember(world, role)).call(report, {})).body.code).toBe('not_allowed');
  const { body } = await (await staffMember(world, 'privacy_officer')).call(report, {});
  const rule = (kind: string) => body.rules.find((one) => one.kind === kind);
  expect(rule('contact')?.days).toBeNull();
  expect(rule('log')).toMatchObject({ days: 30 });
  expect(rule('withheld')).toMatchObject({ days: 14, duties: [{ clause: 'F.close' }] });
  expect(rule('session')?.days).toBe(30);
  for (const { days, duties } of body.rules) expect(duties[0]?.days).toBe(days);
  expect(body.deletions.every(({ rows }) => rows > 0)).toBe(true);
});
