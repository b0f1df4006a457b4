import { staff as everybody, review } from '@axent/access/contract';
import { systemOf } from '@axent/kernel';
import { coverage } from '@axent/notice/contract';
import { policy } from '@axent/policy';
import { invite, prove, redeem, show, staffRoles } from '@axent/staff/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLink } from '../../apps/server/compose.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
let token: string;
const email = 'officer@axent.example';

beforeAll(async () => {
  world = await openWorld();
  token = (await firstLink(systemOf(world.kernel))) ?? '';
});
afterAll(() => world.close());

async function proved(link: string, address: string): Promise<{ visitor: Visitor; code: string }> {
  const visitor = await world.visitor().accept();
  const earlier = world.outbox.mails.find((mail) => mail.to === address);
  const sent = await visitor.call(prove, { token: link, email: address, language: 'en' });
  if (sent.status !== 200) throw new Error(`proving answered ${sent.body.code}`);
  return { visitor, code: await visitor.codeFor(address, earlier) };
}

async function become(link: string, address: string): Promise<Visitor> {
  const { visitor, code } = await proved(link, address);
  const answer = await visitor.call(redeem, { token: link, email: address, code });
  if (answer.status !== 200) throw new Error(`redeeming answered ${answer.body.code}`);
  return await visitor.takeSecondStep(address);
}

test('the secret of a link is stored nowhere: only its hash is', async () => {
  const { rows } = await world.kernel.pools.owner.query('select * from app.staff_link');
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(rows[0].expires_at.getTime() - Date.now()).toBeLessThanOrEqual(86_400_000);
});

test('before the notice is accepted a link does nothing', async () => {
  const refused = await world.visitor().call(prove, { token, email, language: 'en' });
  expect([refused.status, refused.body.code]).toEqual([403, 'not_accepted']);
});

test('starting again makes a new link and ends the earlier one, as long as there is no staff', async () => {
  const next = await firstLink(systemOf(world.kernel));
  expect(next).toMatch(/^[\w-]{43}$/);
  const refused = await (await world.visitor().accept()).call(prove, { token, email, language: 'en' });
  expect([refused.status, refused.body.code]).toEqual([404, 'link_unknown']);
  token = next ?? '';
});

test('S.access @operation: a link and a wrong code make nobody a member of staff', async () => {
  const { visitor, code } = await proved(token, email);
  const wrong = code === '0000 0000' ? '1111 1111' : '0000 0000';
  const refused = await visitor.call(redeem, { token, email, code: wrong });
  expect([refused.status, refused.body.code]).toEqual([422, 'code_wrong']);
  const elsewhere = await (await world.visitor().accept()).call(redeem, { token, email, code });
  expect(elsewhere.body.code).toBe('code_wrong');
  expect((await visitor.call(show, {})).status).toBe(401);
  world.pass(31_000);
});

test('the link makes the first privacy officer, once', async () => {
  const officer = await become(token, email);
  const { body } = await officer.call(show, {});
  expect(body).toMatchObject({ roles: ['privacy_officer'], fresh: true, privacy_officers: 1 });
  expect((await officer.call(coverage, { language: 'en' })).status).toBe(200);
  const again = await (await world.visitor().accept()).call(prove, {
    token,
    email: 'thief@axent.example',
    language: 'en',
  });
  expect([again.status, again.body.code]).toEqual([404, 'link_unknown']);
});

test('with a member of staff there, starting again makes no link', async () => {
  expect(await firstLink(systemOf(world.kernel))).toBeNull();
});

test('from then on the officer signs in by mail code, like anybody', async () => {
  const officer = await (await world.visitor().accept()).signIn(email);
  expect((await officer.call(show, {})).body.roles).toEqual(['privacy_officer']);
});

test('a session of staff ends after half an hour without use', async () => {
  const { rows } = await world.kernel.pools.owner.query(
    `select distinct extract(epoch from s.idle)::int as idle_s, extract(epoch from s.ends_at - s.created_at)::int as life_s
     from kernel.session s join kernel.person p on p.id = s.person_id where p.kind = 'staff'`,
  );
  expect(rows).toEqual([{ idle_s: 1800, life_s: 43_200 }]);
});

