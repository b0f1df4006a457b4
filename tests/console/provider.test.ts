import { review } from '@axent/access/contract';
import { show as account } from '@axent/account/contract';
import { systemOf } from '@axent/kernel';
import {
  invite,
  prove,
  provider,
  providerConfirm,
  providerConnect,
  providerDisconnect,
  providerEnter,
  providerRedeem,
  providerReturn,
  redeem,
  show,
} from '@axent/staff/contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { firstLink } from '../../apps/server/compose.ts';
import { atOwnAddress } from '../matrix/actors.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { CompanyBrowser, openProvider, type ProviderPeer } from './provider.peer.ts';

let world: World;
let peer: ProviderPeer;
let officer: Visitor;
const email = 'officer@axent.example';

beforeAll(async () => {
  peer = await openProvider(new URL('http://localhost'));
  world = await openWorld({ provider: peer.settings, server: { trustedProxies: ['127.0.0.1', '::1'] } });
  const token = (await firstLink(systemOf(world.kernel))) ?? '';
  officer = await newcomer();
  await officer.call(prove, { token, email, language: 'en' });
  await officer.call(redeem, { token, email, code: await officer.codeFor(email) });
  await officer.takeSecondStep(email);
});
afterEach(() => peer.lie(null));
afterAll(async () => {
  await world.close();
  await peer.close();
});

/** Each comes from an address of their own, so that limits of calls count for themselves. */
const newcomer = () => atOwnAddress(world.visitor()).accept();

type Going = typeof providerEnter | typeof providerConnect | typeof providerConfirm;

async function go(visitor: Visitor, contract: Going): Promise<string> {
  const { status, body } = await visitor.call(contract, {});
  if (status !== 200) throw new Error(`${contract.name} answered ${body.code}`);
  return body.url;
}

/** Somebody's whole way by the provider, up to what the server says of it. */
async function come(login: string, two = false, visitor?: Visitor) {
  const who = visitor ?? (await newcomer());
  const answer = await new CompanyBrowser().signIn(await go(who, providerEnter), login, two);
  return { visitor: who, answer, said: await who.call(providerReturn, { answer }) };
}

async function link(role: 'agent' | 'security' | 'marketer'): Promise<string> {
  await world.freshen();
  const made = await officer.call(invite, { role });
  if (made.status !== 200) throw new Error(`inviting answered ${made.body.code}`);
  return made.body.token;
}

/** Somebody who used a link up with a company account that asked for two factors. */
async function become(login: string, role: 'agent' | 'security' | 'marketer'): Promise<Visitor> {
  const visitor = await newcomer();
  const { body } = await visitor.call(providerRedeem, { token: await link(role) });
  const answer = await new CompanyBrowser().signIn(body.url, login, true);
  const said = await visitor.call(providerReturn, { answer });
  expect([said.status, said.body]).toMatchObject([200, { aim: 'redeem', entered: { second: [] } }]);
  return visitor;
}

test('it is offered by name; the server did not ask the provider anything to start', async () => {
  const { body } = await world.visitor().call(provider, {});
  expect(body).toEqual({ name: 'Example AG', connected: false, leave_url: null });
});

test('U.authentication @operation: a subject that nobody here has is refused, and becomes nobody', async () => {
  const { said, visitor } = await come('stranger', true);
  expect([said.status, said.body.code]).toEqual([403, 'provider_unknown']);
  expect((await visitor.call(account, {})).body.actor).toBe('visitor');
  const { rows } = await world.kernel.pools.owner.query(`select count(*)::int as n from kernel.person`);
  expect(rows[0].n).toBe(1);
});

test('a member of staff connects their company account when fresh, and comes in by it', async () => {
  await world.kernel.pools.owner.query(`update kernel.session set fresh_at = now() - interval '1 hour'`);
  expect((await officer.call(providerConnect, {})).body.code).toBe('fresh_sign_in_needed');
  await world.freshen();
  const answer = await new CompanyBrowser().signIn(await go(officer, providerConnect), 'ada', true);
  const said = await officer.call(providerReturn, { answer });
  expect([said.status, said.body]).toMatchObject([200, { aim: 'connect', entered: { second: [] } }]);
  const { body } = await officer.call(provider, {});
  expect(body.connected).toBe(true);
  expect(body.leave_url).toMatch(/\/session\/end\?client_id=axent-console$/);
  const entered = await come('ada', true);
  expect([entered.said.status, entered.said.body]).toMatchObject([
    200,
    { aim: 'enter', entered: { second: [] } },
  ]);
  expect((await entered.visitor.call(show, {})).body).toMatchObject({
    roles: ['privacy_officer'],
    fresh: true,
  });
});

