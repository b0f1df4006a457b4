import { Entered } from '@axent/account/contract/shapes';
import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { staffRoles, Token } from './roles.ts';

const nothing = Type.Object({}, { additionalProperties: false });
/** Where the browser is to go. */
const Elsewhere = Type.Object({ url: Type.String() });

const go = {
  method: 'POST',
  purpose: 'authentication',
  acceptance: true,
  output: Elsewhere,
  per_minute: 20,
} as const;

export const provider = operation({
  name: 'staff.provider',
  method: 'GET',
  path: '/api/staff/provider',
  summary:
    "Whether one can sign in by the company's own accounts, and whether this account is connected to one",
  purpose: 'authentication',
  actors: ['visitor', ...staffRoles],
  acceptance: false,
  input: Type.Object({}),
  output: Type.Object({
    /** What people call it; null: it is not offered. */
    name: Type.Union([Type.String(), Type.Null()]),
    connected: Type.Boolean(),
    /** Where one signs out there as well; null: it offers that nowhere, or was not asked yet. */
    leave_url: Type.Union([Type.String(), Type.Null()]),
  }),
  errors: [],
});

export const providerEnter = operation({
  ...go,
  name: 'staff.provider_enter',
  path: '/api/staff/provider/enter',
  summary: "Begin to sign in by the company's own account: where the browser goes for it",
  actors: ['visitor'],
  input: nothing,
  errors: ['provider_none', 'provider_away'],
});

export const providerRedeem = operation({
  ...go,
  name: 'staff.provider_redeem',
  path: '/api/staff/provider/redeem',
  summary: "Begin to use a one-time link up with the company's own account instead of a mail address",
  actors: ['visitor'],
  input: Type.Object({ token: Token }, { additionalProperties: false }),
  errors: ['provider_none', 'provider_away', 'link_unknown', 'link_guessed_out'],
});

export const providerConnect = operation({
  ...go,
  name: 'staff.provider_connect',
  path: '/api/staff/provider/connect',
  summary: "Begin to connect one's account here to the company's own; it takes the place of one before it",
  actors: [...staffRoles],
  fresh: true,
  input: nothing,
  errors: ['provider_none', 'provider_away'],
});

export const providerConfirm = operation({
  ...go,
  name: 'staff.provider_confirm',
  path: '/api/staff/provider/confirm',
  summary: "Begin to confirm by the company's own account that it is still oneself, signing in there anew",
  actors: [...staffRoles],
  input: nothing,
  errors: ['provider_none', 'provider_away'],
});

export const providerReturn = operation({
  name: 'staff.provider_return',
  method: 'POST',
  path: '/api/staff/provider/return',
  summary: "Do what was begun, with the answer that the browser brought back from the company's sign-in",
  purpose: 'authentication',
  actors: ['visitor', ...staffRoles],
  acceptance: true,
  input: Type.Object(
    /** As it came, form-encoded. */
    { answer: Type.String({ minLength: 1, maxLength: 6000 }) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    aim: Type.Union([
      Type.Literal('enter'),
      Type.Literal('redeem'),
      Type.Literal('connect'),
      Type.Literal('confirm'),
    ]),
    entered: Entered,
  }),
  errors: [
    'provider_none',
    'provider_away',
    'provider_declined',
    'provider_refused',
    'provider_expired',
    'provider_unknown',
    'provider_taken',
    'link_unknown',
    'officers_enough',
  ],
  per_minute: 20,
});

export const providerDisconnect = operation({
  name: 'staff.provider_disconnect',
  method: 'POST',
  path: '/api/staff/provider/disconnect',
  summary: "Forget the company's own account; never the last way in",
  purpose: 'authentication',
  actors: [...staffRoles],
  acceptance: true,
  fresh: true,
  input: nothing,
  output: Type.Object({}),
  errors: ['last_way'],
  per_minute: 20,
});
