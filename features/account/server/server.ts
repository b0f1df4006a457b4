import type { Feature } from '@axent/kernel';
import { deviceKeyLeft } from '@axent/kernel/person';
import type { FindCountry } from './device.ts';
import { writingVisits } from './devices.ts';
import { operations } from './operations.ts';
import { problems } from './problems.ts';
import { tidying } from './tidying.ts';
import { Visits } from './visits.ts';

export interface AccountResources {
  readonly findCountry: FindCountry;
  readonly clock: () => number;
}

export const accountMigrations = new URL('migrations/', import.meta.url);

const visits_every_ms = 1_000;

export function account({ findCountry, clock }: AccountResources): Feature {
  const visits = new Visits(findCountry, clock);
  return {
    name: 'account',
    operations: operations(visits),
    problems,
    migrations: accountMigrations,
    jobs: [tidying, { name: 'visits', every_ms: visits_every_ms, run: writingVisits(visits) }],
    events: { [deviceKeyLeft]: ({ owner }, system) => system.shred(String(owner)) },
    onSession: (session, caller) => {
      if (session.kind === 'person') visits.note(session, caller);
    },
  };
}
