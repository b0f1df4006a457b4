import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { CodeSent, LanguageSchema, who } from './contract.shapes.ts';

export { addressOf, type ProvedAddress, readProof } from './proof.ts';

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
  output: CodeSent,
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
