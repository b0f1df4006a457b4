import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { contact, devices, show, signOut, verifyCode } from '@axent/account/contract';
import { list } from '@axent/functions/contract';
import { commonProblemsOf, eraseClosed, Shredded } from '@axent/kernel';
import { holdings, receipt, uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { close, reopen } from '../../features/privacy/contract.closing.ts';
import type { Visitor } from '../visitor.ts';
import { productContracts, type World } from '../world.ts';
import { hear, rowsFor, say, shut, standingOf, voiceWorld } from './people.ts';

const day_ms = 86_400_000;

let world: World;
let second: World;
beforeAll(async () => {
  world = await voiceWorld();
  second = await voiceWorld(world);
  // By day: word of a closed account respects quiet hours.
  pass((34 - new Date().getUTCHours()) * 3_600_000);
});
afterAll(async () => {
  expect([...world.faults, ...second.faults]).toEqual([]);
  await second.close();
  await world.close();
});

const pass = (ms: number) => {
  for (const one of [world, second]) one.pass(ms);
};

const eraseDue = (at: World = world) =>
  at.kernel.asKernel((client) => eraseClosed(client, at.kernel.vault, new Date(at.kernel.clock())));

const arrive = async (email: string) => await (await world.visitor().accept()).signIn(email);

const mailsTo = (email: string, subject: RegExp) =>
  world.outbox.mails.filter((one) => one.to === email && subject.test(one.subject));

async function until(look: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !look(); round++) await new Promise((done) => setTimeout(done, 50));
  expect(look()).toBe(true);
}

/** Rows of a person, by table, wherever a table has a person. */
async function rowsOf(person: string): Promise<Record<string, number>> {
  const { rows: places } = await world.kernel.pools.owner.query<{ place: string }>(
    `select c.oid::regclass::text as place from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'person_id' and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
       and c.relnamespace in ('app'::regnamespace, 'kernel'::regnamespace)`,
  );
  const found: Record<string, number> = {};
  for (const { place } of places) {
    const { rows } = await world.kernel.pools.owner.query<{ n: number }>(
      `select count(*)::integer as n from ${place} where person_id = $1`,
      [person],
    );
    if ((rows[0]?.n ?? 0) > 0) found[place] = rows[0]?.n ?? 0;
  }
  return found;
}

function keysOf(person: string): string[] {
  const file = new DatabaseSync(join(world.folder, 'keys.sqlite'), { readOnly: true });
  const rows = file
    .prepare('select owner from key where owner = ? or owner like ?')
    .all(person, `${person}/%`);
  file.close();
  return rows.map((row) => String(row.owner));
}

/** The second time, an hour later. */
async function swept(): Promise<void> {
  pass(3_700_000);
  expect(await eraseDue()).toBe(0);
}

/** Signs the person's sessions in just now by the servers' clock, which the tests move and the database's does not. */
const freshen = (person: string) =>
  world.kernel.pools.owner.query('update kernel.session set fresh_at = $2 where person_id = $1', [
    person,
    new Date(world.kernel.clock()),
  ]);

/** Someone with data of the account, of a function on a device, uses of both, and another session. */
async function somebody(email: string): Promise<{ person: Visitor; other: Visitor; id: string }> {
  const person = await arrive(email);
  await person.open('voice');
  await say(person, `the voice of ${email}`);
  await hear(person);
  pass(60_000);
  const other = await arrive(email);
  const id = (await standingOf(world, person)).person;
  await freshen(id);
  return { person, other, id };
}

test('S.loss @operation: closing asks for a sign-in of the last minutes, and changes nothing without', async () => {
  const person = await arrive('stale@example.org');
  pass(11 * 60_000);
  const answer = await person.call(close, {});
  expect([answer.status, answer.body.code]).toEqual([401, 'fresh_sign_in_needed']);
  expect((await person.call(show, {})).body.erased_at).toBeNull();
  expect((await world.visitor().call(close, {})).body.code).toBe('not_signed_in');
});

