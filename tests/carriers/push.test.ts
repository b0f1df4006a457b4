import { resetDevice, signOut } from '@axent/account/contract';
import { type Carrier, type Outbound, uuidv7 } from '@axent/kernel';
import { deriveSecrets } from '@axent/kernel/vault';
import { closePush, openPush, pushState } from '@axent/messages/contract';
import { isPublicAddress, messages, pushCarrier, reachOf, vapidKeys } from '@axent/messages/server';
import { holdings } from '@axent/privacy/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Visitor } from '../visitor.ts';
import { openWorld, type World } from '../world.ts';
import { makeCertificate } from './certificate.ts';
import { type HttpPeer, httpPeer } from './http.peer.ts';
import { checkVapid, PushBrowser } from './push.peer.ts';
import { until } from './until.ts';

const certificate = makeCertificate();
const { derive } = deriveSecrets(Buffer.alloc(32, 7));
const keys = vapidKeys(derive);
let service: HttpPeer;
let world: World;
let carrier: Carrier;
beforeAll(async () => {
  service = await httpPeer(certificate);
  const services = [service.host, 'push.example.com', '*.push.example.net'];
  carrier = pushCarrier({
    id: 'push.web',
    services,
    keys,
    subject: 'mailto:privacy@axent.example',
    ca: certificate.cert,
  });
  world = await openWorld({
    features: [messages({ home: 'http://localhost', push_key: keys.public_key, push_services: services })],
    carriers: (outbox) => [outbox.carrier('mail'), carrier],
  });
});
afterAll(async () => {
  expect(world.faults).toEqual([]);
  await world.close();
  await carrier.close();
  await service.stop();
});
beforeEach(() => {
  service.taken.length = 0;
  service.answer = (response) => response.writeHead(201).end();
});

let people = 0;
const newcomer = async () => await world.visitor().accept();
async function somebody(): Promise<{ readonly person: Visitor; readonly email: string }> {
  people += 1;
  const email = `push-${people}@example.org`;
  return { person: await (await newcomer()).signIn(email), email };
}

let browsers = 0;
/** A person who opened messages in their browser. */
async function withPush() {
  const { person, email } = await somebody();
  browsers += 1;
  const browser = new PushBrowser(`${service.origin}/push/${browsers}`);
  const opened = await person.call(openPush, browser.subscription);
  expect(opened.body).toEqual({ open: true, key: keys.public_key });
  return { person, email, browser };
}

const sentTo = (browser: PushBrowser) => service.taken.filter(({ path }) => browser.endpoint.endsWith(path));

test('every server of an installation has the same pair of keys, another installation another', () => {
  expect(vapidKeys(deriveSecrets(Buffer.alloc(32, 7)).derive)).toEqual(keys);
  expect(vapidKeys(deriveSecrets(Buffer.alloc(32, 8)).derive)).not.toEqual(keys);
});

test('C.profile @operation: a browser’s address is held with the person, shown to them, and goes when they close it', async () => {
  const { person, browser } = await withPush();
  expect((await person.call(pushState, {})).body.open).toBe(true);
  const held = async () =>
    (await person.call(holdings, {})).body.holdings
      .flatMap(({ category, items }) => (category === 'contact' ? items : []))
      .filter(({ place }) => place.startsWith('app.push_subscription'));
  expect((await held()).map(({ value }) => value.push)).toEqual([expect.stringContaining(browser.endpoint)]);
  const { rows } = await world.kernel.pools.owner.query('select p::text from app.push_subscription p');
  expect(JSON.stringify(rows)).not.toContain('localhost');
  const renewed = new PushBrowser(`${browser.endpoint}-renewed`);
  await person.call(openPush, renewed.subscription);
  expect((await held()).map(({ value }) => value.push)).toEqual([expect.stringContaining('-renewed')]);
  expect((await person.call(closePush, {})).body.open).toBe(false);
  expect(await held()).toEqual([]);
});

