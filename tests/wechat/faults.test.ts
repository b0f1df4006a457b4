import * as account from '@axent/account/contract';
import * as wechat from '@axent/account/contract/wechat';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { wechatClient } from '../../features/account/server/wechat.client.ts';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { type Fault, openWechat, type WechatPeer, website, wechatAt } from './peer.ts';

let world: World;
let peer: WechatPeer;
let visitor: Visitor;
let state: string;
let people = 0;
let persons = 0;
beforeAll(async () => {
  peer = await openWechat();
  world = await openWorld({ wechat: wechatAt(peer.url) });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
  await peer.close();
});
const personsMade = async (): Promise<number> =>
  Number((await world.kernel.pools.owner.query('select count(*) from kernel.person')).rows[0].count);
beforeEach(async () => {
  world.pass(61_000);
  visitor = await world.visitor().accept();
  const { body } = await visitor.call(wechat.beginWechat, {});
  state = new URL(body.url).searchParams.get('state') ?? '';
  persons = await personsMade();
});

const consent = () => {
  people += 1;
  return peer.consent({ union_id: `oUnionOf_${people}`, open_ids: { [website.id]: `oOpenOf_${people}` } });
};
const comesBack = async (code = consent()) => await visitor.call(wechat.signInWechat, { code, state });

/** Refused as told, with nobody let in and no account made. */
async function refused(code: string, how = comesBack): Promise<void> {
  const answer = await how();
  expect([answer.body.code, (await visitor.call(account.show, {})).body.actor]).toEqual([code, 'visitor']);
  expect(await personsMade()).toBe(persons);
}

const errors: readonly (readonly [number, string, string])[] = [
  [40029, 'invalid code', 'wechat_refused'],
  [40163, 'code been used', 'wechat_refused'],
  [42001, 'access_token expired', 'wechat_refused'],
  [-1, 'system error', 'wechat_down'],
  [45011, 'api minute-quota reach limit', 'wechat_down'],
  [99999, 'a number of next year', 'wechat_down'],
  [40013, 'invalid appid', 'wechat_misconfigured'],
  [40125, 'invalid appsecret', 'wechat_misconfigured'],
  [48001, 'api unauthorized', 'wechat_misconfigured'],
];
test.each(errors)(
  'error %i (%s), which comes with status 200, is told as %s',
  async (errcode, errmsg, code) => {
    peer.fail('token', { errcode, errmsg });
    await refused(code);
  },
);

test('a code that nobody was given is refused, and one that was used before', async () => {
  await refused('wechat_refused', async () => await comesBack('0forged'));
  const code = consent();
  expect((await comesBack(code)).status).toBe(200);
  await visitor.call(account.signOut, {});
  const { body } = await visitor.call(wechat.beginWechat, {});
  state = new URL(body.url).searchParams.get('state') ?? '';
  expect((await comesBack(code)).body.code).toBe('wechat_refused');
});

const strange: readonly (readonly [string, Fault])[] = [
  ['no JSON', { raw: '<html>' }],
  ['half of it', { raw: '{"access_token":"' }],
  ['a list', { raw: '[]' }],
  ['no id', { answer: { openid: undefined } }],
  ['an id that is none', { answer: { openid: 'o/../x' } }],
  ['an id that is a number', { answer: { openid: 12_345_678 } }],
  ['a union id that is none', { answer: { unionid: { a: 1 } } }],
  ['a token with a line break', { answer: { access_token: 'a\r\nb' } }],
  ['far too much', { raw: `{"openid":"${'a'.repeat(100_000)}"}` }],
  ['a status of trouble', { raw: '{"openid":"oOpenOf_1"}', status: 502 }],
  ['the way to another host', { raw: '', status: 302, headers: { location: 'http://127.0.0.1:9/' } }],
];
test.each(strange)('an answer that is %s lets nobody in', async (_, fault) => {
  peer.fail('token', fault);
  await refused('wechat_down');
});

test('answers that speak of two people are believed for neither', async () => {
  for (const answer of [{ openid: 'oSomebodyElse' }, { unionid: 'oSomebodyElse' }]) {
    peer.fail('userinfo', { answer }, { answer });
    await refused('wechat_down');
  }
});

test('a preview inside WeChat, which has a made-up account, makes none here', async () => {
  peer.fail('token', { answer: { is_snapshotuser: 1 } });
  await refused('wechat_preview');
});

test('WeChat is busy for a moment after the code was spent: it is asked once more', async () => {
  peer.fail('userinfo', { errcode: -1, errmsg: 'system error' });
  expect((await comesBack()).body).toMatchObject({ created: true });
  peer.fail('userinfo', { errcode: -1, errmsg: 'system error' }, { errcode: -1, errmsg: 'system error' });
  const other = await world.visitor().accept();
  const { body } = await other.call(wechat.beginWechat, {});
  const input = { code: consent(), state: new URL(body.url).searchParams.get('state') ?? '' };
  expect((await other.call(wechat.signInWechat, input)).body.code).toBe('wechat_down');
});

test('an answer that is late keeps nobody else waiting, holds no connection, and the same way back still counts', async () => {
  peer.fail('token', { silent: true });
  const code = consent();
  const waiting = comesBack(code);
  await expect.poll(() => peer.asked.at(-1)?.query['code']).toBe(code);
  const { rows } = await world.kernel.pools.owner.query(
    `select count(*)::integer as held from pg_stat_activity
     where datname = current_database() and state = 'idle in transaction'`,
  );
  expect(rows[0].held).toBe(0);
  const begun = performance.now();
  await (await world.visitor().accept()).call(wechat.beginWechat, {});
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect((await waiting).body.code).toBe('wechat_down');
  expect(await personsMade()).toBe(persons);
  expect((await comesBack(code)).body).toMatchObject({ created: true });
}, 30_000);

test('no more than fifty questions wait at WeChat at once; whoever comes then is told so at once', async () => {
  const code = consent();
  peer.fail('token', ...Array.from({ length: 50 }, (): Fault => ({ silent: true })));
  const client = wechatClient(wechatAt(peer.url));
  const waiting = Array.from({ length: 50 }, () => client.identify('website', code).catch((error) => error));
  const begun = performance.now();
  await expect(client.identify('website', code)).rejects.toMatchObject({ code: 'wechat_down' });
  expect(performance.now() - begun).toBeLessThan(1_000);
  for (const error of await Promise.all(waiting)) expect(error).toMatchObject({ code: 'wechat_down' });
  expect((await client.identify('website', code)).open_id).toBe(`oOpenOf_${people}`);
}, 30_000);

test('nobody answers there at all: the person is told, other ways go on', async () => {
  const gone = await openWechat();
  const alone = await openWorld({ on: world, wechat: wechatAt(gone.url) });
  await gone.close();
  try {
    const somebody = await alone.visitor().accept();
    const { body } = await somebody.call(wechat.beginWechat, {});
    const input = { code: '0abc', state: new URL(body.url).searchParams.get('state') ?? '' };
    const answer = await somebody.call(wechat.signInWechat, input);
    expect([answer.status, answer.body.code]).toEqual([424, 'wechat_down']);
    await somebody.signIn('goes.on@example.org');
  } finally {
    await alone.close();
  }
});
