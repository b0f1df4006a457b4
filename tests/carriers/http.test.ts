import type { Outbound } from '@axent/kernel';
import { type HttpSettings, httpCarrier, readCarriers } from '@axent/messages/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeCertificate } from './certificate.ts';
import { type HttpPeer, httpPeer } from './http.peer.ts';

let peer: HttpPeer;
beforeAll(async () => {
  peer = await httpPeer();
});
afterAll(() => peer.stop());
beforeEach(() => {
  peer.taken.length = 0;
  peer.answer = (response) => response.writeHead(202).end('{"messages":[{"status":"0"}]}');
});

const id = '019ab000-0000-7000-8000-000000000001';
const message = (text: string, to = '+41790000000'): Outbound => ({
  id,
  channel: 'sms',
  to,
  subject: '',
  text,
});

const described = (more: Partial<HttpSettings> = {}): HttpSettings => ({
  id: 'sms.gateway',
  channel: 'sms',
  url: `${peer.origin}/v1/send?to={to}`,
  headers: { 'content-type': 'application/json', authorization: 'Bearer secret', 'idempotency-key': '{id}' },
  body: '{"from":"{from}","to":"{to}","text":"{text}"}',
  from: 'AXENT',
  time_ms: 500,
  ...more,
});

async function carried(settings: HttpSettings, one: Outbound): Promise<string> {
  const carrier = httpCarrier(settings);
  try {
    await carrier.carry(one);
    return 'taken';
  } catch (error) {
    const { fault, code } = error as { fault: string; code: string };
    return `${fault} ${code}`;
  } finally {
    await carrier.close();
  }
}

test('what is to be sent is filled in where the settings say, and cannot break out of its place', async () => {
  const text = 'He said "no",\n{to} & 您好 \\';
  expect(await carried(described(), message(text))).toBe('taken');
  const [request] = peer.taken;
  expect(request?.path).toBe('/v1/send?to=%2B41790000000');
  expect(request?.headers).toMatchObject({ authorization: 'Bearer secret', 'idempotency-key': id });
  expect(JSON.parse(request?.body.toString() ?? '')).toEqual({ from: 'AXENT', to: '+41790000000', text });
});

test('a form is filled as a form, and markup as markup', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  await carried(described({ headers: form, body: 'to={to}&text={text}' }), message('a&to=b'));
  expect(new URLSearchParams(peer.taken[0]?.body.toString()).getAll('to')).toEqual(['+41790000000']);
  const markup = { 'content-type': 'text/xml' };
  await carried(described({ headers: markup, body: '<t>{text}</t>' }), message('</t><t>'));
  expect(peer.taken[1]?.body.toString()).toBe('<t>&#60;/t&#62;&#60;t&#62;</t>');
});

test('no header is added by a text', async () => {
  await carried(described({ headers: { 'x-text': '{text}' } }), message('a\r\nx-evil: 1'));
  expect(peer.taken[0]?.headers['x-evil']).toBeUndefined();
});

test.each([
  ['http://{to}.example/send'],
  ['http://gateway.example{to}/send'],
  ['http://gateway.example@{to}/'],
])('an address that could lead elsewhere is refused before anything is sent: %s', async (url) => {
  expect(() => httpCarrier(described({ url }))).toThrow();
});

test.each<[string, (peer: HttpPeer) => void, string]>([
  [
    '429',
    (one) => (one.answer = (r) => r.writeHead(429, { 'retry-after': '3' }).end()),
    'throttled HTTP_429',
  ],
  ['400', (one) => (one.answer = (r) => r.writeHead(400).end()), 'refused HTTP_400'],
  ['401', (one) => (one.answer = (r) => r.writeHead(401).end()), 'failed HTTP_401'],
  ['500', (one) => (one.answer = (r) => r.writeHead(500).end()), 'failed HTTP_500'],
  [
    'a redirect',
    (one) => (one.answer = (r) => r.writeHead(302, { location: '/elsewhere' }).end()),
    'failed HTTP_302',
  ],
  ['no answer', (one) => (one.answer = () => undefined), 'unsure ETIMEDOUT'],
  ['a hang-up', (one) => (one.answer = (r) => r.destroy()), 'unsure ECONNRESET'],
  [
    'an endless answer',
    (one) => (one.answer = (r) => r.writeHead(200).end('x'.repeat(200_000))),
    'unsure ETOOLONG',
  ],
  [
    'a no in a yes',
    (one) => (one.answer = (r) => r.writeHead(200).end('{"messages":[{"status":"7"}]}')),
    'refused HTTP_200_RULE',
  ],
])('%s is told for what it is, and nothing is followed', async (_, set, told) => {
  set(peer);
  const success = { path: 'messages.0.status', equals: '0' };
  expect(await carried(described({ success }), message('x'))).toBe(told);
  expect(peer.taken).toHaveLength(1);
});

test('over TLS only a trusted certificate that holds will do', async () => {
  const good = makeCertificate();
  const secure = await httpPeer(good);
  try {
    const settings = described({ url: `${secure.origin}/send` });
    expect(await carried({ ...settings, ca: good.cert }, message('x'))).toBe('taken');
    expect(await carried(settings, message('x'))).toMatch(/^failed .*SELF_SIGNED/);
  } finally {
    await secure.stop();
  }
});

test('settings are checked: names, hosts, encryption in production', () => {
  const url = 'https://gw.example/send';
  const one = { id: 'sms.one', kind: 'http', channel: 'sms', url, company: 'Gateway Ltd' };
  expect(readCarriers(JSON.stringify([one]), true)).toEqual([one]);
  expect(readCarriers('{', true)).toBe('It is no JSON.');
  const { company: _, ...nobodys } = one;
  expect(readCarriers(JSON.stringify([nobodys]), true)).toContain('Say whose sms.one is');
  expect(readCarriers(JSON.stringify([nobodys]), false)).toEqual([nobodys]);
  expect(readCarriers(JSON.stringify([one, one]), true)).toBe('Two carriers are called sms.one.');
  const plain = { ...one, url: 'http://gw.example/send' };
  expect(readCarriers(JSON.stringify([plain]), true)).toContain('not encrypted');
  expect(readCarriers(JSON.stringify([plain]), false)).toEqual([plain]);
  for (const wrong of [
    { ...one, url: 'https://{to}/x' },
    { ...one, id: 'SMS' },
    { ...one, more: 1 },
  ])
    expect(typeof readCarriers(JSON.stringify([wrong]), true)).toBe('string');
});
