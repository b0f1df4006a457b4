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
    /** Who keeps it gets the proof of the erasing. */
    ticket: Type.String(),
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

export const erasure = operation({
  name: 'privacy.erasure',
  method: 'POST',
  safe: true,
  path: '/api/privacy/erasure',
  summary: 'The proof that an account was erased, for whoever kept the ticket of its closing',
  purpose: 'rights',
  actors: ['visitor', 'person'],
  acceptance: false,
  input: Type.Object(
    { ticket: Type.String({ pattern: '^[A-Za-z0-9_-]{32}$', maxLength: 32 }) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    /** `waits`: it can still be taken back. `pending`: it is erased, and the proof comes within seconds. */
    state: Type.Union([Type.Literal('waits'), Type.Literal('pending'), Type.Literal('ready')]),
    erased_at: Type.Union([Type.String(), Type.Null()]),
    /** A .tlog-proof receipt. */
    text: Type.Union([Type.String(), Type.Null()]),
    vkey: Type.String(),
  }),
  errors: ['ticket_unknown'],
  per_minute: 30,
});
