import { Proof } from '@axent/account/contract/proof';
import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { Act, AskedKind, Entry, Id, LanguageSchema, seen, words } from './contract.shapes.ts';

export * from './contract.console.ts';

/** Raised when a request that was made in a session was answered, refused or extended: person, and what. */
export const request_moved = 'requests.moved';
/** Raised when an account is to be given back to who says they lost it: person, and until when that can be stopped. */
export const recovery_waits = 'requests.recovery_waits';
/** Raised when it was given back: person, and whether the second factors are `kept` or `lost`. */
export const account_recovered = 'requests.account_recovered';

/** Also without an account, and without accepting anything: the law asks for no more than knowing who it is. */
const anybody = { purpose: 'rights', actors: ['visitor', 'person'], acceptance: false } as const;
/** Of an address; none: in the session. */
const proof = Type.Optional(Proof);

const Filed = Type.Object({ id: Type.String(), reference: Type.String(), due_at: Type.String() });

export const ask = operation({
  ...anybody,
  name: 'requests.ask',
  method: 'POST',
  path: '/api/requests/ask',
  summary: 'Ask for access, correction or erasure, or object; with a proved address or in a session',
  once: true,
  input: Type.Object(
    { kind: AskedKind, text: words(4000), proof, language: LanguageSchema },
    { additionalProperties: false },
  ),
  output: Filed,
  errors: ['proof_needed', 'proof_over', 'requests_open'],
  per_minute: 10,
});

const Month = Type.String({ pattern: '^20\\d{2}-(0[1-9]|1[0-2])$', maxLength: 7 });
const Address = Type.String({ minLength: 3, maxLength: 254 });

export const recover = operation({
  ...anybody,
  name: 'requests.recover',
  method: 'POST',
  path: '/api/requests/recover',
  summary:
    'Ask for the way back into an account whose mail and phone are lost; the answer is the same whether there is one',
  actors: ['visitor'],
  once: true,
  input: Type.Object(
    {
      /** Of the new address, which is to become the way in. */
      proof: Proof,
      /** The address or number by which the account is known. */
      known: Address,
      other: Type.Optional(Address),
      /** In which it was made, and last used. */
      made: Type.Optional(Month),
      used: Type.Optional(Month),
      text: words(4000),
      language: LanguageSchema,
    },
    { additionalProperties: false },
  ),
  output: Filed,
  errors: ['proof_over', 'requests_open', 'known_invalid'],
  per_minute: 5,
});

export const mine = operation({
  ...anybody,
  name: 'requests.mine',
  method: 'POST',
  safe: true,
  path: '/api/requests/mine',
  summary: 'The requests that were made in this account or from a proved address, newest first',
  input: Type.Object({ proof }, { additionalProperties: false }),
  output: Type.Object({ requests: Type.Array(Type.Object({ ...seen, acts: Type.Array(Act) })) }),
  errors: ['proof_needed', 'proof_over'],
});

export const show = operation({
  ...anybody,
  name: 'requests.show',
  method: 'POST',
  safe: true,
  path: '/api/requests/show',
  summary: 'What was said in one of them',
  input: Type.Object({ id: Id, proof }, { additionalProperties: false }),
  output: Type.Object({ entries: Type.Array(Entry) }),
  errors: ['proof_needed', 'proof_over', 'request_unknown'],
});

export const withdraw = operation({
  ...anybody,
  name: 'requests.withdraw',
  method: 'POST',
  path: '/api/requests/withdraw',
  summary: 'Take a request back',
  input: Type.Object({ id: Id, proof }, { additionalProperties: false }),
  output: Type.Object({}),
  errors: ['proof_needed', 'proof_over', 'request_unknown', 'request_closed'],
});

export const recoveries = operation({
  name: 'requests.recoveries',
  method: 'GET',
  path: '/api/requests/recoveries',
  summary: 'Whether somebody is about to be given this account, and until when that can be stopped',
  purpose: 'rights',
  actors: ['person'],
  acceptance: false,
  whileClosed: true,
  input: Type.Object({}),
  output: Type.Object({
    recoveries: Type.Array(Type.Object({ id: Type.String(), waits_until: Type.String() })),
  }),
  errors: [],
});

export const stopRecovery = operation({
  name: 'requests.stop_recovery',
  method: 'POST',
  path: '/api/requests/recoveries/stop',
  summary: 'Stop that somebody else is given this account',
  purpose: 'rights',
  actors: ['person'],
  acceptance: false,
  whileClosed: true,
  input: Type.Object({ id: Id }, { additionalProperties: false }),
  output: Type.Object({}),
  errors: ['request_unknown'],
});

export const erasureTerms = operation({
  name: 'requests.erasure_terms',
  method: 'GET',
  path: '/api/requests/erasure/terms',
  summary: 'What the law keeps of an account that is erased, and which third parties are told',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({ language: LanguageSchema }),
  output: Type.Object({
    kept: Type.Array(
      Type.Object({ law: Type.String(), days: Type.Integer(), names: Type.Array(Type.String()) }),
    ),
    /** By their names in the register. */
    told: Type.Array(Type.String()),
  }),
  errors: [],
});
