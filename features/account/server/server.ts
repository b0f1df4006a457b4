import type { Feature } from '@axent/kernel';
import { deviceKeyLeft } from '@axent/kernel/person';
import { account_recovered } from '@axent/requests/contract';
import type { FindCountry } from './device.ts';
import { writingVisits } from './devices.ts';
import { operations } from './operations.ts';
import { problems } from './problems.ts';
import { forgetSeconds } from './recovered.ts';
import { tidying } from './tidying.ts';
import { Visits } from './visits.ts';

export interface AccountResources {
  readonly findCountry: FindCountry;
  readonly clock: () => number;
  /** The address that people type: passkeys belong to it. */
  readonly publicUrl: URL;
}

export const accountMigrations = new URL('migrations/', import.meta.url);

const visits_every_ms = 1_000;

export function account({ findCountry, clock, publicUrl }: AccountResources): Feature {
  const site = { rp_id: publicUrl.hostname, origin: publicUrl.origin };
  const visits = new Visits(findCountry, clock);
  return {
    name: 'account',
    operations: operations(visits, site),
    problems,
    migrations: accountMigrations,
    jobs: [tidying, { name: 'visits', every_ms: visits_every_ms, run: writingVisits(visits) }],
    events: {
      [deviceKeyLeft]: ({ owner }, system) => system.shred(String(owner)),
      [account_recovered]: async ({ person, second_factors }, system) => {
        if (second_factors === 'lost') await system.run(forgetSeconds, { person: String(person) });
      },
    },
    onSession: (session, caller) => {
      if (session.kind === 'person') visits.note(session, caller);
    },
  };
}
