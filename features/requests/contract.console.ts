import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { Entry, Id, seen, TimeOrNull, words } from './contract.shapes.ts';

const officer = { purpose: 'rights', actors: ['privacy_officer'], acceptance: true } as const;

export const queue = operation({
  ...officer,
  name: 'requests.queue',
  method: 'GET',
  path: '/api/requests/queue',
  summary:
    'Requests of people about their data, the most urgent first, then those that are closed; no words of them',
  input: Type.Object({}),
  output: Type.Object({
    requests: Type.Array(
      Type.Object({
        ...seen,
        /** Whoever asked has an account here. */
        has_account: Type.Boolean(),
        /** Taken by the reader. */
        in_hand: Type.Boolean(),
        acts: Type.Array(Type.Object({ act: Type.String(), at: Type.String(), own: Type.Boolean() })),
      }),
    ),
    area: Type.Union([Type.Literal('eu_ch'), Type.Literal('cn')]),
    /** To whom people may turn; it stands in every refusal. */
    authority: Type.String(),
  }),
  errors: [],
});

const OfRequest = Type.Object({ id: Id }, { additionalProperties: false });
const Done = Type.Object({ id: Type.String() });
const acted = { ...officer, method: 'POST', fresh: true, per_minute: 60 } as const;

export const take = operation({
  ...acted,
  // It changes nothing for whoever asked.
  fresh: false,
  name: 'requests.take',
  path: '/api/requests/take',
  summary: 'Take a request in hand, also over from another officer',
  input: OfRequest,
  output: Done,
  errors: ['request_closed'],
});

const Fits = Type.Union([Type.Boolean(), Type.Null()]);

export const read = operation({
  ...officer,
  name: 'requests.read',
  method: 'POST',
  safe: true,
  path: '/api/requests/read',
  summary: 'What was said in a request that the officer has in hand; recorded for whoever asked',
  input: OfRequest,
  output: Type.Object({
    entries: Type.Array(Entry),
    /** The proved address; null: asked in a session. */
    address: Type.Union([Type.String(), Type.Null()]),
    language: Type.String(),
    /** Of a request to get an account back. */
    recovery: Type.Union([
      Type.Object({
        /** Whether what was said fits the account; null: nothing was said of it. */
        facts: Type.Object({ address: Fits, other_address: Fits, made: Fits, used: Fits }),
        second_factors: Type.Union([Type.Literal('kept'), Type.Literal('lost')]),
        first_at: TimeOrNull,
        /** The reader is the first who approved. */
        own: Type.Boolean(),
        second_at: TimeOrNull,
        waits_until: TimeOrNull,
        stopped_at: TimeOrNull,
        done_at: TimeOrNull,
      }),
      Type.Null(),
    ]),
  }),
  errors: ['not_in_hand'],
});

const Said = Type.Object({ id: Id, text: words(8000) }, { additionalProperties: false });

export const extend = operation({
  ...acted,
  name: 'requests.extend',
  path: '/api/requests/extend',
  summary: 'Take longer, once, with a reason that is told',
  input: Said,
  output: Done,
  errors: ['request_unknown', 'not_in_hand', 'request_closed', 'extended_already', 'overdue'],
});

export const answer = operation({
  ...acted,
  name: 'requests.answer',
  path: '/api/requests/answer',
  summary: 'Answer a request; the answer goes to the proved address, or into the account',
  input: Said,
  output: Done,
  errors: ['request_unknown', 'not_in_hand', 'request_closed'],
});

export const refuse = operation({
  ...acted,
  name: 'requests.refuse',
  path: '/api/requests/refuse',
  summary: 'Refuse a request with a reason; the authority to which people may turn is named with it',
  input: Said,
  output: Done,
  errors: ['request_unknown', 'not_in_hand', 'request_closed'],
});

export const approveRecovery = operation({
  ...acted,
  name: 'requests.approve_recovery',
  path: '/api/requests/recovery/approve',
  summary: 'Stand behind giving an account back; the second officer who does starts the 72 hours',
  input: Type.Object(
    { id: Id, second_factors: Type.Union([Type.Literal('kept'), Type.Literal('lost')]) },
    { additionalProperties: false },
  ),
  output: Done,
  errors: [
    'request_unknown',
    'not_in_hand',
    'recovery_decided',
    'own_approval',
    'factors_differ',
    'account_unknown',
  ],
});
