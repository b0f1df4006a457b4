import * as account from '@axent/account/contract';
import * as entry from '@axent/account/contract/entry';
import * as ways from '@axent/account/contract/ways';
import * as wechat from '@axent/account/contract/wechat';
import { correct, holdings } from '@axent/privacy/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { authenticatorCode, type Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { official, openWechat, type WechatPeer, type WechatUser, website, wechatAt } from './peer.ts';

let world: World;
let peer: WechatPeer;
beforeAll(async () => {
  peer = await openWechat();
  world = await openWorld({ wechat: wechatAt(peer.url) });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
  await peer.close();
});

/** All come from one address, which may ask so often a minute. */
beforeEach(() => world.pass(61_000));

let people = 0;
/** Somebody new. Their ids differ from app to app; the union id is one. */
function somebody(more: Partial<WechatUser> = {}): WechatUser {
  people += 1;
  const open_ids = { [website.id]: `oWebsite_${people}`, [official.id]: `oOfficial_${people}` };
  return { union_id: `oUnion_${people}`, nickname: `小水 ${people}`, open_ids, ...more };
}
/** The same, before the operator bound the apps to each other. */
const unbound = (user: WechatUser): WechatUser => ({
  open_ids: user.open_ids,
  ...(user.nickname === undefined ? {} : { nickname: user.nickname }),
});

const inside_wechat = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0.50';
const comer = async () => await world.visitor().accept();
const stateOf = (url: string) => new URL(url).searchParams.get('state') ?? '';

async function goes(visitor: Visitor): Promise<string> {
  const { body } = await visitor.call(wechat.beginWechat, {});
  expect(body.code).toBe(undefined);
  return stateOf(body.url);
}

/** A browser goes to WeChat and comes back with somebody's consent. */
async function enters(user: WechatUser, { app = website.id, as }: { app?: string; as?: Visitor } = {}) {
  const visitor = as ?? (await comer());
  if (app === official.id) visitor.headers = { 'user-agent': inside_wechat };
  const state = await goes(visitor);
  const answer = await visitor.call(wechat.signInWechat, { code: peer.consent(user, app), state });
  return { visitor, answer };
}

async function connects(visitor: Visitor, user: WechatUser) {
  const { body } = await visitor.call(wechat.beginConnectingWechat, {});
  const code = peer.consent(user);
  return await visitor.call(wechat.connectWechat, { code, state: stateOf(body.url) });
}

async function personOf(visitor: Visitor): Promise<string> {
  const { body } = await visitor.call(account.show, {});
  expect(body.actor).toBe('person');
  const devices = await visitor.call(account.devices, {});
  const here = devices.body.devices.find((one) => one.this_device)?.id;
  const { rows } = await world.kernel.pools.owner.query(
    'select distinct person_id from kernel.session where device_id = $1',
    [here],
  );
  return rows[0]?.person_id;
}
const count = async (table: string): Promise<number> =>
  Number((await world.kernel.pools.owner.query(`select count(*) from ${table}`)).rows[0].count);

test('C.profile U.authentication @operation: WeChat lets its person in, with nickname and picture as profile data', async () => {
  const picture = 'http://thirdwx.qlogo.cn/mmopen/vi_32/abc/132';
  const user = somebody({ nickname: 'Wäss\u202eerli 💧', picture });
  const { visitor, answer } = await enters(user);
  expect(answer.body).toEqual({ created: true, offered: [], second: [] });
  expect((await visitor.call(ways.ownWays, {})).body).toMatchObject({
    wechat: { nickname: 'Wässerli 💧' },
    wechat_offered: true,
  });
  const { body } = await visitor.call(holdings, {});
  expect(body.holdings.find((one) => one.category === 'wechat')?.items[0]?.value).toEqual({
    wechat_id: user.union_id,
    nickname: 'Wässerli 💧',
    profile: picture.replace('http:', 'https:'),
  });
  const back = await enters(user);
  expect(back.answer.body.created).toBe(false);
  expect(await personOf(back.visitor)).toBe(await personOf(visitor));
});

