import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer as createPlain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Server } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureProgram } from '../../../tasks/debian.ts';
import { certificateOf, diskOf, lastBackup } from './machine.ts';
import { ThisNode } from './node.ts';

const day_ms = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'axent-machine-'));
let server: Server;
let url: URL;
let shown = 0;

beforeAll(async () => {
  const openssl = ensureProgram('openssl', 'openssl');
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  execFileSync(openssl, [...words, '-days', '3', '-subj', '/CN=localhost', '-keyout', key, '-out', cert], {
    stdio: 'ignore',
  });
  server = createServer({ key: readFileSync(key), cert: readFileSync(cert) });
  server.on('connection', () => {
    shown += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', () => resolve()));
  url = new URL(`https://localhost:${(server.address() as AddressInfo).port}`);
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const describeOf = async (node: ThisNode) => (await node.describe('', 0, [])).certificate;

test('the end of the certificate that the public address shows is read, whoever signed it', async () => {
  const seen = await certificateOf(url);
  expect(seen.state).toBe('seen');
  const left_ms = seen.state === 'seen' ? seen.ends_at.getTime() - Date.now() : 0;
  expect(left_ms / day_ms).toBeGreaterThan(2.9);
  expect(left_ms / day_ms).toBeLessThan(3.1);
});

test('nobody there, something without TLS, and no https are three different answers', async () => {
  expect(await certificateOf(new URL('https://127.0.0.1:9'))).toEqual({
    state: 'unseen',
    code: 'ECONNREFUSED',
  });
  expect(await certificateOf(new URL('http://localhost'))).toEqual({ state: 'none' });
  const plain = createPlain((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', () => resolve()));
  const { port } = plain.address() as AddressInfo;
  expect((await certificateOf(new URL(`https://127.0.0.1:${port}`))).state).toBe('unseen');
  await new Promise((resolve) => plain.close(resolve));
});

test('the certificate is looked at once a day and at the start, and once more when the clock was set back', async () => {
  let now = Date.parse('2026-11-25T12:00:00Z');
  const clock = () => now;
  const node = new ThisNode({
    clock,
    release: '1',
    publicUrl: url,
    dataFolder: folder,
    backupFolder: folder,
  });
  expect((await describeOf(node)).state).toBe('unseen');
  const before = shown;
  for (let hour = 0; hour < 23; hour++) {
    await node.lookAtCertificate();
    now += day_ms / 24;
  }
  expect(shown - before).toBe(1);
  expect((await describeOf(node)).state).toBe('seen');
  now += 2 * (day_ms / 24);
  await node.lookAtCertificate();
  expect(shown - before).toBe(2);
  now -= 30 * day_ms;
  await node.lookAtCertificate();
  expect(shown - before).toBe(3);
});

test('a backup counts from when it says that it was finished, and only then', async () => {
  const file = join(folder, 'latest.json');
  expect(await lastBackup(folder)).toBeNull();
  for (const text of ['', '{', 'null', '{}', '{"finished_at":"soon"}', '[]']) {
    writeFileSync(file, text);
    expect(await lastBackup(folder), text).toBeNull();
  }
  writeFileSync(file, '{"finished_at":"2026-11-25T03:00:00Z"}');
  expect((await lastBackup(folder))?.toISOString()).toBe('2026-11-25T03:00:00.000Z');
});

test('the room on a disk is asked, and a folder that is not there has none', async () => {
  const disk = await diskOf(folder);
  expect(disk?.free_bytes).toBeGreaterThan(0);
  expect(disk?.total_bytes).toBeGreaterThan(disk?.free_bytes ?? 0);
  expect(await diskOf(join(folder, 'nowhere'))).toBeNull();
});
