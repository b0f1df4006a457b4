import { operation } from '@axent/kernel/operation';
import Type from 'typebox';

export { addressOf, type ProvedAddress, readProof } from './proof.ts';

const who = {
  email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
  /** A number with its country code. */
  phone: Type.Optional(Type.String({ minLength: 5, maxLength: 40 })),
};
const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('zh-CN'), Type.Literal('de')]);

/** As it comes from `prove`: the feature that asked for it reads it with `readProof`. */
export const Proof = Type.String({ minLength: 80, maxLength: 360 });

const anybody = { purpose: 'authentication', actors: ['visitor', 'person'], acceptance: false } as const;

export const requestProof = operation({
  name: 'account.request_proof',
  method: 'POST',
  path: '/api/account/proof',
  summary: 'Send a code to an address that is to be proved; it opens no account and signs nobody in',
  ...anybody,
  input: Type.Object({ ...who, language: LanguageSchema }, { additionalProperties: false }),
  output: Type.Object({
    /** The address or number with its middle hidden. */
    sent_to: Type.String(),
    expires_in_s: Type.Integer(),
    /** Until another code can be asked for. */
    again_in_s: Type.Integer(),
    /** Messages do not leave just now; what was asked for is kept and sent as soon as they do. */
    slow: Type.Boolean(),
    /** The code is long, to be pasted: short ones were guessed at too often. */
    long: Type.Boolean(),
  }),
  errors: ['address_invalid', 'phone_invalid', 'phone_not_offered', 'code_wait', 'too_many_codes'],
  per_minute: 10,
});

export const prove = operation({
  name: 'account.prove',
  method: 'POST',
  path: '/api/account/proof/verify',
  summary: 'Prove an address by the code that was sent there; the answer is a proof that lasts half an hour',
  ...anybody,
  input: Type.Object(
    { ...who, code: Type.String({ minLength: 1, maxLength: 60 }) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    proof: Type.String(),
    /** The address or number with its middle hidden. */
    address: Type.String(),
    valid_until: Type.String(),
  }),
  errors: ['address_invalid', 'phone_invalid', 'code_wrong', 'code_expired', 'too_many_guesses'],
  per_minute: 20,
});