test('S.loss M.push @operation: closed, everybody is signed out everywhere, and a message tells the way back', async () => {
  const email = 'ada@example.org';
  const { person, other, id } = await somebody(email);
  const { status, body } = await other.call(close, {});
  expect(status).toBe(200);
  expect(Date.parse(body.erased_at) - world.kernel.clock()).toBeGreaterThan(6.99 * day_ms);
  for (const one of [person, other]) {
    expect((await one.call(show, {})).body.actor).toBe('visitor');
    expect((await one.call(holdings, {})).body.code).toBe('not_signed_in');
  }
  await until(() => mailsTo(email, /account is closed/).length > 0);
  const [mail] = mailsTo(email, /account is closed/);
  expect(mail?.text).toContain('sign in, and take the closing back');
  expect(mail?.text).toContain('because your account was closed');
  // Nothing is gone yet.
  expect(await eraseDue()).toBe(0);
  expect(await rowsFor(world, 'rights', id)).toHaveLength(1);
  expect(mailsTo(email, /account is closed/)).toHaveLength(1);
});

test('S.loss @operation: until then signing in offers the way back and nothing else, on each server', async () => {
  const email = 'back@example.org';
  const { other } = await somebody(email);
  await other.call(close, {});
  pass(6 * day_ms);
  const person = await arrive(email);
  expect((await person.call(show, {})).body).toMatchObject({
    actor: 'person',
    erased_at: expect.any(String),
  });
  for (const contract of [holdings, contact, devices, list] as const) {
    const { status, body } = await person.call(contract, {});
    expect([contract.name, status, (body as { code?: string }).code]).toEqual([
      contract.name,
      403,
      'account_closed',
    ]);
  }
  expect((await say(person, 'said to nobody')).body.code).toBe('account_closed');
  // The same on another server, and so for everything that a person may call at all.
  const there = second.visitor();
  for (const [name, value] of person.cookies) there.cookies.set(name, value);
  expect((await there.call(holdings, {})).body).toMatchObject({ code: 'account_closed' });
  const open = productContracts.filter(
    (one) => one.actors.includes('person') && !commonProblemsOf(one).includes('account_closed'),
  );
  expect(open.map(({ name }) => name).sort()).toEqual([
    'account.show',
    'account.sign_out',
    'notice.coverage',
    'notice.show',
    'notice.state',
    'notice.versions',
    'privacy.reopen_account',
    'requests.recoveries',
    'requests.stop_recovery',
  ]);
  expect((await there.call(reopen, {})).status).toBe(200);
  // Everything is as it was, the open function included.
  expect((await person.call(show, {})).body.erased_at).toBeNull();
  expect((await person.call(holdings, {})).status).toBe(200);
  expect((await person.call(reopen, {})).body).toMatchObject({ code: 'not_closed' });
  pass(2 * day_ms);
  await eraseDue();
  expect((await person.call(contact, {})).body.email).toBe(email);
});

test('S.loss @disk: after seven days keys and rows are gone wherever there were any, and the address is free', async () => {
  const email = 'gone@example.org';
  const { person, other, id } = await somebody(email);
  const [copy] = await rowsFor(world, 'rights', id);
  const { device } = await standingOf(world, person);
  const before = await rowsOf(id);
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining([
      'app.contact',
      'app.device',
      'app.voice_note',
      'kernel.record',
      'kernel.opening',
    ]),
  );
  expect(keysOf(id)).toEqual(expect.arrayContaining([id, `${id}/voice/${device}`]));
  const [used] = (await other.call(uses, {})).body.uses;
  await other.call(close, {});
  pass(7 * day_ms + 60_000);
  expect(await eraseDue()).toBe(1);
  // Once more an hour later, whatever was being written at that moment.
  expect(Object.keys(await rowsOf(id))).toContain('kernel.closing');
  await swept();
  expect(await rowsOf(id)).toEqual({});
  expect(keysOf(id)).toEqual([]);
  const box = { owner: `${id}/voice/${device}`, table: 'app.voice_note', row: copy?.id ?? '' };
  await expect(world.kernel.vault.open(copy?.sealed ?? Buffer.alloc(0), box)).rejects.toThrow(Shredded);
  // The list of shredded keys names them, so that no backup brings them back.
  const listed = readFileSync(join(world.folder, 'keys.sqlite.shredded'), 'utf8').trim().split('\n').length;
  expect(listed).toBeGreaterThanOrEqual(2);
  // Who was there is a bare number that nothing leads to; the address begins anew, as somebody else.
  const { rows } = await world.kernel.pools.owner.query('select erased_at from kernel.person where id = $1', [
    id,
  ]);
  expect(rows[0].erased_at).not.toBeNull();
  const anew = await arrive(email);
  expect((await standingOf(world, anew)).person).not.toBe(id);
  expect((await anew.call(receipt, { id: used?.id ?? '' })).body).toMatchObject({ code: 'item_unknown' });
  expect(await eraseDue()).toBe(0);
});

