import type { Feature } from '@axent/kernel';
import { answeringOperations, approved } from './answering.ts';
import { askingOperations, type RequestResources } from './asking.ts';
import { followingOperations } from './following.ts';
import { problems } from './problems.ts';
import { announce, carryOut } from './recovering.ts';

export type { RequestResources } from './asking.ts';

const look_every_ms = 60_000;

export const requestsMigrations = new URL('migrations/', import.meta.url);

/** Requests of people about their data, with the law's clock; and the way back into an account that was lost. */
export function requests(resources: RequestResources): Feature {
  const giveBack = carryOut(resources);
  return {
    name: 'requests',
    operations: [
      ...askingOperations(resources),
      ...followingOperations(resources),
      ...answeringOperations(resources),
    ],
    problems,
    migrations: requestsMigrations,
    events: {
      [approved]: async ({ request }, system) => {
        await system.run(announce, { request: String(request) });
      },
    },
    jobs: [
      {
        name: 'accounts given back',
        every_ms: look_every_ms,
        run: async (system) => {
          while ((await system.run(giveBack, {})).more);
        },
      },
    ],
  };
}
