import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { setPassword } from '@axent/account/contract/ways';
import { type EmbeddedDatabase, startEmbedded } from '@axent/kernel/database/embedded';
import pg from 'pg';
import type { AuthAnswer, AuthTask } from './auth.client.ts';
import { addressOf, emailOf, password } from './auth.people.ts';

export interface Side {
  readonly name: 'ours' | 'peer';
  readonly port: number;
  /** For the memory that it takes. */
  readonly pid: number;
  /** One `cookie` header for each person, signed in. */
  readonly cookies: readonly string[];
}

export interface AuthClient {
  readonly ask: (task: AuthTask) => Promise<AuthAnswer>;
  readonly close: () => Promise<void>;
}

export interface AuthWorld extends AuthClient {
  readonly ours: Side;
  readonly peer: Side;
}

/** Browsers in a thread of their own. */
export function openClient(): AuthClient {
  const client = new Worker(new URL('./auth.client.ts', import.meta.url));
  return {
    ask: async (task) => {
      client.postMessage(task);
      return ((await once(client, 'message')) as [AuthAnswer])[0];
    },
    close: async () => {
      await client.terminate();
    },
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  readonly cookies: readonly string[];
}

async function start(words: readonly string[]): Promise<Started> {
  const child = fork(join(import.meta.dirname, 'auth.server.ts'), [...words]);
  const [begun] = (await once(child, 'message')) as [Omit<Started, 'child'>];
  return { child, ...begun };
}

/** Gives the people of the product a password, as the product does it. */
async function givePasswords(port: number, cookies: readonly string[]): Promise<void> {
  await inBatches(cookies, async (cookie, n) => {
    const answer = await fetch(`http://127.0.0.1:${port}${setPassword.path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'x-forwarded-for': addressOf(n) },
      body: JSON.stringify({ password }),
    });
    if (answer.status !== 200) throw new Error(`setting a password answered ${await answer.text()}`);
  });
}

async function peerPeople(port: number, count: number): Promise<string[]> {
  const cookies: string[] = [];
  await inBatches(Array.from({ length: count }), async (_, n) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost' },
      body: JSON.stringify({ email: emailOf(n), password, name: `Person ${n}` }),
    });
    if (answer.status !== 200) throw new Error(`signing up answered ${await answer.text()}`);
    cookies[n] = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  });
  return cookies;
}

async function inBatches<T>(all: readonly T[], work: (one: T, n: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += 8)
    await Promise.all(all.slice(at, at + 8).map((one, n) => work(one, at + n)));
}

/** A durable database, both servers on it, and people who are signed in and have a password. */
export async function openAuthWorld(count: number): Promise<AuthWorld> {
  const cache = join(import.meta.dirname, '..', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'bench-auth-'));
  chmodSync(folder, 0o755);
  const database: EmbeddedDatabase = await startEmbedded({
    directory: join(folder, 'database'),
    durable: true,
  });
  const url = database.url('postgres');
  const owner = new pg.Pool({ connectionString: url, max: 1 });
  const client = openClient();
  const children: ChildProcess[] = [];
  const begin = async (name: Side['name']): Promise<Side> => {
    const { child, port, cookies } = await start([name, url, folder, String(count)]);
    children.push(child);
    return { name, port, pid: child.pid ?? 0, cookies };
  };
  const ours = await begin('ours');
  await givePasswords(ours.port, ours.cookies);
  await owner.query('create schema peer');
  const begun = await begin('peer');
  const peer = { ...begun, cookies: await peerPeople(begun.port, count) };
  await owner.query('vacuum analyze');
  return {
    ours,
    peer,
    ask: client.ask,
    close: async () => {
      await client.close();
      for (const child of children) child.kill('SIGKILL');
      await owner.end();
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Most memory that a process has taken so far, in MB (Linux). */
export function peakMemory_mb(pid: number): number {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? Number.NaN) / 1024;
}
