import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { requestCode, verifyCode } from '@axent/account/contract';
import { close, list } from '@axent/functions/contract';
import { show as notice } from '@axent/notice/contract';
import { download } from '@axent/privacy/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acts } from '../features/acts/acts.ts';
import { broken } from '../features/acts/contract.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({
    features: [acts().feature],
    server: { trustedProxies: ['127.0.0.1', '::1'] },
  });
});
afterAll(() => world.close());

let visitors = 0;
/** From an address of their own. */
function stranger() {
  visitors += 1;
  const visitor = world.visitor();
  visitor.headers = { 'x-forwarded-for': `198.51.100.${visitors}` };
  return visitor;
}

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'what every object inherits is no function: %s',
  async (name) => {
    const visitor = await stranger().accept();
    const refused = await visitor.call(close, { function: name, by: 'person' });
    expect([refused.status, refused.body.code]).toEqual([404, 'function_unknown']);
  },
);

test('the signature of one cookie is worth nothing on another', async () => {
  const person = await (await stranger().accept()).signIn('mixing@example.org');
  const device = person.cookies.get('axent-device') ?? '';
  const mixed = stranger();
  mixed.cookies.set('axent-visitor', `device|${device}`);
  const answer = await mixed.call(list, {});
  expect([answer.status, answer.body.code]).toEqual([403, 'not_accepted']);
});

test('an origin that is none is refused, also where no host is named', async () => {
  const head = `POST ${broken.path} HTTP/1.0\r\ncontent-type: application/json\r\norigin: null\r\n`;
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(world.base).port), '127.0.0.1');
    let said = '';
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.on('error', reject).on('close', () => resolve(said));
    socket.write(`${head}content-length: 2\r\n\r\n{}`);
  });
  expect(text).toContain('"code":"cross_site"');
});

test('session cookies that were made up open no new count where only people may come', async () => {
  const visitor = stranger();
  const statuses: number[] = [];
  for (let call = 0; call < 620; call++) {
    visitor.cookies.set('axent-session', randomBytes(32).toString('base64url'));
    statuses.push((await visitor.call(download, {})).status);
  }
  expect(new Set(statuses.slice(0, 600))).toEqual(new Set([401]));
  expect(new Set(statuses.slice(600))).toEqual(new Set([429]));
});

test('whoever hangs up in the middle of a body leaves no fault behind', async () => {
  const socket = connect(Number(new URL(world.base).port), '127.0.0.1');
  socket.write(
    `POST ${broken.path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{`,
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(world.faults.map((fault) => (fault as { code?: string }).code)).toEqual([]);
});

test('guesses from a browser that asked for no code lock nobody out', async () => {
  const email = 'victim@example.org';
  const victim = await stranger().accept();
  await victim.call(requestCode, { email, language: 'en' });
  const code = await victim.codeFor(email);
  const other = await stranger().accept();
  for (let guess = 0; guess < 12; guess++)
    expect((await other.call(verifyCode, { email, code: '00000000' })).body.code).toBe('code_wrong');
  expect((await victim.call(verifyCode, { email, code })).status).toBe(200);
});

test('codes asked for at the same moment in one browser are one mail', async () => {
  const email = 'twice@example.org';
  const visitor = await stranger().accept();
  await visitor.call(requestCode, { email, language: 'en' });
  world.pass(31_000);
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => visitor.call(requestCode, { email, language: 'en' })),
  );
  expect(answers.map((answer) => answer.body.code ?? 'sent').sort()).toEqual([
    ...Array.from({ length: 5 }, () => 'code_wait'),
    'sent',
  ]);
});

test.each(['a\u0000b', 'a\u200bb', 'a\u202eb', 'a\u007f', 'a\u00ad', '\ud800'])(
  'an address with what cannot be seen is none: %j',
  async (name) => {
    const visitor = await stranger().accept();
    const answer = await visitor.call(requestCode, { email: `${name}@example.org`, language: 'en' });
    expect(answer.body.code).toBe('address_invalid');
  },
);

test.each([
  ['localhost', 200],
  ['127.0.0.1', 200],
  ['[::1]', 200],
  ['evil.example', 404],
  ['localhost.evil.example', 404],
])('the outbox answers %s with %i', async (name, status) => {
  const { port } = new URL(world.base);
  const answered = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request(`${world.base}/outbox`, { headers: { host: `${name}:${port}` } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.on('error', reject).end();
  });
  expect(answered).toBe(status);
});

test('the key store and all that lies beside it are for the server alone', () => {
  const files = readdirSync(world.folder).filter((name) => name.startsWith('keys.sqlite'));
  expect(files).toContain('keys.sqlite-wal');
  for (const name of files) expect(statSync(join(world.folder, name)).mode & 0o077, name).toBe(0);
});

test('no server met a fault on the way', async () => {
  expect((await stranger().call(notice, { language: 'en' })).status).toBe(200);
  expect(world.faults.map((fault) => fault.message)).toEqual([]);
});
