import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { Entered, who } from './contract.shapes.ts';
import { password_characters } from './password.ts';

const Password = Type.String({ minLength: 1, maxLength: password_characters });
/** Bytes in base64url. */
const Bytes = (most: number) => Type.String({ pattern: '^[\\w-]*$', maxLength: most });
const nothing = Type.Object({}, { additionalProperties: false });

export const signInPassword = operation({
  name: 'account.sign_in_password',
  method: 'POST',
  path: '/api/account/password/sign-in',
  summary: 'Sign in with a password; answer and time are the same whether or not an account exists',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  heavy: true,
  least_ms: 150,
  input: Type.Object({ ...who, password: Password }, { additionalProperties: false }),
  output: Entered,
  errors: ['address_invalid', 'phone_invalid', 'password_wrong', 'password_guessed_out'],
  per_minute: 20,
});

export const signInSecond = operation({
  name: 'account.sign_in_second',
  method: 'POST',
  path: '/api/account/second',
  summary: 'The second step: a code of the authenticator app, or a recovery code',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }, { additionalProperties: false }),
  output: Entered,
  errors: ['no_second_step', 'second_wrong', 'second_guessed_out'],
  per_minute: 20,
});

export const passkeyChallenge = operation({
  name: 'account.passkey_challenge',
  method: 'POST',
  path: '/api/account/passkey/challenge',
  summary: 'What a passkey is to sign for signing in here, once',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: nothing,
  output: Type.Object({ challenge: Type.String(), rp_id: Type.String(), timeout_ms: Type.Integer() }),
  errors: [],
  per_minute: 30,
});

export const signInPasskey = operation({
  name: 'account.sign_in_passkey',
  method: 'POST',
  path: '/api/account/passkey/sign-in',
  summary: 'Sign in with a passkey, or take the second step with one',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: Type.Object(
    {
      id: Bytes(1400),
      client_data: Bytes(4000),
      authenticator_data: Bytes(2000),
      signature: Bytes(2000),
    },
    { additionalProperties: false },
  ),
  output: Entered,
  errors: ['passkey_refused'],
  per_minute: 20,
});

export const beginEnrolment = operation({
  name: 'account.begin_enrolment',
  method: 'POST',
  path: '/api/account/enrol/begin',
  summary: 'Set up the second step that this account must have, before being let in',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: nothing,
  output: Type.Object({ secret: Type.String(), uri: Type.String() }),
  errors: ['no_second_step'],
  per_minute: 20,
});

export const finishEnrolment = operation({
  name: 'account.finish_enrolment',
  method: 'POST',
  path: '/api/account/enrol/finish',
  summary: 'Prove the authenticator that was set up, and be let in',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }, { additionalProperties: false }),
  output: Type.Object({ entered: Entered, recovery_codes: Type.Array(Type.String()) }),
  errors: ['no_second_step', 'second_wrong', 'second_guessed_out'],
  per_minute: 20,
});
