import { new_device } from '@axent/account/contract';
import { way_changed } from '@axent/account/contract/ways';
import type { Feature } from '@axent/kernel';
import { account_closed } from '@axent/privacy/contract';
import { recovery_waits, request_moved } from '@axent/requests/contract';
import { operations, type PushResources } from './operations.ts';
import { problems } from './problems.ts';
import { incidentTelling } from './telling.incident.ts';
import { recoveryTelling, requestTelling } from './telling.requests.ts';
import {
  closingTelling,
  deviceTelling,
  forgetting,
  handing,
  noticeTelling,
  reaching,
  wayTelling,
} from './telling.ts';

export interface MessageResources extends PushResources {
  /** The address of the customer app, without a slash at the end. */
  readonly home: string;
}

export const messagesMigrations = new URL('migrations/', import.meta.url);

const look_every_ms = 5_000;

/** Service messages: what they say, whom they reach, and where a person wants them. */
export function messages(resources: MessageResources): Feature {
  const tellNotice = noticeTelling(resources.home);
  const tellIncident = incidentTelling(resources.home);
  return {
    name: 'messages',
    operations: operations(resources),
    problems,
    migrations: messagesMigrations,
    reached: async (system, people) =>
      new Set((await system.run(reaching, { people: [...people] })).addresses),
    events: {
      [new_device]: handing(deviceTelling(resources.home)),
      [way_changed]: handing(wayTelling(resources.home)),
      [account_closed]: handing(closingTelling(resources.home)),
      [request_moved]: handing(requestTelling(resources.home)),
      [recovery_waits]: handing(recoveryTelling(resources.home)),
      'message.address_gone': handing(forgetting),
    },
    jobs: [
      {
        name: 'notice change',
        every_ms: look_every_ms,
        atPublication: true,
        run: async (system) => {
          while ((await system.run(tellNotice, {})).more);
        },
      },
      {
        name: 'incidents told',
        every_ms: look_every_ms,
        run: async (system) => {
          while ((await system.run(tellIncident, {})).more);
        },
      },
    ],
  };
}
