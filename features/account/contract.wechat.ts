import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { Entered } from './contract.shapes.ts';

const nothing = Type.Object({}, { additionalProperties: false });

/** As WeChat and this server put them into the address to which WeChat leads back. */
const Returned = Type.Object(
  {
    code: Type.String({ pattern: '^[\\w-]+$', minLength: 1, maxLength: 200 }),
    state: Type.String({ pattern: '^[0-9a-f]+$', minLength: 1, maxLength: 128 }),
  },
  { additionalProperties: false },
);

/** Where the browser is to go: a page of WeChat's that shows a QR code or, inside WeChat, asks for consent. */
const Leads = Type.Object({ url: Type.String() });

const refusals = [
  'wechat_not_offered',
  'wechat_state',
  'wechat_refused',
  'wechat_preview',
  'wechat_down',
  'wechat_misconfigured',
] as const;

export const beginWechat = operation({
  name: 'account.begin_wechat',
  method: 'POST',
  path: '/api/account/wechat/begin',
  summary: 'Where to go to sign in by WeChat; what it answers counts in this browser, once, for ten minutes',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: nothing,
  output: Leads,
  errors: ['wechat_not_offered'],
  per_minute: 20,
});

export const signInWechat = operation({
  name: 'account.sign_in_wechat',
  method: 'POST',
  path: '/api/account/wechat/sign-in',
  summary: 'Sign in with what WeChat led back with; makes the account at the first time',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: Returned,
  output: Entered,
  errors: refusals,
  per_minute: 20,
});

const own = {
  method: 'POST',
  purpose: 'authentication',
  actors: ['person'],
  acceptance: true,
  fresh: true,
  per_minute: 20,
} as const;

export const beginConnectingWechat = operation({
  ...own,
  name: 'account.begin_connecting_wechat',
  path: '/api/account/wechat/connect/begin',
  summary: 'Where to go to make WeChat a way into this account',
  input: nothing,
  output: Leads,
  errors: ['wechat_not_offered'],
});

export const connectWechat = operation({
  ...own,
  name: 'account.connect_wechat',
  path: '/api/account/wechat/connect',
  summary: 'Sign in by WeChat from now on; another WeChat account that did so before no longer does',
  input: Returned,
  output: Type.Object({ nickname: Type.Union([Type.String(), Type.Null()]) }),
  errors: [...refusals, 'wechat_taken'],
});

export const disconnectWechat = operation({
  ...own,
  name: 'account.disconnect_wechat',
  path: '/api/account/wechat/disconnect',
  summary: 'Forget the WeChat account with its nickname and picture; never the last way in',
  input: nothing,
  output: Type.Object({}),
  errors: ['last_way', 'way_unknown'],
});
