import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

/** Raised when somebody closed their account: person, and when it will be erased. */
export const account_closed = 'privacy.account_closed';

export const close = operation({
  name: 'privacy.close_account',
  method: 'POST',
  path: '/api/privacy/account/close',
  summary:
    'Close the account: it is signed out everywhere, waits for days in which this can be undone, and is erased',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  fresh: true,
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({
    /** Until then, signing in offers to take it back. */
    erased_at: Type.String(),
  }),
  errors: [],
});

export const reopen = operation({
  name: 'privacy.reopen_account',
  method: 'POST',
  path: '/api/privacy/account/reopen',
  summary: 'Take the closing of the account back; everything is as it was',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  whileClosed: true,
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({}),
  errors: ['not_closed'],
});