test('C.profile U.rights @operation: what was corrected or taken away stays so at the next sign-in', async () => {
  const user = somebody({ nickname: 'before', picture: 'https://wx.qlogo.cn/mmopen/a/0' });
  const { visitor } = await enters(user);
  const held = (await visitor.call(holdings, {})).body.holdings.find((one) => one.category === 'wechat');
  const { place = '', id = '' } = held?.items[0] ?? {};
  expect((await visitor.call(correct, { place, id, value: { nickname: 'after', profile: '' } })).status).toBe(
    200,
  );
  const refused = await visitor.call(correct, { place, id, value: { wechat_id: 'other' } });
  expect(refused.body.code).toBe('not_correctable');
  const back = await enters(user);
  expect((await back.visitor.call(ways.ownWays, {})).body.wechat).toEqual({ nickname: 'after' });
  const kept = (await back.visitor.call(holdings, {})).body.holdings.find((one) => one.category === 'wechat');
  expect(kept?.items[0]?.value).toMatchObject({ nickname: 'after', profile: '' });
});

test('what is kept of a WeChat account is sealed, and its ids are keyed hashes', async () => {
  const user = somebody({ nickname: 'Plainly readable' });
  await enters(user);
  const { rows } = await world.kernel.pools.owner.query(
    `select encode(sealed, 'escape') as kept from app.wechat
     union all select encode(hash, 'escape') from kernel.identifier`,
  );
  expect(rows.length).toBeGreaterThan(2);
  for (const { kept } of rows) expect(kept).not.toMatch(/Plainly readable|oUnion_|oWebsite_/);
});

test('C.profile @operation: one person in two apps is one account by the union id, without it one for each app', async () => {
  const bound = somebody();
  const [outside, inside] = [await enters(bound), await enters(bound, { app: official.id })];
  expect(inside.answer.body.created).toBe(false);
  expect(await personOf(inside.visitor)).toBe(await personOf(outside.visitor));
  const alone = unbound(somebody());
  const [one, again] = [await enters(alone), await enters(alone)];
  expect([one.answer.body.created, again.answer.body.created]).toEqual([true, false]);
});

test('C.profile @operation: a union id that appears later is merged: the other app finds the same account', async () => {
  const user = somebody();
  const { visitor } = await enters(unbound(user));
  expect((await enters(user)).answer.body.created).toBe(false);
  const inside = await enters(user, { app: official.id });
  expect(inside.answer.body.created).toBe(false);
  expect(await personOf(inside.visitor)).toBe(await personOf(visitor));
  const held = (await visitor.call(holdings, {})).body.holdings.find((one) => one.category === 'wechat');
  expect(held?.items.map(({ value }) => value['wechat_id'])).toEqual([user.union_id]);
});

test('accounts that were begun before WeChat told that they are one person’s keep each their own door', async () => {
  const user = somebody();
  const outside = await enters(unbound(user));
  const inside = await enters(unbound(user), { app: official.id });
  const later = [await enters(user), await enters(user, { app: official.id })];
  expect(later.map(({ answer }) => answer.body.created)).toEqual([false, false]);
  expect(await personOf(later[0]?.visitor as Visitor)).toBe(await personOf(outside.visitor));
  expect(await personOf(later[1]?.visitor as Visitor)).toBe(await personOf(inside.visitor));
});

