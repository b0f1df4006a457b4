import { account_made, new_device } from '@axent/account/contract';
import type { Feature } from '@axent/kernel';
import type { Limits, Prices } from '../fraud.ts';
import { guards } from './guard.ts';
import { met, tidying } from './meeting.ts';
import { operations } from './operations.ts';
import { problems } from './problems.ts';
import { Salts } from './salts.ts';

export interface FraudResources {
  readonly fraud: Limits & { readonly sms_prices: Prices };
}

export const fraudMigrations = new URL('migrations/', import.meta.url);

/** The watch at the door: named rules over what was counted, and the people who look at whom it held. */
export function fraud({ fraud: { sms_prices, ...limits } }: FraudResources): Feature {
  const salts = new Salts();
  return {
    name: 'fraud',
    operations,
    problems,
    migrations: fraudMigrations,
    guards: guards({ salts, limits, prices: sms_prices }),
    events: { [account_made]: met(salts, true), [new_device]: met(salts, false) },
    jobs: [tidying],
  };
}