test('S.loss @operation: ended in the middle, it is finished by the next run; two at once erase each once', async () => {
  const people = await Promise.all(
    ['cut@example.org', 'both@example.org'].map(async (email) => await somebody(email)),
  );
  for (const { other } of people) await other.call(close, {});
  pass(7 * day_ms + 60_000);
  // The keys are shredded, then the server dies: its transaction is gone.
  const dying = world.kernel.asKernel(async (client) => {
    const failing = new Proxy(client, {
      get: (target, name) =>
        name === 'query'
          ? async (text: string, values?: unknown[]) => {
              if (text.includes('erase_person')) throw new Error('killed');
              return await target.query(text, values);
            }
          : Reflect.get(target, name),
    });
    try {
      return await eraseClosed(failing, world.kernel.vault, new Date(world.kernel.clock()));
    } finally {
      await client.query('rollback');
    }
  });
  await expect(dying).rejects.toThrow('killed');
  const erased = await Promise.all([eraseDue(), eraseDue(second)]);
  expect(erased.reduce((sum, count) => sum + count)).toBe(2);
  await swept();
  for (const { id } of people) {
    expect(await rowsOf(id)).toEqual({});
    expect(keysOf(id)).toEqual([]);
  }
});

test('S.loss @operation: what a standing matter names stays closed until the matter has ended', async () => {
  const { other, id } = await somebody('claim@example.org');
  await other.call(close, {});
  const owner = world.kernel.pools.owner;
  const { rows: officers } = await owner.query<{ id: string }>(
    `insert into kernel.person (id, kind) values (gen_random_uuid(), 'staff'), (gen_random_uuid(), 'staff') returning id`,
  );
  await owner.query('begin');
  await owner.query(
    `insert into kernel.matter (id, ground, name, basis, provision, area, purpose, roles, categories, evidence,
       proposed_by, proposed_at, approved_by, approved_at, ends_on, keeps_withheld)
     values (gen_random_uuid(), 'E.9', 'a claim', 'law', 'p', 'eu_ch', 'archive', '{privacy_officer}', '{contact}',
       decode(repeat('00', 32), 'hex'), $1, now(), $2, now(), current_date + 600, true)`,
    [officers[0]?.id, officers[1]?.id],
  );
  await owner.query(`insert into kernel.matter_person (matter, person_id) select id, $1 from kernel.matter`, [
    id,
  ]);
  await owner.query('commit');
  pass(7 * day_ms + 60_000);
  await eraseDue();
  expect(Object.keys(await rowsOf(id))).toContain('app.contact');
  await owner.query('update kernel.matter set ended_at = now()');
  pass(day_ms + 60_000);
  expect(await eraseDue()).toBe(1);
  await swept();
  expect(await rowsOf(id)).toEqual({});
});

test('S.loss @operation: signing out leaves a closed account closed, and its code does not sign in anybody else', async () => {
  const email = 'out@example.org';
  const { other, id } = await somebody(email);
  await other.call(close, {});
  pass(60_000);
  const person = await arrive(email);
  await shut(person);
  expect((await person.call(signOut, {})).status).toBe(200);
  expect((await person.call(verifyCode, { email, code: '000000' })).status).toBeGreaterThanOrEqual(400);
  pass(7 * day_ms);
  expect(await eraseDue()).toBe(1);
  await swept();
  expect(await rowsOf(id)).toEqual({});
});