test('neither the account there nor what was sent is stored: only keyed hashes are', async () => {
  const visitor = await newcomer();
  const url = new URL(await go(visitor, providerEnter));
  const { rows } = await world.kernel.pools.owner.query(
    `select row_to_json(r) as row from app.staff_provider_request r
     union all select row_to_json(i) from kernel.identifier i`,
  );
  const stored = JSON.stringify(rows);
  expect(rows.length).toBeGreaterThan(2);
  for (const secret of [url.searchParams.get('state') ?? '', url.searchParams.get('nonce') ?? '', 'ada'])
    expect(stored.includes(secret)).toBe(false);
  expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  expect(url.searchParams.get('response_mode')).toBe('fragment');
  expect(url.searchParams.get('scope')).toBe('openid');
});

test('the browser gets no token, and the server keeps none', async () => {
  const { answer, said } = await come('ada', true);
  expect([...new URLSearchParams(answer).keys()].sort()).toEqual(['code', 'iss', 'state']);
  expect(said.status).toBe(200);
  expect(peer.tokens.length).toBeGreaterThan(1);
  const told = JSON.stringify([said.body, ...said.headers]);
  expect(peer.tokens.filter((token) => told.includes(token))).toEqual([]);
  const { rows } = await world.kernel.pools.owner.query(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('app', 'kernel') and table_type = 'BASE TABLE'`,
  );
  expect(rows.length).toBeGreaterThan(20);
  for (const { name } of rows) {
    const held = await world.kernel.pools.owner.query(
      `select count(*)::int as n from ${name} as t, unnest($1::text[]) as token
       where position(token in t::text) > 0 or position(encode(token::bytea, 'hex') in t::text) > 0`,
      [peer.tokens],
    );
    expect([name, held.rows[0].n]).toEqual([name, 0]);
  }
});

test('who somebody is rests on issuer and subject alone, not on what else the provider says of them', async () => {
  peer.lie((own) => ({ ...own, email, email_verified: true, preferred_username: 'ada', name: 'ada' }));
  expect((await come('somebody-else', true)).said.body.code).toBe('provider_unknown');
  peer.lie((own) => ({ ...own, email: 'somebody@example.org', name: 'another' }));
  expect((await come('ada', true)).said.status).toBe(200);
});

test('where the provider asked for one factor only, the second step here is asked for as well', async () => {
  const { said, visitor } = await come('ada');
  expect(said.body).toMatchObject({ aim: 'enter', entered: { second: ['authenticator', 'recovery'] } });
  expect((await visitor.call(show, {})).status).toBe(401);
  await visitor.takeSecondStep(email, said.body.entered.second);
  expect((await visitor.call(show, {})).status).toBe(200);
});

test('an answer counts once, in the browser that asked, and only with its own state', async () => {
  const asks = await newcomer();
  const answer = await new CompanyBrowser().signIn(await go(asks, providerEnter), 'ada', true);
  const elsewhere = await (await newcomer()).call(providerReturn, { answer });
  expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'provider_expired']);
  const other = await newcomer();
  await go(other, providerEnter);
  expect((await other.call(providerReturn, { answer })).body.code).toBe('provider_expired');
  const changed = answer.replace(
    /state=[^&]+/,
    (state) => `${state.slice(0, -1)}${state.endsWith('A') ? 'B' : 'A'}`,
  );
  expect((await asks.call(providerReturn, { answer: changed })).body.code).toBe('provider_expired');
  expect((await asks.call(providerReturn, { answer })).status).toBe(200);
  const left = asks.cookies.get('axent-session');
  asks.cookies.delete('axent-session');
  const replayed = await asks.call(providerReturn, { answer });
  expect([replayed.status, replayed.body.code]).toEqual([422, 'provider_refused']);
  expect(asks.cookies.get('axent-session')).not.toBe(left);
});

const now_s = () => Math.floor(Date.now() / 1000);

test.each([
  ['of another audience', { aud: 'another-client' }],
  ['that has run out', { exp: now_s() - 120, iat: now_s() - 600 }],
  ['of another issuer', { iss: 'https://login.example.org' }],
  ['with another nonce', { nonce: 'another' }],
  ['of a sign-in of yesterday', { auth_time: now_s() - 86_400 }],
])('an identity token %s is refused', async (_name, claims) => {
  peer.lie((own) => ({ ...own, ...claims }));
  const { said, visitor } = await come('ada', true);
  expect([said.status, said.body.code]).toEqual([422, 'provider_refused']);
  expect((await visitor.call(show, {})).status).toBe(401);
});

test('an identity token signed by another key is refused, though it says what is true', async () => {
  peer.lie((own) => own, true);
  expect((await come('ada', true)).said.body.code).toBe('provider_refused');
  peer.lie((own) => own);
  expect((await come('ada', true)).said.status).toBe(200);
});

test('who breaks off at the provider is told so', async () => {
  const { said } = await come('nobody');
  expect([said.status, said.body.code]).toEqual([422, 'provider_declined']);
});

test('confirming that it is oneself takes a new sign-in there, by the same person', async () => {
  const { visitor } = await come('ada', true);
  await world.kernel.pools.owner.query(`update kernel.session set fresh_at = now() - interval '1 hour'`);
  const url = await go(visitor, providerConfirm);
  expect(new URL(url).searchParams.get('prompt')).toBe('login');
  const answer = await new CompanyBrowser().signIn(url, 'ada');
  expect((await visitor.call(providerReturn, { answer })).body).toMatchObject({
    aim: 'confirm',
    entered: { second: [] },
  });
  expect((await visitor.call(show, {})).body.fresh).toBe(true);
  const other = await new CompanyBrowser().signIn(await go(visitor, providerConfirm), 'stranger', true);
  expect((await visitor.call(providerReturn, { answer: other })).body.code).toBe('provider_unknown');
  peer.lie((own) => ({ ...own, auth_time: now_s() - 300 }));
  const stale = await new CompanyBrowser().signIn(await go(visitor, providerConfirm), 'ada', true);
  expect((await visitor.call(providerReturn, { answer: stale })).body.code).toBe('provider_refused');
});

test('what one member of staff began is not done for another who sits there meanwhile', async () => {
  await world.freshen();
  const other = await become('grace', 'security');
  await world.freshen();
  const answer = await new CompanyBrowser().signIn(await go(other, providerConnect), 'grace-two', true);
  other.cookies.set('axent-session', officer.cookies.get('axent-session') ?? '');
  expect((await other.call(providerReturn, { answer })).body.code).toBe('provider_expired');
});

test('S.access @operation: a link is used up with a company account, once; its role is that of the link', async () => {
  const agent = await become('tove', 'agent');
  expect((await agent.call(show, {})).body.roles).toEqual(['agent']);
  const again = await newcomer();
  const { body } = await again.call(providerRedeem, { token: await link('marketer') });
  const answer = await new CompanyBrowser().signIn(body.url, 'tove', true);
  const said = await again.call(providerReturn, { answer });
  expect([said.status, said.body.code]).toEqual([409, 'provider_taken']);
});

test('who has one way in keeps it; who has another forgets the company account', async () => {
  const { visitor } = await come('tove', true);
  expect((await visitor.call(providerDisconnect, {})).body.code).toBe('last_way');
  await world.freshen();
  expect((await officer.call(providerDisconnect, {})).status).toBe(200);
  expect((await come('ada', true)).said.body.code).toBe('provider_unknown');
});

test('S.access @operation: who is taken away is out with the next request, whatever the provider says', async () => {
  const { visitor, said } = await come('tove', true);
  expect(said.status).toBe(200);
  await world.freshen();
  const { rows } = await world.kernel.pools.owner.query(
    `select person_id from kernel.role where role = 'agent'`,
  );
  const taken = await officer.call(review, { person: rows[0].person_id, role: 'agent', keep: false });
  expect(taken.status).toBe(200);
  expect((await visitor.call(show, {})).status).toBe(401);
  expect((await come('tove', true)).said.body.code).toBe('provider_unknown');
});

test('an answer that comes later than ten minutes is refused', async () => {
  const visitor = await newcomer();
  const answer = await new CompanyBrowser().signIn(await go(visitor, providerEnter), 'ada', true);
  world.pass(601_000);
  expect((await visitor.call(providerReturn, { answer })).body.code).toBe('provider_expired');
});

test('a provider that is down is told as such; a mail code still lets in; once back it is asked again', async () => {
  const visitor = await newcomer();
  const answer = await new CompanyBrowser().signIn(await go(visitor, providerEnter), 'grace', true);
  await peer.goAway();
  const said = await visitor.call(providerReturn, { answer });
  expect([said.status, said.body.code]).toEqual([409, 'provider_away']);
  expect(said.body.detail).toMatch(/mail/);
  world.pass(3_700_000);
  expect((await (await newcomer()).call(providerEnter, {})).body.code).toBe('provider_away');
  const known = await (await newcomer()).signIn(email);
  expect((await known.call(show, {})).status).toBe(200);
  await peer.comeBack();
  expect((await come('grace', true)).said.status).toBe(200);
  expect(peer.faults.length).toBeGreaterThan(0);
});

test('a description that names another issuer is not believed', async () => {
  world.pass(3_700_000);
  peer.pose('https://login.example.org');
  expect((await (await newcomer()).call(providerEnter, {})).body.code).toBe('provider_away');
  peer.pose(null);
  expect((await come('grace', true)).said.status).toBe(200);
});

test('no server met a fault on the way', () => {
  expect(world.faults.map((one) => one.message)).toEqual([]);
});
