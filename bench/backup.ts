import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fill, type Place, people_count } from './backup.world.ts';

// The commands as an operator runs them, on a server that goes on answering people who look at their own contact:
// backed up, keys apart, and restored into a fresh folder. fsync is on.

const at_once = 4;
/** Between an answer and the next question of the same person: a service at work, not one at its limit. */
const pause_ms = 20;
const before_s = Number(process.env.BENCH_SECONDS ?? 15);

const cache = join(import.meta.dirname, '..', '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'bench-backup-'));
const inside = (name: string) => join(folder, name);
const server = join(import.meta.dirname, '../apps/server');
const master = randomBytes(32);
const place: Place = {
  folder: inside('data'),
  key_store_file: inside('keys/keys.sqlite'),
  master,
  origin: 'bench.example/ledger',
};
writeFileSync(inside('master.key'), master.toString('base64'));
const backup_key = randomBytes(32).toString('base64');

function start(file: string, words: readonly string[], more: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(server, file), ...words], {
    env: {
      PATH: process.env.PATH,
      DATA_FOLDER: place.folder,
      KEY_STORE_FILE: place.key_store_file,
      LEDGER_ORIGIN: place.origin,
      MASTER_KEY_FILE: inside('master.key'),
      BACKUP_KEY: backup_key,
      LOG_LEVEL: 'fatal',
      TRUSTED_PROXIES: '127.0.0.1,::1',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Runs a command to its end; answers the minutes it took. */
async function run(file: string, words: readonly string[], more = {}): Promise<number> {
  const began = performance.now();
  const child = start(file, words, more);
  child.stdout?.pipe(process.stdout);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${file} ended with ${code}`);
  return (performance.now() - began) / 60_000;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

/** People looking at their contact, until told to stop; answers how long each waited. */
function asking(port: number, tokens: readonly string[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: at_once });
  const waits: number[] = [];
  let [going, next, failed] = [true, 0, 0];
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      const n = next++;
      const headers = {
        cookie: `axent-session=${tokens[n % tokens.length]}`,
        'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
      };
      const began = performance.now();
      request({ agent, port, host: '127.0.0.1', path: '/api/account/contact', headers }, (response) => {
        response.resume();
        response.once('end', () => {
          waits.push(performance.now() - began);
          if (response.statusCode !== 200) failed += 1;
          resolve();
        });
      })
        .once('error', reject)
        .end();
    });
  const person = async () => {
    for (; going; await new Promise((resolve) => setTimeout(resolve, pause_ms))) await ask();
  };
  const all = Promise.all(Array.from({ length: at_once }, person));
  return async () => {
    going = false;
    await all;
    agent.destroy();
    waits.sort((a, b) => a - b);
    return {
      asked: waits.length,
      failed,
      p50_ms: waits[waits.length >> 1],
      p99_ms: waits[Math.floor(waits.length * 0.99)],
    };
  };
}

const sleep = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
let running: ChildProcess | null = null;
try {
  const filling = performance.now();
  const tokens = await fill(place);
  console.log(`${people_count} people in ${((performance.now() - filling) / 60_000).toFixed(1)} min`);
  const port = await freePort();
  running = start('main.ts', [], { PORT: String(port) });
  let said = '';
  running.stdout?.on('data', (bytes) => (said += bytes));
  while (!said.includes('AXENT is running')) {
    if (running.exitCode !== null) throw new Error(`The server did not start: ${said}`);
    await sleep(0.1);
  }
  await asking(port, tokens)();
  const warm = asking(port, tokens);
  await sleep(3);
  await warm();
  const quiet = asking(port, tokens);
  await sleep(before_s);
  const before = await quiet();
  const busy = asking(port, tokens);
  const backup_min = await run('backup.command.ts', [inside('a.backup')]);
  const keys_min = await run('backup.command.ts', ['--keys', inside('a.keys')]);
  const meanwhile = await busy();
  running.kill('SIGTERM');
  await once(running, 'exit');
  const restore_min = await run(
    'restore.command.ts',
    [
      inside('a.backup'),
      '--keys',
      inside('a.keys'),
      '--shredded',
      `${place.key_store_file}.shredded`,
      '--new-log',
    ],
    { DATA_FOLDER: inside('restored'), KEY_STORE_FILE: inside('restored-keys/keys.sqlite') },
  );
  console.table({ before, meanwhile });
  const mb = (name: string) => Math.round(statSync(inside(name)).size / 1024 / 1024);
  console.log(
    `database ${mb('a.backup')} MB in ${backup_min.toFixed(2)} min, keys ${mb('a.keys')} MB in ${keys_min.toFixed(2)} min`,
  );
  const ratio = (meanwhile.p99_ms ?? Number.NaN) / (before.p99_ms ?? Number.NaN);
  console.log(
    `backup: backup_min=${(backup_min + keys_min).toFixed(2)} restore_min=${restore_min.toFixed(2)} p99_ratio=${ratio.toFixed(2)}`,
  );
} finally {
  if (running !== null && running.exitCode === null) running.kill('SIGKILL');
  const clusters = ['data', 'restored'].map((name) => {
    try {
      return JSON.parse(readFileSync(inside(`${name}/database/connection.json`), 'utf8')).cluster as string;
    } catch {
      return inside(name); // never came so far
    }
  });
  for (const path of [...clusters, folder]) rmSync(path, { recursive: true, force: true });
}
