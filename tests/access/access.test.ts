import { history, mine, name, premisesList, read, review, staff, tick } from '@axent/access/contract';
import { systemOf } from '@axent/kernel';
import { list as logList } from '@axent/log/contract';
import { invite, prove, redeem, show } from '@axent/staff/contract';
import { status } from '@axent/watching/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLink } from '../../apps/server/compose.ts';
import { signedIn } from '../matrix/actors.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, review_days, type World } from '../world.ts';

const day_ms = 86_400_000;

let world: World;
let officer: Visitor;
let security: Visitor;
let administrator: Visitor;
beforeAll(async () => {
  world = await openWorld();
  officer = await enter((await firstLink(systemOf(world.kernel))) ?? '', 'officer@axent.example');
  security = await bring('security', 'Sam, security');
  administrator = await bring('administrator', 'Alex, machines');
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

async function enter(token: string, email: string): Promise<Visitor> {
  const visitor = await world.visitor().accept();
  const sent = await visitor.call(prove, { token, email, language: 'en' });
  expect(sent.status).toBe(200);
  const answer = await visitor.call(redeem, { token, email, code: await visitor.codeFor(email) });
  expect(answer.status).toBe(200);
  return await visitor.takeSecondStep(email);
}

type Role = 'privacy_officer' | 'security' | 'administrator';

async function bring(role: Role, called: string): Promise<Visitor> {
  const { body } = await officer.call(invite, { role, name: called });
  return await enter(body.token, `${called.split(',')[0]?.toLowerCase()}-${role}@axent.example`);
}

const heldBy = async (reader: Visitor) => (await reader.call(staff, {})).body.held;

async function holding(role: Role, called?: string) {
  const found = (await heldBy(officer)).find(
    (one) => one.role === role && (called === undefined || one.name === called),
  );
  if (found === undefined) throw new Error(`nobody is ${called ?? role}`);
  return found;
}

async function accessPart() {
  const { parts } = (await administrator.call(status, {})).body;
  return parts.find(({ part }) => part === 'access');
}

test('S.access @operation: reviewers see who holds which role, and nobody else does', async () => {
  const held = await heldBy(security);
  expect(held.map(({ role, name: called, own }) => [role, called, own])).toEqual([
    ['administrator', 'Alex, machines', false],
    ['privacy_officer', null, false],
    ['security', 'Sam, security', true],
  ]);
  const due_at = Date.parse(held[0]?.due_at ?? '');
  expect(Math.abs(due_at - world.kernel.clock() - review_days * day_ms)).toBeLessThan(120_000);
  expect((await administrator.call(staff, {})).status).toBe(403);
  expect((await administrator.call(history, {})).status).toBe(403);
  expect((await world.visitor().call(staff, {})).status).toBe(401);
  const customer = await signedIn(world, null);
  expect((await customer.call(staff, {})).status).toBe(403);
});

test('S.access @operation: nobody reviews themself, also not by a number of their own making', async () => {
  const own = await holding('privacy_officer');
  const answer = await officer.call(review, { person: own.person, role: 'privacy_officer', keep: true });
  expect([answer.status, answer.body.code]).toEqual([409, 'own_access']);
  expect((await heldBy(security)).find(({ role }) => role === 'privacy_officer')?.due_at).toBe(own.due_at);
});

test('S.access @operation: a role that is kept is due again an interval later', async () => {
  world.pass(10 * 60_000);
  const before = await holding('administrator');
  const { person } = before;
  const late = await security.call(review, { person, role: 'administrator', keep: true });
  expect([late.status, late.body.code]).toEqual([401, 'fresh_sign_in_needed']);
  await world.freshen();
  expect((await security.call(review, { person, role: 'administrator', keep: true })).body).toEqual({
    verdict: 'kept',
  });
  const after = await holding('administrator');
  expect(Date.parse(after.due_at) - Date.parse(before.due_at)).toBeGreaterThan(9 * 60_000);
});

test('S.access @operation: what is taken away is gone with the next request, everywhere', async () => {
  const gone = await bring('security', 'Kim, leaving');
  const elsewhere = await (await world.visitor().accept()).signIn('kim-security@axent.example');
  expect((await gone.call(logList, {})).status).toBe(200);
  const { person } = await holding('security', 'Kim, leaving');
  expect((await officer.call(review, { person, role: 'security', keep: false })).body.verdict).toBe('taken');
  for (const one of [gone, elsewhere]) {
    expect((await one.call(logList, {})).status).toBe(401);
    expect((await one.call(show, {})).status).toBe(401);
  }
  const again = await officer.call(review, { person, role: 'security', keep: false });
  expect([again.status, again.body.code]).toEqual([409, 'access_gone']);
  world.pass(60_000);
  await world.freshen();
  const back = await (await world.visitor().accept()).signIn('kim-security@axent.example');
  expect((await back.call(logList, {})).body.code).toBe('not_allowed');
});

test('S.access @operation: the role of a privacy officer is taken away by two, and the last one stays', async () => {
  const only = await holding('privacy_officer');
  const last = await security.call(review, { person: only.person, role: 'privacy_officer', keep: false });
  expect([last.status, last.body.code]).toEqual([409, 'last_officer']);
  await bring('privacy_officer', 'Pat, second');
  const { person } = await holding('privacy_officer', 'Pat, second');
  const asking = { person, role: 'privacy_officer', keep: false } as const;
  expect((await officer.call(review, asking)).body.verdict).toBe('asked');
  expect((await officer.call(review, asking)).body.verdict).toBe('asked');
  expect((await holding('privacy_officer', 'Pat, second')).asked_by_me).toBe(true);
  // Kept by another: the question is over, and asking begins anew.
  expect((await security.call(review, { ...asking, keep: true })).body.verdict).toBe('kept');
  expect((await holding('privacy_officer', 'Pat, second')).asked_at).toBeNull();
  world.pass(1_000);
  await world.freshen();
  expect((await security.call(review, asking)).body.verdict).toBe('asked');
  expect((await officer.call(review, asking)).body.verdict).toBe('taken');
  expect((await heldBy(officer)).filter(({ role }) => role === 'privacy_officer')).toHaveLength(1);
});

test('S.access @operation: training notes are read as they stand, and due again after a year', async () => {
  const { notes } = (await administrator.call(mine, { language: 'de' })).body;
  expect(notes.map(({ topic, due }) => [topic, due])).toEqual([
    ['purpose', true],
    ['signs', true],
    ['machines', true],
  ]);
  const [first] = notes;
  if (first === undefined) throw new Error('no note');
  const other = await administrator.call(read, { topic: 'signs', hash: first.hash, language: 'de' });
  expect([other.status, other.body.code]).toEqual([409, 'note_changed']);
  for (const { topic, hash } of notes)
    expect((await administrator.call(read, { topic, hash, language: 'de' })).status).toBe(200);
  // Read in one language is read.
  const english = (await administrator.call(mine, { language: 'en' })).body.notes;
  expect(english.every(({ due, read_at }) => !due && read_at !== null)).toBe(true);
  expect(english[0]?.hash).not.toBe(first.hash);
});

test('S.access @operation: everybody says what they are called, and only of themself', async () => {
  expect((await officer.call(mine, { language: 'en' })).body.name).toBeNull();
  await officer.call(name, { name: 'Robin, privacy' });
  expect((await officer.call(mine, { language: 'en' })).body.name).toBe('Robin, privacy');
  expect((await holding('privacy_officer')).name).toBe('Robin, privacy');
  expect((await officer.call(name, { name: 'a\u0000b' })).status).toBe(400);
  const { rows } = await world.kernel.pools.owner.query('select name from kernel.work_name order by name');
  expect(rows.map((row) => row.name)).toContain('Sam, security');
});

test('S.access @operation: what is seen to in rooms and on machines is ticked, and due again', async () => {
  const before = (await administrator.call(premisesList, {})).body.items;
  expect(before.every(({ overdue, done_at }) => overdue && done_at === null)).toBe(true);
  expect((await accessPart())?.level).toBe('look');
  for (const { item } of before) expect((await administrator.call(tick, { item })).status).toBe(200);
  expect((await administrator.call(premisesList, {})).body.items.some(({ overdue }) => overdue)).toBe(false);
  expect(await accessPart()).toMatchObject({ level: 'good', reason: 'access_good' });
  expect((await security.call(tick, { item: 'rooms' })).status).toBe(403);
});

test('S.access @operation: the history says who did what, for a file', async () => {
  const { acts } = (await officer.call(history, {})).body;
  const said = acts.map(({ act, what, who, whom }) => `${act} ${what} ${who} ${whom}`);
  for (const line of [
    'kept administrator Sam, security Alex, machines',
    'taken security Robin, privacy Kim, leaving',
    'asked privacy_officer Sam, security Pat, second',
    'taken privacy_officer Robin, privacy Pat, second',
    'read machines Alex, machines null',
    'ticked rooms Alex, machines null',
    'granted administrator Robin, privacy Alex, machines',
    // Also what was taken away since.
    'granted security Robin, privacy Kim, leaving',
    'granted privacy_officer null Robin, privacy',
  ])
    expect(said).toContain(line);
  expect(acts.map(({ at }) => at)).toEqual(
    acts
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
});

test('S.access @operation: what was asked long ago counts no more', async () => {
  await bring('privacy_officer', 'Lee, third');
  await world.freshen();
  const { person } = await holding('privacy_officer', 'Lee, third');
  const asking = { person, role: 'privacy_officer', keep: false } as const;
  expect((await security.call(review, asking)).body.verdict).toBe('asked');
  world.pass(31 * day_ms);
  await world.freshen();
  expect((await officer.call(review, asking)).body.verdict).toBe('asked');
  expect((await security.call(review, asking)).body.verdict).toBe('taken');
});

test('S.access @operation: a review that nobody made needs a hand', async () => {
  world.pass((review_days + 1) * day_ms);
  administrator = await (await world.visitor().accept()).signIn('alex-administrator@axent.example');
  expect(await accessPart()).toMatchObject({ level: 'act', reason: 'access_over' });
  officer = await (await world.visitor().accept()).signIn('officer@axent.example');
  expect((await heldBy(officer)).every(({ overdue }) => overdue)).toBe(true);
});

test('S.access @database: nothing is reviewed, ticked or listed in the name of somebody without the role', async () => {
  const { rows } = await world.kernel.pools.owner.query<{ person_id: string; role: string }>(
    'select person_id, role from kernel.role',
  );
  const of = (role: string) => rows.find((row) => row.role === role)?.person_id ?? '';
  const asked = async (person: string | null, text: string, values: unknown[] = []) => {
    const client = await world.kernel.connect('authentication');
    try {
      await client.query('begin');
      if (person !== null) await client.query(`select set_config('axent.person', $1, true)`, [person]);
      return (await client.query<{ answer: unknown }>(text, values)).rows.map((row) => row.answer);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const reviewing = `select kernel.review_access(gen_random_uuid(), $1, 'security', true, now()) as answer`;
  const ticking = `select kernel.tick_premise(gen_random_uuid(), 'rooms', now()) as answer`;
  const listing = 'select role as answer from kernel.staff_access()';
  const telling = 'select act as answer from kernel.access_history()';
  expect(await asked(of('administrator'), reviewing, [of('security')])).toEqual(['not_allowed']);
  expect(await asked(null, reviewing, [of('security')])).toEqual(['not_allowed']);
  expect(await asked(of('privacy_officer'), reviewing, [of('security')])).toEqual(['kept']);
  expect(await asked(of('security'), ticking)).toEqual([false]);
  expect(await asked(of('administrator'), ticking)).toEqual([true]);
  for (const text of [listing, telling]) {
    expect(await asked(of('administrator'), text)).toEqual([]);
    expect((await asked(of('security'), text)).length).toBeGreaterThan(2);
  }
});
