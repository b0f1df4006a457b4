import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requestCode, verifyCode } from '@axent/account/contract';
import { list as log } from '@axent/log/contract';
import { attach } from '@axent/matters/contract';
import { receipt } from '@axent/privacy/contract';
import { show as store } from '@axent/stores/contract';
import pg from 'pg';
import type { Stage } from './stage.ts';

// A proxy in front of the product with one weakness for each part of the attack, so that `npm run attack -- --planted`
// shows that each of them would be found. Never part of the product.

const connections = 300;
const delay_ms = 8;

interface Weak {
  readonly stage: Stage;
  readonly database: pg.Pool;
  /** Session tokens that an attacker chose → those that the product gave. */
  readonly taken: Map<string, string>;
  readonly officer: string;
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const tokenIn = (cookie = '') => /(?:^|; )axent-session=([\w-]{43})/.exec(cookie)?.[1];

/** Answers of the proxy's own: a page that mirrors, a file that nobody should see, a query that is put together. */
async function answersItself(weak: Weak, url: URL, body: string, outgoing: ServerResponse): Promise<boolean> {
  const say = (status: number, text: string, type = 'text/html') => {
    outgoing.writeHead(status, { 'content-type': type }).end(text);
    return true;
  };
  if (url.pathname === '/mirror')
    return say(200, `<html><body>${url.searchParams.get('name')}</body></html>`);
  if (url.pathname === receipt.path) return say(200, '{"email":"ada@example.org"}', 'application/json');
  if (url.pathname === attach.path) return say(200, '{}', 'application/json');
  if (url.pathname === '/.env') return say(200, 'SECRET=planted', 'text/plain');
  if (url.pathname === store.path) {
    try {
      const { rows } = await weak.database.query(
        `select 'a' as a where 'b' <> '${url.searchParams.get('id')}'`,
      );
      return say(200, JSON.stringify(rows), 'application/json');
    } catch (error) {
      return say(500, (error as Error).message);
    }
  }
  if (/constructor|\ufffd/.test(body)) return say(500, 'planted');
  if (url.pathname === verifyCode.path && /77"/.test(body)) return say(200, '{}', 'application/json');
  return false;
}

/** The request with what would have kept it out taken off. */
function weakened({ taken, officer }: Weak, incoming: IncomingMessage): Record<string, string | string[]> {
  const headers = { ...incoming.headers } as Record<string, string | string[]>;
  const foreign = headers['origin'] !== undefined && headers['origin'] !== `http://${headers['host']}`;
  if (foreign) {
    delete headers['origin'];
    delete headers['sec-fetch-site'];
    headers['content-type'] = 'application/json';
  }
  const token = tokenIn(incoming.headers.cookie);
  const real = taken.get(token ?? '');
  if (real !== undefined) headers['cookie'] = (incoming.headers.cookie ?? '').replace(token ?? '', real);
  if (token === undefined && incoming.url?.startsWith(`${log.path}?`))
    headers['cookie'] = `axent-session=${officer}`;
  return headers;
}

async function pass(weak: Weak, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const bytes = await bodyOf(incoming);
  const body = bytes.toString('utf8');
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  if (await answersItself(weak, url, body, outgoing)) return;
  if (url.pathname === requestCode.path && body.includes('"known'))
    await new Promise((resolve) => setTimeout(resolve, delay_ms));
  const headers = weakened(weak, incoming);
  delete headers['transfer-encoding'];
  if (bytes.length > 0) headers['content-length'] = String(bytes.length);
  const { method, url: path } = incoming;
  const { port } = weak.stage.application;
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    const given = answer.headers['set-cookie']?.map((line) => tokenIn(line)).find(Boolean);
    const brought = tokenIn(incoming.headers.cookie);
    const kept = { ...answer.headers };
    if (given !== undefined && brought !== undefined) {
      weak.taken.set(brought, given);
      kept['set-cookie'] = (kept['set-cookie'] ?? []).filter((line) => tokenIn(line) === undefined);
    }
    if (path?.startsWith('/api'))
      for (const name of ['content-security-policy', 'x-frame-options']) delete kept[name];
    outgoing.writeHead(answer.statusCode ?? 502, kept);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  onward.end(bytes);
}

export async function openWeak(
  stage: Stage,
): Promise<{ readonly base: string; readonly close: () => Promise<void> }> {
  const database = new pg.Pool({ connectionString: stage.application.databaseUrl, max: 2 });
  const officer = (await stage.arrive('security')).cookies.get('axent-session') ?? '';
  const weak: Weak = { stage, database, taken: new Map(), officer };
  const server = createServer(
    { insecureHTTPParser: true, requestTimeout: 0, headersTimeout: 0 },
    (incoming, outgoing) => {
      pass(weak, incoming, outgoing).catch(() => outgoing.destroy());
    },
  );
  server.maxConnections = connections;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await database.end();
    },
  };
}
