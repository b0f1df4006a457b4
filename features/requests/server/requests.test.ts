import { prove, requestProof } from '@axent/account/contract/proof';
import { systemOf } from '@axent/kernel';
import { holdings, uses } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffMember } from '../../../tests/staff.ts';
import type { Visitor } from '../../../tests/visitor.ts';
import { openWorld, type World } from '../../../tests/world.ts';
import { answer, ask, extend, mine, queue, read, refuse, show, take, withdraw } from '../contract.ts';

const day_ms = 86_400_000;

let world: World;
let first: Visitor;
let second: Visitor;
beforeAll(async () => {
  world = await openWorld();
  first = await staffMember(world, 'privacy_officer');
  second = await staffMember(world, 'privacy_officer');
  // By day: what goes to a person respects quiet hours.
  await pass((34 - new Date().getUTCHours()) * 3_600_000);
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
});

/** Moves the server's clock, and signs everybody in just now by it: the database's own does not move. */
async function pass(ms: number): Promise<void> {
  world.pass(ms);
  await world.kernel.pools.owner.query('update kernel.session set fresh_at = $1', [
    new Date(world.kernel.clock()),
  ]);
}

const sql = (text: string, values: unknown[] = []) => world.kernel.pools.owner.query(text, values);

/** Proves an address with a code, without an account. */
async function proof(visitor: Visitor, email: string): Promise<string> {
  const earlier = visitor.newestFor(email);
  const asked = await visitor.call(requestProof, { email, language: 'en' });
  expect([asked.status, asked.body.code]).toEqual([200, undefined]);
  const code = await visitor.codeFor(email, earlier);
  const proved = await visitor.call(prove, { email, code });
  expect([proved.status, proved.body.code]).toEqual([200, undefined]);
  return proved.body.proof;
}

const wish = { kind: 'access', text: 'What do you hold about me?', language: 'en' } as const;

async function asked(visitor: Visitor, more: object = {}): Promise<string> {
  const { status, body } = await visitor.call(ask, { ...wish, ...more });
  expect([status, body.code]).toEqual([200, undefined]);
  return body.id;
}

const inQueue = async (officer: Visitor, id: string) =>
  (await officer.call(queue, {})).body.requests.find((one) => one.id === id);

async function mailTo(email: string, subject: RegExp) {
  for (let round = 0; round < 200; round++) {
    const mail = world.outbox.mails.find((one) => one.to === email && subject.test(one.subject));
    if (mail !== undefined) return mail;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`no mail to ${email} with ${subject}`);
}

test('U.rights @operation: somebody without an account, who accepted nothing, asks with a proved address and is answered there', async () => {
  const email = 'nobody@example.org';
  const visitor = world.visitor();
  expect((await visitor.call(ask, wish)).body.code).toBe('proof_needed');
  const proved = await proof(visitor, email);
  const id = await asked(visitor, { proof: proved });
  expect((await mailTo(email, /has come in/)).text).toContain('A privacy officer answers it by');
  // No account came of it, and nobody was signed in.
  expect((await sql(`select 1 from kernel.person where kind = 'customer'`)).rowCount).toBe(0);
  expect(await inQueue(first, id)).toMatchObject({ state: 'new', has_account: false, kind: 'access' });
  expect((await first.call(read, { id })).body.code).toBe('not_in_hand');
  expect((await first.call(take, { id })).status).toBe(200);
  const opened = (await first.call(read, { id })).body;
  expect(opened).toMatchObject({ address: email, language: 'en', recovery: null });
  expect(opened.entries).toMatchObject([{ part: 'asked', text: wish.text }]);
  expect((await first.call(answer, { id, text: 'Nothing at all.' })).status).toBe(200);
  expect((await mailTo(email, /Our answer to your request/)).text).toContain('Nothing at all.');
  // Proved again, elsewhere, it is there with its answer.
  const elsewhere = world.visitor();
  await pass(31_000);
  const again = await proof(elsewhere, email);
  const own = (await elsewhere.call(mine, { proof: again })).body.requests;
  expect(own).toMatchObject([{ id, state: 'answered' }]);
  expect(own[0]?.acts.map(({ act }) => act)).toEqual(['received', 'taken', 'answered']);
  const { entries } = (await elsewhere.call(show, { id, proof: again })).body;
  expect(entries.map(({ text }) => text)).toEqual([wish.text, 'Nothing at all.']);
});

