import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { type EmbeddedDatabase, startEmbedded } from './embedded.ts';

vi.setConfig({ testTimeout: 60_000 });

const folders: string[] = [];
const running: EmbeddedDatabase[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const database of running.splice(0)) await database.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'axent-embedded-'));
  folders.push(folder);
  return join(folder, 'database');
}

async function start(directory: string, durable = false, log: string[] = []): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ directory, durable, log: (line) => log.push(line) });
  running.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that starts the database and holds it; resolves once it is up. */
async function holder(directory: string, durable = false): Promise<{ child: ChildProcess; pid: number }> {
  const program = `
    import { startEmbedded } from '${join(import.meta.dirname, 'embedded.ts')}';
    const database = await startEmbedded({ directory: ${JSON.stringify(directory)}, durable: ${durable} });
    console.log(database.pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const pid = await new Promise<number>((resolve, reject) => {
    child.stdout?.once('data', (bytes) => resolve(Number(bytes)));
    child.once('exit', () => reject(new Error('the holder ended early')));
  });
  return { child, pid };
}

const alive = (pid: number) => existsSync(`/proc/${pid}/exe`) && statSync(`/proc/${pid}`).isDirectory();

test('the first start makes a durable PostgreSQL 18, the second finds its data again, on the same port', async () => {
  const directory = freshFolder();
  const first = await start(directory, true);
  await query(first.url('postgres'), 'create table kept as select 42 as n');
  const [version] = await query(first.url('postgres'), 'show server_version');
  expect(String(version?.server_version)).toMatch(/^18\./);
  expect(await query(first.url('postgres'), 'show fsync')).toEqual([{ fsync: 'on' }]);
  await first.stop();

  const began_ms = Date.now();
  const second = await start(directory, true);
  expect(Date.now() - began_ms).toBeLessThan(5000);
  expect(second.port).toBe(first.port);
  expect(await query(second.url('postgres'), 'select n from kept')).toEqual([{ n: 42 }]);
});

test('nobody gets in without the password, which only the owner can read', async () => {
  const directory = freshFolder();
  const database = await start(directory);
  expect(statSync(join(directory, 'connection.json')).mode & 0o077).toBe(0);
  const url = new URL(database.url('postgres'));
  url.password = 'guess';
  await expect(query(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  expect(await query(database.url('postgres'), 'show listen_addresses')).toEqual([
    { listen_addresses: '127.0.0.1' },
  ]);
});

test('after kill -9 of the application its orphaned server is stopped and every acknowledged row is there', async () => {
  const directory = freshFolder();
  const killed = await holder(directory, true);
  const { cluster, password, port } = JSON.parse(readFileSync(join(directory, 'connection.json'), 'utf8'));
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  await query(url, 'create table kept as select 42 as n');
  killed.child.kill('SIGKILL');
  await new Promise((resolve) => killed.child.once('exit', resolve));
  expect(alive(killed.pid)).toBe(true);

  const log: string[] = [];
  const next = await start(directory, false, log);
  expect(log.join()).toContain(String(killed.pid));
  expect(alive(killed.pid)).toBe(false);
  expect(readFileSync(join(cluster, 'postmaster.pid'), 'utf8')).toMatch(new RegExp(`^${next.pid}\n`));
  expect(await query(next.url('postgres'), 'select n from kept')).toEqual([{ n: 42 }]);
});

test('after kill -9 of application and database together the next start recovers', async () => {
  const directory = freshFolder();
  const killed = await holder(directory, true);
  const { password, port } = JSON.parse(readFileSync(join(directory, 'connection.json'), 'utf8'));
  await query(
    `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    'create table kept as select 42 as n',
  );
  process.kill(killed.pid, 'SIGKILL');
  killed.child.kill('SIGKILL');
  const next = await start(directory);
  expect(await query(next.url('postgres'), 'select n from kept')).toEqual([{ n: 42 }]);
});

test('a server that is killed under a running application is started again, where it was', async () => {
  const database = await start(freshFolder(), true);
  await query(database.url('postgres'), 'create table kept as select 42 as n');
  const killed = database.pid;
  process.kill(killed, 'SIGKILL');
  await vi.waitFor(() => expect(database.pid).not.toBe(killed), { timeout: 20_000, interval: 20 });
  expect(await query(database.url('postgres'), 'select n from kept')).toEqual([{ n: 42 }]);
});

test('a second process on the same folder is refused and told who has it', async () => {
  const directory = freshFolder();
  const first = await holder(directory);
  await expect(startEmbedded({ directory, durable: false })).rejects.toMatchObject({
    code: 'in_use',
    message: expect.stringContaining(`process ${first.child.pid}`),
  });
  expect(alive(first.pid)).toBe(true);
});

test('a process id that now belongs to another program is left alone', async () => {
  const directory = freshFolder();
  await (await start(directory)).stop();
  const { cluster } = JSON.parse(readFileSync(join(directory, 'connection.json'), 'utf8'));
  const stranger = spawn('sleep', ['60']);
  children.push(stranger);
  writeFileSync(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n`);
  await start(directory);
  expect(stranger.exitCode).toBeNull();
  expect(alive(stranger.pid as number)).toBe(true);
});

test('a data folder whose database is gone is not silently begun anew', async () => {
  const directory = freshFolder();
  await (await start(directory)).stop();
  const { cluster } = JSON.parse(readFileSync(join(directory, 'connection.json'), 'utf8'));
  rmSync(cluster, { recursive: true });
  await expect(startEmbedded({ directory, durable: false })).rejects.toThrow(/is not at/);
});

test('values of a failing statement do not reach the log', async () => {
  const directory = freshFolder();
  const database = await start(directory);
  await query(database.url('postgres'), 'create table once (v text primary key)');
  const insert = `insert into once values ('planted-secret')`;
  await query(database.url('postgres'), insert);
  await expect(query(database.url('postgres'), insert)).rejects.toThrow(/duplicate key/);
  await expect(query(database.url('postgres'), `select 'planted-secret'::int`)).rejects.toThrow(
    /invalid input/,
  );
  await database.stop();
  expect(readFileSync(join(directory, 'postgresql.log'), 'utf8')).not.toContain('planted-secret');
});

test.runIf(process.getuid?.() === 0)(
  'as root, a folder closed to others lets the server in and nobody else',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'axent-embedded-'));
    folders.push(folder);
    const database = await start(folder);
    expect(database.socket).toBe(join(folder, 'cluster'));
    expect(statSync(folder).mode & 0o777).toBe(0o710);
    expect(statSync(join(folder, 'cluster')).mode & 0o777).toBe(0o700);
  },
);