test('an address of a customer cannot become staff', async () => {
  world.pass(60_000);
  await (await world.visitor().accept()).signIn('ada@example.org');
  const officer = await (await world.visitor().accept()).signIn(email);
  const made = await officer.call(invite, { role: 'security' });
  const { visitor, code } = await proved(made.body.token, 'ada@example.org');
  const refused = await visitor.call(redeem, { token: made.body.token, email: 'ada@example.org', code });
  expect([refused.status, refused.body.code]).toEqual([409, 'address_taken']);
});

test('one officer brings in a second; a third would need both and is refused', async () => {
  world.pass(60_000);
  const officer = await (await world.visitor().accept()).signIn(email);
  const made = await officer.call(invite, { role: 'privacy_officer' });
  const second = await become(made.body.token, 'second@axent.example');
  expect((await second.call(show, {})).body.privacy_officers).toBe(2);
  const refused = await second.call(invite, { role: 'privacy_officer' });
  expect([refused.status, refused.body.code]).toEqual([409, 'officers_enough']);
});

test('ten wrong codes end a link', async () => {
  world.pass(60_000);
  const officer = await (await world.visitor().accept()).signIn(email);
  const link = (await officer.call(invite, { role: 'administrator' })).body.token;
  const { visitor, code } = await proved(link, 'clerk@axent.example');
  const wrong = code === '0000 0000' ? '1111 1111' : '0000 0000';
  const guess = { token: link, email: 'clerk@axent.example' };
  for (let tries = 0; tries < 10; tries++) await visitor.call(redeem, { ...guess, code: wrong });
  const right = await visitor.call(redeem, { ...guess, code });
  expect([right.status, right.body.code]).toEqual([429, 'link_guessed_out']);
});

test('inviting asks for a fresh sign-in, and for the office', async () => {
  world.pass(60_000);
  const officer = await (await world.visitor().accept()).signIn(email);
  world.pass(601_000);
  const refused = await officer.call(invite, { role: 'security' });
  expect([refused.status, refused.body.code]).toEqual([401, 'fresh_sign_in_needed']);
  const customer = await (await world.visitor().accept()).signIn('bob@example.org');
  expect((await customer.call(invite, { role: 'security' })).status).toBe(403);
  expect((await customer.call(show, {})).status).toBe(403);
});

test('signing in again in the same browser ends the session that was there', async () => {
  world.pass(60_000);
  const officer = await (await world.visitor().accept()).signIn(email);
  const earlier = world.visitor();
  earlier.cookies.set('axent-session', officer.cookies.get('axent-session') ?? '');
  expect((await earlier.call(show, {})).status).toBe(200);
  world.pass(60_000);
  await officer.signIn(email);
  expect((await officer.call(show, {})).status).toBe(200);
  expect((await earlier.call(show, {})).status).toBe(401);
});

test('S.access @operation: each role of the policy can be invited, is given by its link, and reviewed', async () => {
  expect([...staffRoles].sort()).toEqual(
    policy.purposes.service.actors.filter((one) => !['visitor', 'person', 'system'].includes(one)).sort(),
  );
  world.pass(60_000);
  const officer = await (await world.visitor().accept()).signIn(email);
  for (const role of staffRoles.filter((one) => one !== 'privacy_officer')) {
    world.pass(60_000);
    await world.freshen();
    const made = await officer.call(invite, { role, name: `The one of ${role}` });
    const member = await become(made.body.token, `${role}@axent.example`);
    expect((await member.call(show, {})).body.roles).toEqual([role]);
    const { held } = (await officer.call(everybody, {})).body;
    const person = held.find((one) => one.role === role)?.person ?? '';
    expect((await officer.call(review, { person, role, keep: true })).status).toBe(200);
    expect((await officer.call(review, { person, role, keep: false })).status).toBe(200);
    expect((await member.call(show, {})).status).toBe(401);
  }
});

test('no server met a fault on the way', () => {
  expect(world.faults.map((one) => one.message)).toEqual([]);
});
