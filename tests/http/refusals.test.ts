import { connect } from 'node:net';
import { requestCode } from '@axent/account/contract';
import { show } from '@axent/notice/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acts } from '../features/acts/acts.ts';
import { broken, careless, seldom } from '../features/acts/contract.ts';
import { openWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ features: [acts().feature] });
});
afterAll(() => world.close());

async function ask(path: string, init: RequestInit = {}, language = 'en') {
  const headers = { 'accept-language': language, ...(init.headers as Record<string, string>) };
  const response = await fetch(world.base + path, { ...init, headers });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  return {
    status: response.status,
    headers: response.headers,
    type,
    body: type.includes('json') && text !== '' ? JSON.parse(text) : text,
  };
}

const write = (body: BodyInit, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/json', ...headers },
});

/** Sends bytes as they are and answers what came back until the server hung up. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(world.base).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', reject).on('close', () => resolve(text));
    setTimeout(() => socket.end(), 1_000).unref();
  });
}

describe('an address that leads nowhere', () => {
  test.each([
    ['en', 'Nothing is here'],
    ['de', 'Hier ist nichts'],
    ['zh-CN', '此处没有内容'],
    ['fr, de-CH;q=0.8', 'Hier ist nichts'],
    ['fr', 'Nothing is here'],
  ])('is a problem document in the language asked for: %s', async (language, title) => {
    const { status, type, body, headers } = await ask('/api/nowhere', {}, language);
    expect(status).toBe(404);
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({ type: '/problems/not_found', status: 404, code: 'not_found', title });
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each(['/api/%', '/api/%E0%A4%A', '/%2e%2e%2f%ff'])(
    'is said to be broken when it is: %s',
    async (path) => {
      const { status, body, headers } = await ask(path, {}, 'de');
      expect({ status, code: body.code, title: body.title }).toEqual({
        status: 400,
        code: 'malformed',
        title: 'Die Anfrage ist nicht lesbar',
      });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});

describe('only the methods that exist', () => {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];

  test('any other on an operation is refused with those that it takes', async () => {
    for (const { contract } of world.features.flatMap((feature) => feature.operations)) {
      for (const method of methods.filter((one) => one !== contract.method)) {
        const { status, headers, body } = await ask(contract.path, { method });
        expect(status, `${method} ${contract.path}`).toBe(405);
        expect(headers.get('allow')).toBe(contract.method);
        if (method !== 'HEAD') expect(body.code).toBe('method_not_allowed');
      }
    }
  });

  test('the ledger and the documents are read, never written', async () => {
    for (const path of ['/ledger/checkpoint', '/ledger/tile/0/000', '/api', '/api/openapi.json', '/health'])
      expect((await ask(path, write('{}'))).status, path).toBe(405);
    for (const method of ['TRACE', 'PROPFIND', 'LOCK'])
      expect(
        await raw(`${method} /api/notice HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`),
      ).toMatch(/^HTTP\/1\.1 (404|405) [\s\S]*problem\+json/);
  });
});

describe('a body that cannot be taken', () => {
  const path = requestCode.path;

  test.each([
    ['broken JSON', write('{"email":'), 400, 'malformed'],
    ['no body', write(''), 400, 'malformed'],
    ['bytes that are no text', write(new Uint8Array([0xff, 0xfe, 0x00])), 400, 'malformed'],
    ['a prototype in it', write('{"__proto__":{"x":1},"email":"a@b.ch","language":"en"}'), 400, 'malformed'],
    [
      'too large',
      write(JSON.stringify({ email: 'a'.repeat(70_000), language: 'en' })),
      413,
      'body_too_large',
    ],
    [
      'nested too deeply',
      write('{"email":'.concat('['.repeat(40), ']'.repeat(40), '}')),
      400,
      'invalid_input',
    ],
    ['plain text', write('{}', { 'content-type': 'text/plain' }), 415, 'content_type'],
    [
      'a form',
      write('email=a', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'content_type',
    ],
    [
      'a type that begins like JSON',
      write('{}', { 'content-type': 'application/jsonp' }),
      415,
      'content_type',
    ],
  ])('%s', async (_name, init, status, code) => {
    const answer = await ask(path, init, 'de');
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.type).toContain('application/problem+json');
    expect(answer.headers.get('content-language')).toBe('de');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a write from another site', () => {
  const good = () => JSON.stringify({ note: 'x' });
  test.each([
    ['its origin', { origin: 'https://evil.example' }],
    ['an origin that is none', { origin: 'null' }],
    ['an origin that cannot be read', { origin: '::::' }],
    ['the browser saying so', { 'sec-fetch-site': 'cross-site' }],
    ['the browser saying it is a sibling', { 'sec-fetch-site': 'same-site' }],
  ])('is refused by %s', async (_name, headers) => {
    const { status, body } = await ask(broken.path, write(good(), headers));
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'cross_site' });
  });

  test('comes through from our own', async () => {
    const headers = { origin: world.base, 'sec-fetch-site': 'same-origin' };
    expect((await ask(broken.path, write(good(), headers))).body.code).toBe('internal');
    world.faults.splice(0);
  });
});

describe('what is no HTTP', () => {
  test('bytes that are no request', async () => {
    const answer = await raw('this is no request\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain('content-security-policy');
    expect(answer).toContain('"code":"malformed"');
  });

  test('headers without end', async () => {
    const answer = await raw(
      `GET /api/notice HTTP/1.1\r\nhost: localhost\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"code":"malformed"');
  });

  test('two hosts, or a request that names no version', async () => {
    const hosts = 'host: localhost\r\nHOST: evil.example\r\n';
    for (const request of [
      `GET /health HTTP/1.1\r\n${hosts}\r\n`,
      'GET /health\r\nhost: localhost\r\n\r\n',
    ]) {
      const answer = await raw(request);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(answer).toContain('"code":"malformed"');
      expect(answer.toLowerCase()).toContain('connection: close');
    }
    expect(await raw('GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 200 /,
    );
  });

  test('two lengths of one body', async () => {
    const head = `POST ${broken.path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n`;
    expect(await raw(`${head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });
});

test('a fault says nothing of itself', async () => {
  const { status, body } = await ask(broken.path, write(JSON.stringify({ note: 'my secret' })));
  expect(status).toBe(500);
  expect(JSON.stringify(body)).not.toContain('secret');
  expect(body).toMatchObject({ code: 'internal', title: 'Something broke on our side' });
  expect(world.faults.splice(0)).toHaveLength(1);
});

describe('limits of calls', () => {
  test('too many are asked to wait, and let in again afterwards', async () => {
    for (let call = 0; call < 5; call++) expect((await ask(seldom.path)).status).toBe(200);
    const { status, headers, body } = await ask(seldom.path, {}, 'de');
    expect({ status, code: body.code }).toEqual({ status: 429, code: 'too_many_requests' });
    const wait_s = Number(headers.get('retry-after'));
    expect(wait_s).toBeGreaterThan(0);
    expect(wait_s).toBeLessThanOrEqual(60);
    expect(body.detail).toContain(String(wait_s));
    world.pass(wait_s * 1000);
    expect((await ask(seldom.path)).status).toBe(200);
  });

  test('a made-up session cookie opens no new count', async () => {
    world.pass(60_000);
    const codes: number[] = [];
    for (let call = 0; call < 8; call++) {
      const visitor = world.visitor();
      visitor.cookies.set('axent-session', Buffer.alloc(32, call).toString('base64url'));
      codes.push((await visitor.call(seldom, {})).status);
    }
    expect(codes).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
  });

  test('a made-up forwarding header opens no new count where no proxy is trusted', async () => {
    world.pass(60_000);
    const codes: number[] = [];
    for (let call = 0; call < 7; call++)
      codes.push((await ask(seldom.path, { headers: { 'x-forwarded-for': `10.0.0.${call}` } })).status);
    expect(codes.slice(5)).toEqual([429, 429]);
  });
});

test('what says that it changes nothing, and would write, is refused and told to the operator', async () => {
  const { status, body } = await ask(careless.path, write(JSON.stringify({ note: 'x' })));
  expect({ status, code: body.code }).toEqual({ status: 500, code: 'internal' });
  expect(world.faults.splice(0).map(({ message }) => message)).toEqual(['acts.careless is safe and writes.']);
});

test('every answer carries the headers that keep browsers safe', async () => {
  const paths = [
    '/',
    '/api',
    '/api/notice?language=en',
    '/api/nowhere',
    '/ledger/checkpoint',
    '/health',
    '/outbox',
  ];
  for (const path of paths) {
    const { headers } = await ask(path);
    expect(headers.get('content-security-policy'), path).toMatch(
      /default-src 'none'.*frame-ancestors 'none'/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-(inline|eval)/);
    // The ledger is there for everybody's verifiers, on any page.
    if (path.startsWith('/ledger/')) continue;
    expect(headers.get('access-control-allow-origin'), path).toBeNull();
    expect(Object.fromEntries(headers), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull();
  }
  const { headers } = await ask(`${show.path}?language=en`);
  expect(headers.get('cache-control')).toBe('no-store');
});
