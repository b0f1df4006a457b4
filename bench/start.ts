import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildApps } from '../tasks/built.ts';

// The product as `npm start` starts it: on an empty data folder (cold) and on one that was used before (warm), from
// the command to the first answer over HTTP; then its memory at rest, by proportional set size, which counts what
// processes share once. The web apps are built beforehand, as after the first start ever.

const warm_starts = Number(process.env.BENCH_STARTS ?? 3);
const start_ms = 60_000;
/** Idle connections are closed after ten seconds. */
const rest_ms = Number(process.env.BENCH_REST_MS ?? 15_000);
const requests_before_rest = 300;
const program = join(import.meta.dirname, '../run.mjs');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

interface Started {
  readonly child: ChildProcess;
  readonly seconds: number;
}

/** Resolves at the first answer. */
async function start(folder: string, port: number): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, [program, 'start'], {
    env: { PATH: process.env.PATH, DATA_FOLDER: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (bytes) => {
    said += bytes;
  });
  while (performance.now() - began < start_ms) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/notice?language=en`).catch(() => null);
    if (answer?.ok) {
      await answer.text();
      return { child, seconds: (performance.now() - began) / 1000 };
    }
    if (child.exitCode !== null) throw new Error(`The server ended instead of starting. It said:\n${said}`);
    await sleep(5);
  }
  child.kill('SIGTERM');
  throw new Error(`No answer came within ${start_ms / 1000} s. The server said:\n${said}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

interface Memory {
  readonly server_mb: number;
  readonly database_mb: number;
  /** Process → MB, largest first. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Linux only; NaN elsewhere. Everything below a `postgres` is the database's, all else the server's. */
function memoryOf(root: number): Memory {
  if (!existsSync('/proc/self/smaps_rollup'))
    return { server_mb: Number.NaN, database_mb: Number.NaN, parts: {} };
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const fields = readOr(`/proc/${name}/stat`).replace(/.*\) /s, '').split(' ');
    parents.set(Number(name), Number(fields[1]));
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  const parts: [string, number][] = [];
  const sums = { server: 0, database: 0 };
  for (const pid of [...parents.keys()].filter(isBelow)) {
    const kb = Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
    const command = readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
    sums[/postgres/.test(command) ? 'database' : 'server'] += kb / 1024;
    parts.push([`${pid} ${command.slice(-70)}`, Math.round(kb / 102.4) / 10]);
  }
  parts.sort((a, b) => b[1] - a[1]);
  return { server_mb: sums.server, database_mb: sums.database, parts: Object.fromEntries(parts) };
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // ended meanwhile
  }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

await buildApps({ all: false });
const folder = mkdtempSync(join(tmpdir(), 'axent-bench-start-'));
chmodSync(folder, 0o755);
const port = await freePort();
let running: ChildProcess | null = null;
const restart = async () => {
  const { child, seconds } = await start(folder, port);
  running = child;
  return seconds;
};
process.once('SIGINT', () => running?.kill('SIGTERM'));
try {
  const cold_s = await restart();
  const warm: number[] = [];
  for (let n = 0; n < warm_starts; n++) {
    if (running !== null) await stop(running);
    warm.push(await restart());
  }
  for (let n = 0; n < requests_before_rest; n++) {
    await (await fetch(`http://127.0.0.1:${port}/${n % 2 === 0 ? 'api/notice?language=de' : ''}`)).text();
  }
  await sleep(rest_ms);
  const memory = memoryOf((running as ChildProcess | null)?.pid ?? 0);
  console.log(`Cold ${cold_s.toFixed(2)} s; warm ${warm.map((seconds) => seconds.toFixed(2)).join(', ')} s`);
  console.table(memory.parts);
  console.log(
    `start: warm_s=${median(warm).toFixed(2)} cold_s=${cold_s.toFixed(2)} ` +
      `server_mb=${memory.server_mb.toFixed(0)} database_mb=${memory.database_mb.toFixed(0)}`,
  );
} finally {
  if (running !== null) await stop(running);
  rmSync(folder, { recursive: true, force: true });
}