test('two that come with one WeChat account at the same moment make one account', async () => {
  const user = somebody();
  const before = await count('kernel.person');
  const visitors = await Promise.all(Array.from({ length: 6 }, comer));
  const apps = visitors.map((_, place) => (place % 2 === 0 ? website.id : official.id));
  const answers = await Promise.all(
    visitors.map((as, place) => enters(user, { as, app: apps[place] ?? '' })),
  );
  expect(answers.map(({ answer }) => answer.status)).toEqual(answers.map(() => 200));
  expect(answers.filter(({ answer }) => answer.body.created)).toHaveLength(1);
  expect(await count('kernel.person')).toBe(before + 1);
  expect(new Set(await Promise.all(answers.map(({ visitor }) => personOf(visitor)))).size).toBe(1);
});

test('the browser goes to WeChat’s page by QR code, or inside WeChat to its consent, and back to our own page alone', async () => {
  const visitor = await comer();
  const outside = new URL((await visitor.call(wechat.beginWechat, {})).body.url);
  expect(outside.origin + outside.pathname + outside.hash).toBe(
    `${peer.url}/connect/qrconnect#wechat_redirect`,
  );
  expect(Object.fromEntries(outside.searchParams)).toMatchObject({
    appid: website.id,
    redirect_uri: 'http://localhost/sign-in/wechat',
    response_type: 'code',
    scope: 'snsapi_login',
  });
  expect(outside.search).not.toContain(website.secret);
  visitor.headers = { 'user-agent': inside_wechat };
  const inside = new URL((await visitor.call(wechat.beginWechat, {})).body.url);
  expect(inside.pathname).toBe('/connect/oauth2/authorize');
  expect([...inside.searchParams.keys()]).toEqual([
    'appid',
    'redirect_uri',
    'response_type',
    'scope',
    'state',
  ]);
  expect(inside.searchParams.get('scope')).toBe('snsapi_userinfo');
  expect(inside.searchParams.get('state')).toMatch(/^[0-9a-f]{64}$/);
});

test('U.authentication @operation: a state counts once, for ten minutes, in its browser, for what it was made for', async () => {
  const visitor = await comer();
  const user = somebody();
  const tried = async (who: Visitor, state: string) =>
    (await who.call(wechat.signInWechat, { code: peer.consent(user), state })).body.code;
  const before = peer.asked.length;
  const state = await goes(visitor);
  const stranger = await comer();
  await goes(stranger);
  expect(await tried(stranger, state)).toBe('wechat_state');
  expect(await tried(await comer(), state)).toBe('wechat_state');
  expect(
    await tried(
      visitor,
      state.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
    ),
  ).toBe('wechat_state');
  expect(await tried(visitor, 'ab')).toBe('wechat_state');
  const owner = await (await comer()).signIn('state@example.org');
  const connecting = stateOf((await owner.call(wechat.beginConnectingWechat, {})).body.url);
  await owner.call(account.signOut, {});
  expect(await tried(owner, connecting)).toBe('wechat_state');
  // WeChat was asked for none of these.
  expect(peer.asked.length).toBe(before);
  const old = await goes(visitor);
  world.pass(601_000);
  expect(await tried(visitor, old)).toBe('wechat_state');
  const late = await goes(visitor);
  expect(await tried(visitor, late)).toBe(undefined);
  await visitor.call(account.signOut, {});
  expect(await tried(visitor, late)).toBe('wechat_state');
});

