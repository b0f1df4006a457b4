import { resolve } from 'node:path';
import { serverAccount } from './embedded.account.ts';
import { serverBinaries } from './embedded.binaries.ts';
import { discardElsewhere, prepareCluster } from './embedded.cluster.ts';
import { lockFolder } from './embedded.lock.ts';
import { stopOrphan } from './embedded.process.ts';
import { type Plan, runServer } from './embedded.server.ts';
import { supervise } from './embedded.supervisor.ts';

export { EmbeddedFailure } from './embedded.failure.ts';
export { type FolderLock, lockFolder } from './embedded.lock.ts';

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
  /** The server's main process; another one after it ended by itself and was started again. */
  readonly pid: number;
  readonly version: string;
  /** Rolls back open transactions, writes everything, releases the folder. */
  stop(): Promise<void>;
}

const defaultBuffers_mb = 48;

async function plan(options: EmbeddedOptions, directory: string, log: (line: string) => void): Promise<Plan> {
  const account = serverAccount();
  const binaries = serverBinaries(account !== null, directory);
  const cluster = await prepareCluster({ directory, durable: options.durable, account, binaries, log });
  const shared_buffers_mb = options.shared_buffers_mb ?? defaultBuffers_mb;
  return { cluster, binaries, account, tuning: { durable: options.durable, shared_buffers_mb } };
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
    const planned = await plan(options, directory, log);
    const { cluster, binaries } = planned;
    const orphan = await stopOrphan(cluster.folder);
    if (orphan)
      log(`The database server of an earlier run (process ${orphan}) was still there and was stopped`);
    const server = await runServer(planned, options.port);
    const supervisor = supervise(planned, server, log);
    const address = `postgresql://postgres:${cluster.password}@127.0.0.1:${server.port}`;
    // The socket takes less of the processor than a port does.
    const way = cluster.socket === undefined ? '' : `?host=${encodeURIComponent(cluster.socket)}`;
    let stopped: Promise<void> | undefined;
    return {
      url: (database) => `${address}/${encodeURIComponent(database)}${way}`,
      ...(cluster.socket && { socket: cluster.socket }),
      port: server.port,
      get pid() {
        return supervisor.pid();
      },
      version: binaries.version,
      stop: () => {
        stopped ??= supervisor.stop().finally(() => {
          if (!options.durable) discardElsewhere(cluster, directory);
          lock.release();
        });
        return stopped;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
