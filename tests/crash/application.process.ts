import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { readPostmaster } from '../../kernel/database/embedded.process.ts';
import { bareEnvironment } from '../environment.ts';

const program = join(import.meta.dirname, '../../apps/server/main.ts');
const start_ms = 60_000;
const stop_ms = 30_000;
/** Lines of the log from this level on say that something is wrong (pino: 40 is a warning). */
const wrong_level = 40;

interface Connection {
  readonly cluster: string;
  readonly password: string;
  readonly port: number;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The product as it is started by `npm start`, in a process group of its own, on a data folder of its own. */
export class ApplicationProcess {
  readonly folder: string;
  readonly port: number;
  readonly #settings: Readonly<Record<string, string>>;
  readonly #main: string;
  #child: ChildProcess | null = null;
  #output = '';

  /** `settings` are added to the environment of the server; `main` is that of another release. */
  constructor(folder: string, port: number, settings: Readonly<Record<string, string>> = {}, main = program) {
    this.folder = folder;
    this.port = port;
    this.#settings = settings;
    this.#main = main;
  }

  get base(): string {
    return `http://localhost:${this.port}`;
  }

  /** What the server said since its last start. */
  get output(): string {
    return this.#output;
  }

  /** The key with which receipts and heads are verified, as the server prints it. */
  get vkey(): string {
    const vkey = this.#output.match(/^ *Ledger +\S+ +(\S+)$/m)?.[1];
    if (vkey === undefined) throw new Error('The server printed no key of the ledger.');
    return vkey;
  }

  /** Lines of warnings and faults since the last start. */
  get complaints(): readonly string[] {
    return this.#output.split('\n').filter((line) => {
      if (!line.startsWith('{')) return /could not start/.test(line);
      return (JSON.parse(line) as { level: number }).level >= wrong_level;
    });
  }

  /** Resolves with the seconds it took to take requests. Throws with what the server said when it ends instead. */
  async start(): Promise<number> {
    const began = performance.now();
    this.#output = '';
    const environment = {
      DATA_FOLDER: this.folder,
      PORT: String(this.port),
      TRUSTED_PROXIES: '127.0.0.1,::1',
      ...this.#settings,
    };
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', this.#main], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...bareEnvironment, ...environment },
    });
    this.#child = child;
    const hear = (bytes: Buffer) => {
      this.#output += bytes.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    while (!this.#output.includes('AXENT is running')) {
      if (child.exitCode !== null || performance.now() - began > start_ms) {
        throw new Error(`The server did not start. It said:\n${this.#output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return (performance.now() - began) / 1000;
  }

  /** kill -9 of the server; its database is left behind. */
  async killServer(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await ended;
  }

  /** The process stands still, as on a machine that does, with its connections open; false: it goes on. */
  freeze(still: boolean): void {
    this.#child?.kill(still ? 'SIGSTOP' : 'SIGCONT');
  }

  /** kill -9 of the server's process group and of every process of its database. */
  async killAll(): Promise<void> {
    const database = this.#databaseProcesses();
    const killed = this.killServer();
    for (const pid of database) kill(pid);
    await killed;
  }

  /** Asks it to end; answers its exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child;
    if (child === null || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit', { signal: AbortSignal.timeout(stop_ms) });
    child.kill('SIGTERM');
    await ended;
    return child.exitCode;
  }

  /** Whether a database server of this folder is running. */
  get hasDatabase(): boolean {
    return this.#databaseProcesses().some((pid) => existsSync(`/proc/${pid}`));
  }

  /** Address of the database, as its superuser. */
  get databaseUrl(): string {
    const { password, port } = this.#connection();
    return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  }

  #connection(): Connection {
    return JSON.parse(readFileSync(join(this.folder, 'database/connection.json'), 'utf8')) as Connection;
  }

  /** The main process first: a child that dies before it would set off a recovery instead of a crash. */
  #databaseProcesses(): number[] {
    if (!existsSync(join(this.folder, 'database/connection.json'))) return [];
    const main = readPostmaster(this.#connection().cluster)?.pid;
    return main === undefined ? [] : [main, ...childrenOf(main)];
  }
}

function childrenOf(parent: number): number[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
}

function parentOf(pid: string): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /s, '').split(' ');
    return Number(fields[1]);
  } catch {
    return null; // ended meanwhile
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as { code?: string }).code !== 'ESRCH') throw error;
  }
}