test('a callback that comes twice at once lets in once, and makes one account', async () => {
  const user = somebody();
  const visitor = await comer();
  const input = { code: peer.consent(user), state: await goes(visitor) };
  const before = await count('kernel.person');
  const answers = await Promise.all([1, 2].map(() => visitor.call(wechat.signInWechat, input)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(answers.find(({ status }) => status === 422)?.body.code).toBe('wechat_refused');
  expect(await count('kernel.person')).toBe(before + 1);
});

test('C.profile @operation: WeChat is connected and disconnected by its person, never another’s and never the last way', async () => {
  const user = somebody({ nickname: 'connected' });
  const owner = await (await comer()).signIn('connects@example.org');
  await world.freshen();
  expect((await connects(owner, user)).body).toEqual({ nickname: 'connected' });
  const { visitor, answer } = await enters(user, { app: official.id });
  expect(answer.body.created).toBe(false);
  expect((await visitor.call(account.contact, {})).body.email).toBe('connects@example.org');
  const thief = await (await comer()).signIn('other@example.org');
  await world.freshen();
  const taken = await connects(thief, user);
  expect([taken.status, taken.body.code]).toEqual([409, 'wechat_taken']);
  expect((await thief.call(ways.ownWays, {})).body.wechat).toBeNull();
  expect((await thief.call(wechat.disconnectWechat, {})).body.code).toBe('way_unknown');
  expect((await owner.call(wechat.disconnectWechat, {})).status).toBe(200);
  expect((await owner.call(ways.ownWays, {})).body.wechat).toBeNull();
  expect((await connects(thief, user)).status).toBe(200);
  const alone = await enters(somebody());
  await world.freshen();
  const last = await alone.visitor.call(wechat.disconnectWechat, {});
  expect([last.status, last.body.code]).toEqual([409, 'last_way']);
  expect((await alone.visitor.call(ways.ownWays, {})).body.wechat).not.toBeNull();
});

test('connecting another WeChat account takes the place of the one before, which opens nothing any more', async () => {
  const [first, second] = [somebody(), somebody({ nickname: 'second' })];
  const owner = await (await comer()).signIn('replaces@example.org');
  await world.freshen();
  await connects(owner, first);
  expect((await connects(owner, second)).status).toBe(200);
  expect((await owner.call(ways.ownWays, {})).body.wechat).toEqual({ nickname: 'second' });
  expect((await enters(second)).answer.body.created).toBe(false);
  expect((await enters(first)).answer.body.created).toBe(true);
});

test('U.authentication @operation: connecting asks for a fresh sign-in, at the beginning and at the end', async () => {
  const owner = await (await comer()).signIn('fresh@example.org');
  await world.freshen();
  const { body } = await owner.call(wechat.beginConnectingWechat, {});
  const code = peer.consent(somebody());
  await world.kernel.pools.owner.query(`update kernel.session set fresh_at = now() - interval '1 day'`);
  for (const refused of [
    await owner.call(wechat.beginConnectingWechat, {}),
    await owner.call(wechat.connectWechat, { code, state: stateOf(body.url) }),
    await owner.call(wechat.disconnectWechat, {}),
  ])
    expect(refused.body.code).toBe('fresh_sign_in_needed');
});

test('C.credentials @operation: whoever has a second step owes it after WeChat as well', async () => {
  const user = somebody();
  const { visitor } = await enters(user);
  await world.freshen();
  const { secret } = (await visitor.call(ways.beginAuthenticator, {})).body;
  const code = authenticatorCode(secret, world.kernel.clock());
  const { recovery_codes } = (await visitor.call(ways.finishAuthenticator, { code })).body;
  const back = await enters(user);
  expect(back.answer.body.second).toEqual(['authenticator', 'recovery']);
  expect((await back.visitor.call(account.show, {})).body.actor).toBe('visitor');
  const done = await back.visitor.call(entry.signInSecond, { code: recovery_codes[0] ?? '' });
  expect(done.body.second).toEqual([]);
  expect(await personOf(back.visitor)).toBe(await personOf(visitor));
});

test('not offered where nothing is set: neither by QR code nor inside WeChat', async () => {
  const plain = await openWorld({ wechat: { ...wechatAt(peer.url), website: null } });
  try {
    const visitor = await plain.visitor().accept();
    expect((await visitor.call(account.ways, {})).body.wechat).toBe(false);
    const refused = await visitor.call(wechat.beginWechat, {});
    expect([refused.status, refused.body.code]).toEqual([409, 'wechat_not_offered']);
    visitor.headers = { 'user-agent': inside_wechat };
    expect((await visitor.call(account.ways, {})).body.wechat).toBe(true);
  } finally {
    await plain.close();
  }
});