test.each([
  'https://evil.example/push/1',
  'http://push.example.com/push/1',
  'https://push.example.com:8443/push/1',
  'https://push.example.com.evil.example/1',
  'https://user@push.example.com/1',
  'https://127.0.0.1/push/1',
  'https://[::1]/push/1',
  'https://169.254.169.254/latest',
])('an address that is no push service of a browser is refused: %s', async (endpoint) => {
  const { person } = await somebody();
  const { body } = await person.call(openPush, new PushBrowser(endpoint).subscription);
  expect(body.code).toBe('push_service_unknown');
});

test('names below a listed one are let in, and only an own service may have a port', () => {
  const allowed = ['*.push.example.net', 'own.example:8443'];
  expect(reachOf('https://a.push.example.net/x', allowed)).toMatchObject({ own: false });
  expect(reachOf('https://push.example.net/x', allowed)).toBeNull();
  expect(reachOf('https://own.example:8443/x', allowed)).toMatchObject({ own: true });
  expect(reachOf('https://own.example/x', allowed)).toBeNull();
});

test.each([
  ['8.8.8.8', true],
  ['2606:4700::1111', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.20.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
])('%s is public: %s', (address, is) => {
  expect(isPublicAddress(address)).toBe(is);
});

const outbound = (browser: PushBrowser): Outbound => {
  const { endpoint, p256dh, auth } = browser.subscription;
  const to = JSON.stringify({ endpoint, keys: { p256dh, auth } });
  return { id: uuidv7(Date.now()), channel: 'push', to, subject: 'Title', text: 'Text', link: '/notice' };
};

test('a name that leads to a private address is not called, whatever list it stands on', async () => {
  const inside = pushCarrier({
    id: 'push.inside',
    services: ['localhost'],
    keys,
    subject: 'mailto:a@b.example',
  });
  const failure = await inside
    .carry(outbound(new PushBrowser('https://localhost/push')))
    .catch((error) => error);
  expect(failure).toMatchObject({ fault: 'failed', code: 'EPRIVATE' });
  await inside.close();
});

test('a push is signed for its service, encrypted for its browser, and the same at every try', async () => {
  const browser = new PushBrowser(`${service.origin}/push/direct`);
  const message = outbound(browser);
  await carrier.carry(message);
  await carrier.carry(message);
  const [first, second] = service.taken;
  const { key, claims } = checkVapid(first?.headers.authorization ?? '');
  expect(key).toBe(keys.public_key);
  expect(claims).toMatchObject({ aud: service.origin, sub: 'mailto:privacy@axent.example' });
  expect(claims.exp * 1000 - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
  expect(first?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' });
  expect(browser.read(first?.body ?? Buffer.alloc(0))).toEqual({
    id: message.id,
    title: 'Title',
    text: 'Text',
    link: '/notice',
  });
  // The service keeps only the newest of one topic: one that comes twice is shown once.
  expect(second?.headers.topic).toBe(first?.headers.topic);
  expect(first?.headers.topic).toMatch(/^[\w-]{22}$/);
  expect(() => new PushBrowser('https://other.example').read(first?.body ?? Buffer.alloc(0))).toThrow();
});

test('M.push @operation: who signs in on a new device is told in every open browser and by mail, and why', async () => {
  const { email, browser } = await withPush();
  world.pass(60_000);
  const thief = await newcomer();
  thief.headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  await thief.signIn(email);
  const push = await until(() => sentTo(browser)[0]);
  const shown = browser.read(push.body);
  expect(shown).toMatchObject({ title: 'Signed in on a new device', link: '/privacy/devices' });
  expect(shown.text).toMatch(/Firefox 140.*Sent for your security/);
  const mail = await until(() =>
    world.outbox.mails.find((one) => one.to === email && one.subject === 'Signed in on a new device'),
  );
  expect(mail.text).toMatch(
    /Firefox 140[\s\S]*http:\/\/localhost\/privacy\/devices[\s\S]*for your security, at any hour/,
  );
  // The same device again is no news.
  await thief.call(signOut, {});
  world.pass(60_000);
  await thief.signIn(email);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(sentTo(browser)).toHaveLength(1);
});

test('M.push @operation: what waited reaches no browser from which its person has signed out meanwhile', async () => {
  const { person, email, browser } = await withPush();
  service.answer = (response) => response.writeHead(503).end();
  world.pass(60_000);
  await (await newcomer()).signIn(email);
  await until(() => sentTo(browser)[0]);
  service.answer = (response) => response.writeHead(201).end();
  await person.call(signOut, {});
  world.pass(60_000);
  const { pools } = world.kernel;
  const waiting = async () =>
    (await pools.owner.query(`select 1 from kernel.message where channel = 'push'`)).rowCount;
  await until(async () => (await waiting()) === 0);
  expect(sentTo(browser)).toHaveLength(1);
});

test.each([404, 410])('a browser that is gone (%s) is forgotten, and not asked again', async (status) => {
  const { person, email, browser } = await withPush();
  service.answer = (response) => response.writeHead(status).end();
  world.pass(60_000);
  await (await newcomer()).signIn(email);
  await until(async () => !(await person.call(pushState, {})).body.open);
  expect(sentTo(browser)).toHaveLength(1);
  world.pass(60_000);
  await (await newcomer()).signIn(email);
  await until(
    () => world.outbox.mails.filter((one) => one.to === email && /new device/.test(one.subject)).length === 2,
  );
  expect(sentTo(browser)).toHaveLength(1);
});

test('keys that are none are forgotten, and rest no other browser', async () => {
  const other = await withPush();
  for (let count = 0; count < 4; count++) {
    const { person, email } = await somebody();
    browsers += 1;
    const { endpoint, auth } = new PushBrowser(`${service.origin}/push/${browsers}`).subscription;
    // As long as a key, and no point of the curve.
    expect((await person.call(openPush, { endpoint, auth, p256dh: 'B'.repeat(87) })).body.open).toBe(true);
    world.pass(60_000);
    await (await newcomer()).signIn(email);
    await until(async () => !(await person.call(pushState, {})).body.open);
  }
  world.pass(60_000);
  await (await newcomer()).signIn(other.email);
  await until(() => sentTo(other.browser)[0]);
});

test('a push service that is not well is asked again later, and rests no other', async () => {
  const { email, browser } = await withPush();
  const other = await withPush();
  service.answer = (response, { path }) =>
    response.writeHead(browser.endpoint.endsWith(path) ? 503 : 201).end();
  world.pass(60_000);
  for (let times = 0; times < 4; times++) {
    await (await newcomer()).signIn(email);
    world.pass(60_000);
  }
  await until(() => sentTo(browser).length >= 3);
  await (await newcomer()).signIn(other.email);
  await until(() => sentTo(other.browser)[0]);
  service.answer = (response) => response.writeHead(201).end();
  world.pass(3_600_000);
  await until(
    async () => (await world.kernel.pools.owner.query('select 1 from kernel.message')).rows.length === 0,
  );
});

test('C.device @operation: with the device’s identifier its push address goes', async () => {
  const { person } = await withPush();
  await person.call(resetDevice, {});
  expect((await person.call(pushState, {})).body.open).toBe(false);
});

test('who signed out of a browser is not written to there', async () => {
  const { person, email, browser } = await withPush();
  await person.call(signOut, {});
  world.pass(60_000);
  await (await newcomer()).signIn(email);
  await until(() => world.outbox.mails.find((one) => one.to === email && /new device/.test(one.subject)));
  expect(sentTo(browser)).toEqual([]);
});

test('C.profile @database: push addresses of other people are not seen', async () => {
  await withPush();
  const client = await world.kernel.pools.connect('service');
  try {
    await client.query('begin');
    await client.query(`select set_config('axent.person', gen_random_uuid()::text, true)`);
    expect((await client.query('select id from app.push_subscription')).rowCount).toBe(0);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
