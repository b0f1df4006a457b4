import { isAlive, stopServer } from './embedded.process.ts';
import { hasEnded, type Plan, type RunningServer, runServer } from './embedded.server.ts';

export interface Supervisor {
  readonly pid: () => number;
  readonly stop: () => Promise<void>;
}

/** A server that ends more often than this is not helped by being started again. */
const most_restarts = 5;
const within_ms = 10 * 60_000;

/** Starts a server that ends by itself (the system ran out of memory, say) again, on the same port. */
export function supervise(plan: Plan, first: RunningServer, log: (line: string) => void): Supervisor {
  let server = first;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  let restarts: number[] = [];

  const restart = async () => {
    const now_ms = Date.now();
    restarts = [...restarts.filter((time_ms) => now_ms - time_ms < within_ms), now_ms];
    if (restarts.length > most_restarts) {
      log(`The database server ended ${restarts.length} times in ten minutes and is not started again`);
      return;
    }
    log('The database server ended by itself and is started again');
    try {
      server = await runServer(plan, first.port);
      watch();
    } catch (error) {
      log((error as Error).message);
    }
  };
  const watch = () => {
    server.child.unref();
    server.child.once('exit', () => {
      if (!stopping) restarting = restart();
    });
  };
  const endWithUs = () => {
    if (isAlive(server.pid)) process.kill(server.pid, 'SIGINT');
  };

  watch();
  process.once('exit', endWithUs);
  return {
    pid: () => server.pid,
    stop: async () => {
      stopping = true;
      await restarting;
      process.removeListener('exit', endWithUs);
      if (!hasEnded(server.child)) await stopServer(server.pid);
    },
  };
}
