import type { Feature } from '@axent/kernel';
import { counting, forgetting } from './counting.ts';
import { operations } from './operations.ts';
import { problems } from './problems.ts';
import type { Signals } from './signals.ts';

export { Signals } from './signals.ts';

export interface SecurityResources {
  /** Told of every request by the server. */
  readonly signals: Signals;
}

const count_every_ms = 30_000;
const forget_every_ms = 3_600_000;

export const securityMigrations = new URL('migrations/', import.meta.url);

/** What attacks look like from the log, and incidents, which alone open an address. */
export function security({ signals }: SecurityResources): Feature {
  return {
    name: 'security',
    operations,
    problems,
    migrations: securityMigrations,
    jobs: [
      { name: 'risk signals', every_ms: count_every_ms, run: counting(signals), atEnd: true },
      { name: 'risk signals tidying', every_ms: forget_every_ms, run: forgetting },
    ],
  };
}
