import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contact } from '@axent/account/contract';
import { nearest, nearPlace } from '@axent/stores/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../database.ts';
import { bareEnvironment } from '../environment.ts';
import { Visitor } from '../visitor.ts';

const key = randomBytes(32).toString('base64');
const email = 'log-witness@example.org';
const port = 20_000 + Math.floor(Math.random() * 20_000);
const base = `http://localhost:${port}`;

let folder: string;
let database: TestDatabase;
let server: ChildProcess;
let written = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'axent-logs-'));
  database = await testDatabase();
  server = spawn(process.execPath, [join(import.meta.dirname, '../../apps/server/main.ts')], {
    env: {
      ...bareEnvironment,
      NODE_ENV: 'development',
      DATA_FOLDER: folder,
      DATABASE_URL: database.url,
      DATABASE_ROLE_PREFIX: 'axent_logs',
      MASTER_KEY: key,
      LOG_LEVEL: 'trace',
      TRUSTED_PROXIES: '127.0.0.1,::1',
      PORT: String(port),
    },
  });
  server.stdout?.on('data', (chunk) => {
    written += chunk;
  });
  server.stderr?.on('data', (chunk) => {
    written += chunk;
  });
  for (let tries = 0; tries < 300 && !written.includes('Ledger ') && server.exitCode === null; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(written, written).toContain('AXENT is running');
});
afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  if (server.exitCode === null && server.kill('SIGTERM')) await ended;
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** The mailbox of the running server, read off its outbox page. */
const mailbox = {
  mails: [] as { to: string; subject: string; text: string; at: Date }[],
};

async function lookIntoMailbox(): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const page = await (await fetch(`${base}/outbox`)).text();
    const code = page.includes(email) ? page.match(/\d{4} \d{4}/)?.[0] : undefined;
    if (code !== undefined) return code;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no mail came');
}

test('the most talkative log holds no secret, no address, no position and no word that a person typed', async () => {
  const visitor = new Visitor(base, mailbox as never);
  visitor.headers = { 'x-forwarded-for': '203.0.113.77', 'user-agent': 'Witness/1.0 (log test)' };
  await visitor.accept();
  await visitor.open('nearby');
  await visitor.call(nearest, { position: { latitude: 47.3712345, longitude: 8.5398765 } });
  await visitor.call(nearPlace, { place: 'Witnesshausen' });
  const asked = await visitor.post('/api/account/code', { email, language: 'en' });
  expect(asked.status).toBe(200);
  const code = await lookIntoMailbox();
  await visitor.post('/api/account/verify', { email, code: '00000000' });
  const verified = await visitor.post('/api/account/verify', { email, code });
  expect(verified.status).toBe(200);
  expect((await visitor.call(contact, {})).body.email).toBe(email);
  await visitor.post('/api/account/verify', { email: 'broken-witness', nonsense: 'witness-field' });
  await visitor.fetch('/api/stores/show?id=witness-query&more=witness-more', {});
  await visitor.fetch('/api/%E0%A4%A-witness', {});
  await new Promise((resolve) => setTimeout(resolve, 300));

  // It was listening: the operations themselves are there.
  expect(written).toContain('account.verify_code');
  const secrets = [
    email,
    'log-witness',
    code,
    code.replace(' ', ''),
    ...visitor.cookies.values(),
    key,
    new URL(database.url).password || 'no password is set',
    '203.0.113.77',
    '47.37',
    '8.5398',
    'Witness',
    'witness-query',
    'witness-more',
    'witness-field',
    '%E0%A4%A',
  ];
  for (const secret of secrets) expect(written.includes(secret), secret).toBe(false);
});
