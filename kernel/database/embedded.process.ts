import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedFailure } from './embedded.failure.ts';

/** What PostgreSQL writes about its running server; `ready` once it takes connections. */
export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

const pidFile = (cluster: string) => join(cluster, 'postmaster.pid');

export function readPostmaster(cluster: string): Postmaster | null {
  if (!existsSync(pidFile(cluster))) return null;
  const lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 1 ? { pid, ready: lines[7]?.trim() === 'ready' } : null;
}

/** A process that has ended but was not yet collected by its parent (some containers never do) counts as gone. */
const isZombie = (pid: number) =>
  process.platform === 'linux' && / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\)/s, ''));

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // alive, and another account's
  }
}

/** Process ids are reused: only a `postgres` that stands in this very folder is this cluster's server. */
function servesCluster(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') {
      const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '');
      return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    }
    const command = execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(cluster);
  } catch {
    return false;
  }
}

/** Waits until the process is gone; false when it is still there after `limit_ms`. */
async function gone(pid: number, limit_ms: number): Promise<boolean> {
  for (const end = Date.now() + limit_ms; isAlive(pid); await sleep(10)) if (Date.now() > end) return false;
  return true;
}

/**
 * Ends a server the gentle way (open transactions are rolled back, everything is written), and by an immediate
 * shutdown, from which PostgreSQL recovers at the next start, if that takes longer than `limit_ms`.
 */
export async function stopServer(pid: number, limit_ms = 30_000): Promise<void> {
  for (const [signal, wait_ms] of [
    ['SIGINT', limit_ms],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await gone(pid, wait_ms)) return;
  }
  throw new EmbeddedFailure(
    'not_stopped',
    `The database server (process ${pid}) does not stop; end it by hand.`,
  );
}

/**
 * A server whose application was killed lives on. It is stopped, not adopted: stopping takes a tenth of a second,
 * rolls back what the killed application left open, and every start is then the same start.
 * @returns the process id of the orphan that was stopped, or null.
 */
export async function stopOrphan(cluster: string): Promise<number | null> {
  const left = readPostmaster(cluster);
  if (!left) return null;
  if (servesCluster(left.pid, cluster)) {
    await stopServer(left.pid);
    return left.pid;
  }
  // Nobody's file: without this, PostgreSQL would refuse to start if the id now belongs to some other process.
  rmSync(pidFile(cluster), { force: true });
  return null;
}
