import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestFacts } from '@axent/kernel';
import { accept, show } from '@axent/notice/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureProgram } from '../../tasks/debian.ts';
import { freePort } from '../crash/application.process.ts';
import { openWorld, type World } from '../world.ts';
import { makeCertificate } from './certificate.ts';
import { type Asking, ask } from './client.ts';
import { type RunningProxy, startCaddy, startNginx } from './proxies.ts';

describe.each([
  ['nginx', startNginx],
  ['caddy', startCaddy],
] as const)('%s in front', (name, start) => {
  const folder = mkdtempSync(join(tmpdir(), 'axent-proxy-'));
  const authority = makeCertificate(folder, 3).certificate;
  const seen: RequestFacts[] = [];
  let world: World;
  let proxy: RunningProxy;
  let base = '';
  let plain = '';

  beforeAll(async () => {
    // Before anything waits for an answer: installing it takes as long as it takes.
    ensureProgram(name, name);
    const [port, plain_port] = [await freePort(), await freePort()];
    base = `https://localhost:${port}`;
    plain = `http://localhost:${plain_port}`;
    world = await openWorld({
      server: {
        publicUrl: new URL(base),
        trustedProxies: ['127.0.0.1'],
        onRequest: (facts) => seen.push(facts),
      },
    });
    proxy = await start({ folder, port, plain_port, behind: Number(new URL(world.base).port) });
  });
  afterAll(async () => {
    await proxy.stop();
    expect(world.faults).toEqual([]);
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const through = (path: string, asking: Asking = {}) => ask(base + path, { authority, ...asking });
  const json = (body: unknown, headers = {}): Asking => ({
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: base,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    body: JSON.stringify(body),
  });

  test('who comes without TLS is sent to the same page with it', async () => {
    const { status, headers } = await ask(`${plain}/stores?near=1`);
    expect(status).toBe(308);
    // Caddy takes it that people reach it on the usual port.
    const home = name === 'caddy' ? 'https://localhost' : base;
    expect(headers.location).toBe(`${home}/stores?near=1`);
  });

  test('another name than ours gets nothing of ours', async () => {
    const answered = await through('/api/notice?language=en', { headers: { host: 'other.example' } }).catch(
      (error: Error) => error,
    );
    const text = answered instanceof Error ? '' : answered.text;
    expect(text).not.toContain('AXENT');
  });

  test('every answer says once that the way stays encrypted', async () => {
    for (const path of ['/', '/health', '/api/notice?language=en', '/api/nowhere', '/ledger/vkey']) {
      const { lines } = await through(path);
      const strict = lines.filter(([header]) => header === 'strict-transport-security');
      expect(strict, path).toEqual([['strict-transport-security', 'max-age=63072000; includeSubDomains']]);
    }
  });

  test('a visitor accepts through it: the cookie is for this host alone, over TLS alone', async () => {
    const shown = JSON.parse((await through(`${show.path}?language=en`)).text);
    const { version, text_hash, settings_hash } = shown;
    const answered = await through(
      accept.path,
      json({ language: 'en', hash: version.hash, text_hash, settings_hash }),
    );
    expect(answered.status).toBe(200);
    const cookies = answered.headers['set-cookie'] ?? [];
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-axent-/);
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; Path=\/(;|$)/);
      expect(cookie).not.toMatch(/Domain=/i);
    }
  });

  test('the address is that of whoever asked, whatever they claim', async () => {
    seen.length = 0;
    const claims = {
      'x-forwarded-for': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
      'x-real-ip': '203.0.113.9',
    };
    await through('/api/notice?language=en', { from: '127.0.0.2', headers: claims });
    expect(seen.map(({ address }) => address)).toEqual(['127.0.0.2']);
  });

  test('past the proxy a claimed address counts for nothing', async () => {
    seen.length = 0;
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    await ask(`${world.base}/api/notice?language=en`, { from: '127.0.0.3', headers });
    expect(seen.map(({ address }) => address)).toEqual(['127.0.0.3']);
  });

  test('a body that is too large is refused: by AXENT with its own words, a huge one at the door', async () => {
    for (let time = 1; time <= 20; time++) {
      const { status, headers } = await through(accept.path, json({ language: 'x'.repeat(100_000) }));
      expect([status, headers['content-type']], `time ${time}`).toEqual([
        413,
        expect.stringContaining('application/problem+json'),
      ]);
    }
    const huge = await through(accept.path, json({ language: 'x'.repeat(3_000_000) })).catch(
      (error: NodeJS.ErrnoException) => error,
    );
    // The door may close while the body is still coming.
    if (huge instanceof Error) expect(huge.code).toMatch(/^E(PIPE|CONNRESET)$/);
    else expect(huge.status).toBe(413);
  });

  test('nothing that was sent is written down by it', async () => {
    const position = { latitude: 46.948_123_4, longitude: 7.447_432_1, planted: 'planted-word' };
    await through('/api/stores/nearest', json({ position }, { 'user-agent': 'planted-agent' }));
    await through('/planted-path?planted=1', json({ planted: 'planted-word '.repeat(60_000) }));
    const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'latin1');
      for (const value of ['planted', '46.948', '127.0.0.2'])
        expect(text, `${file}: ${value}`).not.toContain(value);
    }
    expect(proxy.said()).not.toMatch(/planted|127\.0\.0\.2/);
  });

  describe('with something else behind it', () => {
    const other = mkdtempSync(join(tmpdir(), 'axent-proxy-'));
    const otherAuthority = makeCertificate(other, 3).certificate;
    let release: () => void = () => undefined;
    let behind: Server;
    let second: RunningProxy;
    let there = '';

    beforeAll(async () => {
      behind = createServer((_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write('data: first\n\n');
        release = () => response.end('data: last\n\n');
      });
      await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', () => resolve()));
      const port = await freePort();
      there = `https://localhost:${port}`;
      const place = { folder: other, port, plain_port: await freePort() };
      second = await start({ ...place, behind: (behind.address() as AddressInfo).port });
    });
    afterAll(async () => {
      await second.stop();
      behind.closeAllConnections();
      behind.close();
      rmSync(other, { recursive: true, force: true });
    });

    test('a long answer goes on as it comes', async () => {
      let first = '';
      const { text } = await ask(`${there}/events`, {
        authority: otherAuthority,
        streams: async (response) => {
          for (let tries = 0; tries < 200 && first === ''; tries++) {
            first = response.read()?.toString() ?? '';
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
          release();
        },
      });
      expect(first).toBe('data: first\n\n');
      expect(text).toBe('data: last\n\n');
    });

    test('while AXENT is away, the answer says so, that nothing was changed, and when to come again', async () => {
      behind.closeAllConnections();
      await new Promise((resolve) => behind.close(resolve));
      const { status, headers, lines, text } = await ask(`${there}/api/notice`, {
        authority: otherAuthority,
      });
      expect(status).toBe(503);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(JSON.parse(text)).toMatchObject({ status: 503, code: 'away' });
      expect(headers['retry-after']).toBe('5');
      expect(lines.filter(([header]) => header === 'strict-transport-security')).toHaveLength(1);
    });
  });

  test('it says nothing of itself but its name', async () => {
    const { headers } = await through('/api/notice?language=en');
    expect(headers.server ?? '').not.toMatch(/\d/);
  });
});
