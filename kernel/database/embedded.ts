import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, serverAccount } from './embedded.account.ts';
import { type Binaries, serverBinaries } from './embedded.binaries.ts';
import { type Cluster, prepareCluster, rememberPort } from './embedded.cluster.ts';
import { EmbeddedFailure } from './embedded.failure.ts';
import { lockFolder } from './embedded.lock.ts';
import { isAlive, readPostmaster, stopOrphan, stopServer } from './embedded.process.ts';
import { serverSettings } from './embedded.tuning.ts';

export { EmbeddedFailure, type EmbeddedFailureCode } from './embedded.failure.ts';

export interface EmbeddedOptions {
  /** The folder that holds the cluster, its password and its log; made if missing. One process at a time. */
  readonly directory: string;
  /** True: an acknowledged commit survives a power cut. False: fast and throwaway, for tests. */
  readonly durable: boolean;
  /** Default: the port used last, or a free one. */
  readonly port?: number;
  readonly shared_buffers_mb?: number;
  /** Told in plain words what happens. */
  readonly log?: (line: string) => void;
}

export interface EmbeddedDatabase {
  /** Address of a database on this server, as its superuser. */
  url(database: string): string;
  /** Folder of the Unix socket (only the server's account and root may enter it), where there is one. */
  readonly socket?: string;
  readonly port: number;
  /** The server's main process. */
  readonly pid: number;
  readonly version: string;
  /** Rolls back open transactions, writes everything, releases the folder. */
  stop(): Promise<void>;
}

const startLimit_ms = 60_000;
const logLimit_bytes = 4 << 20;

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logLimit_bytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function launch(
  binaries: Binaries,
  cluster: Cluster,
  account: Account | null,
  settings: Record<string, string>,
) {
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = openLog(cluster.log);
  try {
    // A group of its own: Ctrl-C in a terminal must reach the application first, which then stops the server.
    return spawn(binaries.postgres, ['-D', cluster.folder, ...words], {
      cwd: cluster.folder,
      detached: true,
      stdio: ['ignore', output, output],
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      ...(account && { uid: account.uid, gid: account.gid }),
    });
  } finally {
    closeSync(output);
  }
}

/** Resolves true when the server takes connections, false when it ended instead. */
async function ready(child: ChildProcess, cluster: Cluster): Promise<boolean> {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  for (const end = Date.now() + startLimit_ms; Date.now() < end; await sleep(5)) {
    if (failure) throw new EmbeddedFailure('not_started', `PostgreSQL could not be run: ${failure.message}`);
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const postmaster = readPostmaster(cluster.folder);
    if (postmaster?.ready && postmaster.pid === child.pid) return true;
  }
  child.kill('SIGQUIT');
  return false;
}

const lastWords = (cluster: Cluster) =>
  existsSync(cluster.log) ? readFileSync(cluster.log, 'utf8').trimEnd().split('\n').slice(-6).join('\n') : '';

/** Starts the server, waiting out the moments in which a killed predecessor's processes still end. */
async function run(options: EmbeddedOptions, cluster: Cluster, binaries: Binaries, account: Account | null) {
  for (let attempt = 1; attempt <= 5; attempt++) {
    const port = await rememberPort(cluster, options.port, attempt);
    const child = launch(binaries, cluster, account, {
      ...serverSettings({ durable: options.durable, shared_buffers_mb: options.shared_buffers_mb ?? 48 }),
      port: String(port),
      unix_socket_directories: cluster.socket ?? '',
    });
    if (await ready(child, cluster)) return { child, port };
    if (attempt < 5) await sleep(300 * attempt);
  }
  throw new EmbeddedFailure(
    'not_started',
    `PostgreSQL did not start. Its last words, from ${cluster.log}:\n${lastWords(cluster)}`,
  );
}

/**
 * A real PostgreSQL 18 of this process's own, on 127.0.0.1 with a password. Recovers by itself after kill -9: the
 * orphaned server is found and stopped, and PostgreSQL replays its log.
 * @throws EmbeddedFailure
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const log = options.log ?? (() => {});
  const directory = resolve(options.directory);
  const lock = lockFolder(directory);
  try {
    const account = serverAccount();
    const binaries = serverBinaries(account !== null);
    const cluster = await prepareCluster({ directory, durable: options.durable, account, binaries, log });
    const orphan = await stopOrphan(cluster.folder);
    if (orphan)
      log(`The database server of an earlier run (process ${orphan}) was still there and was stopped`);
    const { child, port } = await run(options, cluster, binaries, account);
    return handle(child, port, cluster, binaries, lock.release);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function handle(
  child: ChildProcess,
  port: number,
  cluster: Cluster,
  binaries: Binaries,
  release: () => void,
): EmbeddedDatabase {
  const pid = child.pid as number;
  child.unref();
  const endWithUs = () => isAlive(pid) && process.kill(pid, 'SIGINT');
  process.once('exit', endWithUs);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    process.removeListener('exit', endWithUs);
    if (child.exitCode === null && child.signalCode === null) await stopServer(pid);
    release();
  };
  return {
    url: (database) =>
      `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
    ...(cluster.socket && { socket: cluster.socket }),
    port,
    pid,
    version: binaries.version,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
