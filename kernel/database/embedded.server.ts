import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './embedded.account.ts';
import type { Binaries } from './embedded.binaries.ts';
import { type Cluster, rememberPort } from './embedded.cluster.ts';
import { EmbeddedFailure } from './embedded.failure.ts';
import { readPostmaster } from './embedded.process.ts';
import { serverSettings, type Tuning } from './embedded.tuning.ts';

/** What it takes to run a cluster's server. */
export interface Plan {
  readonly cluster: Cluster;
  readonly binaries: Binaries;
  readonly account: Account | null;
  readonly tuning: Tuning;
}

export interface RunningServer {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly port: number;
}

const startLimit_ms = 60_000;
const logLimit_bytes = 4 << 20;
const attempts = 5;

function openLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > logLimit_bytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function launch({ cluster, binaries, account, tuning }: Plan, port: number): ChildProcess {
  const settings = {
    ...serverSettings(tuning),
    port: String(port),
    unix_socket_directories: cluster.socket ?? '',
  };
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

export const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Resolves to its process id when the server takes connections, to null when it ended instead. */
async function ready(child: ChildProcess, cluster: Cluster): Promise<number | null> {
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  for (const end = Date.now() + startLimit_ms; Date.now() < end; await sleep(5)) {
    if (failure) throw new EmbeddedFailure('not_started', `PostgreSQL could not be run: ${failure.message}`);
    if (hasEnded(child)) return null;
    const postmaster = readPostmaster(cluster.folder);
    if (postmaster?.ready && postmaster.pid === child.pid) return postmaster.pid;
  }
  child.kill('SIGQUIT');
  return null;
}

const lastWords = (cluster: Cluster) =>
  existsSync(cluster.log) ? readFileSync(cluster.log, 'utf8').trimEnd().split('\n').slice(-6).join('\n') : '';

/**
 * Starts the server, waiting out the moments in which a killed predecessor's processes still end.
 * @param wanted the port; default: the one used last, or a free one.
 */
export async function runServer(plan: Plan, wanted?: number): Promise<RunningServer> {
  const { cluster } = plan;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const port = await rememberPort(cluster, wanted, attempt);
    const child = launch(plan, port);
    const pid = await ready(child, cluster);
    if (pid !== null) return { child, pid, port };
    if (attempt < attempts) await sleep(300 * attempt);
  }
  const message = `PostgreSQL did not start. Its last words, from ${cluster.log}:\n${lastWords(cluster)}`;
  throw new EmbeddedFailure('not_started', message);
}