test('U.rights @operation: nobody else sees it: no other address, no other person, no officer who did not take it', async () => {
  const visitor = world.visitor();
  const id = await asked(visitor, { proof: await proof(visitor, 'mine@example.org') });
  const other = world.visitor();
  const stranger = await proof(other, 'stranger@example.org');
  expect((await other.call(mine, { proof: stranger })).body.requests).toEqual([]);
  expect((await other.call(show, { id, proof: stranger })).body.code).toBe('request_unknown');
  expect((await other.call(withdraw, { id, proof: stranger })).body.code).toBe('request_unknown');
  const person = await (await world.visitor().accept()).signIn('person@example.org');
  expect((await person.call(show, { id })).body.code).toBe('request_unknown');
  expect((await person.call(queue, {})).status).toBe(403);
  await first.call(take, { id });
  expect((await second.call(read, { id })).body.code).toBe('not_in_hand');
  expect((await second.call(answer, { id, text: 'x' })).body.code).toBe('not_in_hand');
  // Taken over, it is the other's.
  expect((await second.call(take, { id })).status).toBe(200);
  expect((await first.call(read, { id })).body.code).toBe('not_in_hand');
  expect((await second.call(read, { id })).status).toBe(200);
});

test('M.code U.rights @operation: a code that proves an address does not sign in, nor one that signs in prove', async () => {
  const email = 'two-codes@example.org';
  const visitor = await world.visitor().accept();
  const { requestCode, verifyCode } = await import('@axent/account/contract');
  await visitor.call(requestProof, { email, language: 'en' });
  const proving = await visitor.codeFor(email);
  expect((await visitor.call(verifyCode, { email, code: proving })).body.code).toBe('code_wrong');
  expect((await visitor.call(prove, { email, code: proving })).status).toBe(200);
  await pass(31_000);
  const earlier = visitor.newestFor(email);
  await visitor.call(requestCode, { email, language: 'en' });
  const entering = await visitor.codeFor(email, earlier);
  expect((await visitor.call(prove, { email, code: entering })).body.code).toBe('code_wrong');
  expect(visitor.cookies.has('axent-session')).toBe(false);
});

test('U.rights @operation: a person asks in their account, sees each reading of it, and is told that the answer is there', async () => {
  const email = 'ada@example.org';
  const person = await (await world.visitor().accept()).signIn(email);
  const id = await asked(person, { kind: 'correction', text: 'My name is spelt otherwise.' });
  expect(await inQueue(first, id)).toMatchObject({ has_account: true, kind: 'correction' });
  await first.call(take, { id });
  await first.call(read, { id });
  const noted = (await person.call(uses, {})).body.uses;
  expect(noted.filter(({ operation }) => operation === 'requests.read')).toMatchObject([
    { clause: 'U.rights', categories: ['request'], role: 'privacy_officer' },
  ]);
  await first.call(answer, { id, text: 'It is corrected.' });
  expect((await mailTo(email, /request has been answered/)).text).not.toContain('It is corrected.');
  expect((await person.call(mine, {})).body.requests).toMatchObject([{ id, state: 'answered' }]);
  expect((await person.call(show, { id })).body.entries.at(-1)?.text).toBe('It is corrected.');
  expect((await person.call(withdraw, { id })).body.code).toBe('request_closed');
  const held = (await person.call(holdings, {})).body.holdings.find(({ category }) => category === 'request');
  expect(held?.items.map(({ value }) => value['text'] ?? value['answer'])).toEqual([
    'My name is spelt otherwise.',
    'It is corrected.',
  ]);
});

