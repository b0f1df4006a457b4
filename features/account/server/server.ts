import type { Feature } from '@axent/kernel';
import { deviceKeyLeft } from '@axent/kernel/person';
import { account_recovered } from '@axent/requests/contract';
import type { FindCountry } from './device.ts';
import { writingVisits } from './devices.ts';
import { entering } from './entering.ts';
import { operations } from './operations.ts';
import { problems } from './problems.ts';
import { forgetSeconds } from './recovered.ts';
import { tidying } from './tidying.ts';
import { Visits } from './visits.ts';
import { type WechatSettings, wechatClient } from './wechat.client.ts';

export interface AccountResources {
  readonly findCountry: FindCountry;
  readonly clock: () => number;
  /** The address that people type: passkeys belong to it. */
  readonly publicUrl: URL;
  /** Else signing in by WeChat is not offered. */
  readonly wechat?: WechatSettings;
}

export type { WechatSettings } from './wechat.client.ts';

/** The page of the app to which WeChat leads back. */
const no_wechat = {
  website: null,
  official: null,
  pages_url: 'https://localhost',
  api_url: 'https://localhost',
};
const wechat_back = '/sign-in/wechat';

export const accountMigrations = new URL('migrations/', import.meta.url);

const visits_every_ms = 1_000;

/** Other features bring in whom they know; how that is done is the account's. */
export interface AccountFeature extends Feature {
  readonly enter: ReturnType<typeof entering>;
}

export function account({
  findCountry,
  clock,
  publicUrl,
  wechat = no_wechat,
}: AccountResources): AccountFeature {
  const site = { rp_id: publicUrl.hostname, origin: publicUrl.origin };
  const door = { wechat: wechatClient(wechat), back: new URL(wechat_back, publicUrl).href };
  const visits = new Visits(findCountry, clock);
  return {
    name: 'account',
    enter: entering(visits),
    operations: operations(visits, site, door),
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
