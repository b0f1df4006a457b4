import type { Feature, Job, KernelFigures, System } from '@axent/kernel';
import type { CompiledPolicy } from '@axent/policy/compile';
import { type AlertOptions, alerting } from './alerts.ts';
import type { Measured } from './counts.ts';
import { type NodeOptions, ThisNode } from './node.ts';
import type { Observer } from './observer.ts';
import { watchingOperations } from './operations.ts';
import { type LookAtAccess, systemOperations } from './system.ts';

export type { AlertOptions } from './alerts.ts';
export { type Counts, openCounts } from './counts.ts';
export { type MetricsListener, serveMetrics } from './listener.ts';
export { Observer } from './observer.ts';
export { openTracing, type Tracing } from './tracing.ts';

export interface WatchingResources {
  readonly observer: Observer;
  readonly node: NodeOptions;
  /** Null: nobody is written to. */
  readonly alerts: AlertOptions | null;
}

interface Parts {
  readonly watching: WatchingResources;
  readonly release: CompiledPolicy;
  readonly requests: { readonly waiting: number };
  readonly lookAtAccess: LookAtAccess;
}

export interface Watching extends Feature {
  /** Everything that a scrape of the metrics shows, as it is now. */
  readonly measure: (system: System, kernel: KernelFigures) => Promise<Measured>;
}

const present_every_ms = 10_000;
const weigh_every_ms = 60_000;
const day_ms = 86_400_000;

export const watchingMigrations = new URL('migrations/', import.meta.url);

/** How the service runs: for the console, for the metrics, and by mail when it needs a hand. */
export function watching({ watching: resources, release, requests, lookAtAccess }: Parts): Watching {
  const { observer, alerts } = resources;
  const { clock, publicUrl } = resources.node;
  const node = new ThisNode(resources.node);
  const own = systemOperations({ release, lookAtAccess });
  const describe = () => node.describe(release.hash, requests.waiting, observer.lateJobs);
  const present: Job = {
    name: 'present',
    every_ms: present_every_ms,
    run: async (system) => {
      await node.lookAtCertificate();
      await system.run(own.present, { node: await describe() });
    },
  };
  // Matters at the end; once a day in between changes nothing, since the next word comes within seconds.
  const leave: Job = {
    name: 'leave',
    every_ms: day_ms,
    atEnd: true,
    run: async (system) => void (await system.run(own.leave, { id: node.id })),
  };
  const weigh: Job[] =
    alerts === null
      ? []
      : [
          {
            name: 'alerts',
            every_ms: weigh_every_ms,
            run: alerting({ ...alerts, operations: own, publicUrl, clock }),
          },
        ];
  return {
    name: 'watching',
    operations: watchingOperations({ release, lookAtAccess, describe, alerts: alerts !== null }),
    migrations: watchingMigrations,
    jobs: [present, leave, ...weigh],
    measure: async (system, kernel) => ({
      kernel,
      node: await describe(),
      jobs: observer.jobs,
      // The rest is worth knowing most of all while the database is away.
      facts: await system.run(own.look, {}).catch(() => null),
      now: new Date(clock()),
    }),
  };
}