test('U.rights @operation: the clock: a month or 30 days, put off once with a reason, overdue is marked', async () => {
  const email = 'clock@example.org';
  const visitor = world.visitor();
  const id = await asked(visitor, { kind: 'objection', proof: await proof(visitor, email) });
  const left = (await inQueue(first, id))?.days_left ?? 0;
  expect(left).toBeGreaterThanOrEqual(27);
  expect(left).toBeLessThanOrEqual(30);
  await first.call(take, { id });
  const reason = 'Two archives have to be searched.';
  expect((await first.call(extend, { id, text: reason })).status).toBe(200);
  expect((await mailTo(email, /takes longer/)).text).toContain(reason);
  const longer = await inQueue(first, id);
  expect(longer?.extended_at).not.toBeNull();
  expect(longer?.days_left).toBeGreaterThan(80);
  expect((await first.call(extend, { id, text: reason })).body.code).toBe('extended_already');
  const other = world.visitor();
  const late = await asked(other, { proof: await proof(other, 'late@example.org') });
  await sql(`update kernel.request set due_at = $2 where id = $1`, [
    late,
    new Date(world.kernel.clock() - 60_000),
  ]);
  expect((await inQueue(first, late))?.days_left).toBe(-1);
  // The most urgent stands first.
  expect((await first.call(queue, {})).body.requests[0]?.id).toBe(late);
  await first.call(take, { id: late });
  expect((await first.call(extend, { id: late, text: reason })).body.code).toBe('overdue');
});

test('U.rights @operation: refused, the reason and the authority are told; withdrawn, it is over', async () => {
  const email = 'refused@example.org';
  const visitor = world.visitor();
  const proved = await proof(visitor, email);
  const [one, two] = [await asked(visitor, { proof: proved }), await asked(visitor, { proof: proved })];
  await first.call(take, { id: one });
  await first.call(refuse, { id: one, text: 'We hold nothing under this address.' });
  const mail = await mailTo(email, /cannot follow/);
  expect(mail.text).toContain('We hold nothing under this address.');
  expect(mail.text).toContain('the authority (fictional)');
  expect((await visitor.call(show, { id: one, proof: proved })).body.entries.at(-1)?.text).toContain(
    'the authority (fictional)',
  );
  expect((await visitor.call(withdraw, { id: two, proof: proved })).status).toBe(200);
  expect((await first.call(take, { id: two })).body.code).toBe('request_closed');
  const states = (await visitor.call(mine, { proof: proved })).body.requests.map(({ state }) => state);
  expect(states.sort()).toEqual(['refused', 'withdrawn']);
});

test('U.rights @operation: ten open requests of one address are enough, and a proof is over after half an hour', async () => {
  const visitor = world.visitor();
  const proved = await proof(visitor, 'many@example.org');
  await pass(61_000);
  for (let count = 0; count < 9; count++) await asked(visitor, { proof: proved });
  await pass(61_000);
  await asked(visitor, { proof: proved });
  expect((await visitor.call(ask, { ...wish, proof: proved })).body.code).toBe('requests_open');
  await pass(30 * 60_000);
  expect((await visitor.call(mine, { proof: proved })).body.code).toBe('proof_over');
});

test('U.rights @disk: three years after its end a request is gone, its key before its rows; one that is open stays', async () => {
  const visitor = world.visitor();
  const proved = await proof(visitor, 'kept@example.org');
  await pass(61_000);
  const [over, open] = [await asked(visitor, { proof: proved }), await asked(visitor, { proof: proved })];
  await visitor.call(withdraw, { id: over, proof: proved });
  const { rows } = await sql('select id, sealed from app.request_entry where request = $1', [over]);
  const place = { owner: `request:${over}`, table: 'app.request_entry', row: rows[0].id };
  expect(await world.kernel.vault.open(rows[0].sealed, place)).toMatchObject({ text: wish.text });
  const there = async (id: string) =>
    (await sql('select 1 from kernel.request where id = $1', [id])).rowCount;
  await pass(1094 * day_ms);
  await systemOf(world.kernel).expire('eu_ch');
  expect(await there(over)).toBe(1);
  await pass(1.5 * day_ms);
  await systemOf(world.kernel).expire('eu_ch');
  expect(await there(over)).toBe(0);
  expect((await sql('select 1 from app.request_entry where request = $1', [over])).rowCount).toBe(0);
  await expect(world.kernel.vault.open(rows[0].sealed, place)).rejects.toThrow('is gone');
  expect(await there(open)).toBe(1);
});
