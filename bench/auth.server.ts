import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { account, accountMigrations } from '@axent/account/server';
import { type Kernel, openKernel, openMediaFolder, serveOperations, uuidv7 } from '@axent/kernel';
import { openLogKey } from '@axent/kernel/ledger';
import { deriveSecrets, openKeyStore } from '@axent/kernel/vault';
import { policy } from '@axent/policy';
import { compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import fastify from 'fastify';
import pg from 'pg';
import { hashToken } from '../kernel/operation/cookies.ts';
import { writeVisitor } from '../kernel/person/visitor.ts';
import { emailOf } from './auth.people.ts';
import { peer } from './peers.install.ts';

// One side of the benches `session` and `signin`, a process of its own so that its memory and time are its own:
// the product's account over HTTP, or better-auth with its defaults, on the same PostgreSQL.

const [side = '', url = '', folder = '', count = '0'] = process.argv.slice(2);

interface Started {
  readonly port: number;
  /** Of people who are signed in; the peer's sign themselves up. */
  readonly cookies: readonly string[];
}

const visitorKey = Buffer.alloc(32, 1);

/** What a visitor who has accepted carries. */
function visitorCookie(): string {
  const accepted = { sequence: 1, language: 'en', text_hash: '', settings_hash: '', day: '2026-11-24' };
  return `axent-visitor=${writeVisitor({ accepted, openings: {}, words: {} }, visitorKey)}`;
}

/** People with an address, a session and the acceptance. */
async function makePeople(kernel: Kernel): Promise<string[]> {
  const cookies: string[] = [];
  for (let n = 0; n < Number(count); n++) {
    const person = uuidv7(Date.now());
    const token = randomBytes(32).toString('base64url');
    const identifier = kernel.keyedHash('identifier', `email|${emailOf(n)}`);
    await kernel.asKernel(async (client) => {
      await client.query(`insert into kernel.person (id, kind) values ($1, 'customer')`, [person]);
      await client.query(`insert into kernel.identifier (hash, kind, person_id) values ($1, 'email', $2)`, [
        identifier,
        person,
      ]);
      await client.query(
        `insert into kernel.session (token_hash, person_id, device_id, idle, ends_at)
         values ($1, $2, $2, '30 days', now() + interval '90 days')`,
        [hashToken(token), person],
      );
      await client.query(
        `insert into kernel.acceptance (person_id, id, sequence, language, text_hash, settings_hash)
         values ($1, $2, 1, 'en', '', '')`,
        [person, uuidv7(Date.now())],
      );
    });
    cookies.push(`axent-session=${token}; ${visitorCookie()}`);
  }
  return cookies;
}

/** The product's own operations of the account. */
async function serveOurs(): Promise<Started> {
  const { kernel } = await openKernel({
    url,
    prefix: 'axent',
    connections: 40,
    secrets: deriveSecrets(Buffer.alloc(32, 7)),
    keyStore: openKeyStore(`${folder}/keys.sqlite`),
    media: openMediaFolder(`${folder}/media`),
    logKey: openLogKey(folder, 'bench.example/ledger'),
    clock: Date.now,
    compiled: compile(policy, notices),
    migrations: [{ name: 'account', folder: accountMigrations }],
    area: 'eu_ch',
    onError: (part, error) => console.error(part, error.message),
  });
  const publicUrl = new URL('http://localhost');
  const app = fastify({ trustProxy: true });
  await serveOperations(app, kernel, [account({ findCountry: () => null, clock: Date.now, publicUrl })], {
    publicUrl,
    visitorKey,
    onRequest: () => undefined,
    onFault: (error) => console.error(error),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { port: (app.server.address() as AddressInfo).port, cookies: await makePeople(kernel) };
}

interface Auth {
  readonly options: unknown;
  readonly handler: (request: Request) => Promise<Response>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const part of request) body += part;
  return body;
}

/** As better-auth's own adapters do it, with the length of the answer said. */
async function answer(auth: Auth, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = new Headers(request.headers as Record<string, string>);
  const body = request.method === 'POST' ? { body: await bodyOf(request) } : {};
  const asked = new Request(`http://localhost${request.url}`, {
    method: request.method ?? 'GET',
    headers,
    ...body,
  });
  const given = await auth.handler(asked);
  const text = Buffer.from(await given.arrayBuffer());
  const cookies = given.headers.getSetCookie();
  response.writeHead(given.status, {
    'content-length': text.length,
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
  });
  response.end(text);
}

/** better-auth with mail and password, and nothing else changed but its limits and its telemetry. */
async function servePeer(): Promise<Started> {
  const { betterAuth } = await peer<{ betterAuth: (options: unknown) => Auth }>('better-auth');
  const { getMigrations } = await peer<{
    getMigrations: (options: unknown) => Promise<{ runMigrations: () => Promise<void> }>;
  }>('better-auth/db/migration');
  const auth = betterAuth({
    database: new pg.Pool({ connectionString: url, max: 10, options: '-c search_path=peer' }),
    secret: 'a secret for a bench that nobody else uses',
    baseURL: 'http://localhost',
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
  await (await getMigrations(auth.options)).runMigrations();
  const server = createServer((request, response) => void answer(auth, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, cookies: [] };
}

process.send?.(side === 'ours' ? await serveOurs() : await servePeer());
