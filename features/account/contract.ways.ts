import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { CodeSent, LanguageSchema, signed_in, who } from './contract.shapes.ts';
import { hint_characters, password_characters } from './password.ts';

const person = ['person'] as const;
const Password = Type.String({ minLength: 1, maxLength: password_characters });
const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 });
/** Bytes in base64url. */
const Bytes = (most: number) => Type.String({ pattern: '^[\\w-]*$', maxLength: most });
const nothing = Type.Object({}, { additionalProperties: false });

/** Raised when how one signs in has changed: person and what (a key of `told`). */
export const way_changed = 'account.way_changed';

export const ownWays = operation({
  name: 'account.own_ways',
  method: 'GET',
  path: '/api/account/own-ways',
  summary: 'How one signs in to this account',
  purpose: 'authentication',
  actors: signed_in,
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    password: Type.Union([Type.Object({ made_at: Type.String(), has_hint: Type.Boolean() }), Type.Null()]),
    passkeys: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        made_at: Type.String(),
        used_at: Type.Union([Type.String(), Type.Null()]),
        /** Kept by a manager on several devices. */
        synced: Type.Boolean(),
      }),
    ),
    authenticator: Type.Union([Type.Object({ made_at: Type.String() }), Type.Null()]),
    wechat: Type.Union([Type.Object({ nickname: Type.Union([Type.String(), Type.Null()]) }), Type.Null()]),
    /** From this browser one can go to WeChat. */
    wechat_offered: Type.Boolean(),
    recovery_codes_left: Type.Integer(),
    /** A second step is asked for after a code or a password. */
    two_steps: Type.Boolean(),
    /** Characters that a password must have. */
    password_length: Type.Integer(),
  }),
  errors: [],
});

const act = {
  method: 'POST',
  purpose: 'authentication',
  acceptance: true,
  fresh: true,
  per_minute: 30,
} as const;

export const setPassword = operation({
  ...act,
  name: 'account.set_password',
  path: '/api/account/password',
  summary: 'Set or change the password, with a hint if one is wanted; other sessions end',
  actors: person,
  heavy: true,
  input: Type.Object(
    { password: Password, hint: Type.Optional(Type.String({ maxLength: hint_characters })) },
    { additionalProperties: false },
  ),
  output: Type.Object({}),
  errors: ['password_short', 'password_common', 'hint_tells'],
});

export const dropPassword = operation({
  ...act,
  name: 'account.drop_password',
  path: '/api/account/password/drop',
  summary: 'Sign in without a password from now on; its hint goes with it',
  actors: person,
  input: nothing,
  output: Type.Object({}),
  errors: [],
});

export const passwordHint = operation({
  name: 'account.password_hint',
  method: 'GET',
  path: '/api/account/password/hint',
  summary: 'The hint of the password, for who has just proved themself',
  purpose: 'authentication',
  actors: person,
  acceptance: true,
  fresh: true,
  input: Type.Object({}),
  output: Type.Object({ hint: Type.Union([Type.String(), Type.Null()]) }),
  errors: [],
});

export const newPasskey = operation({
  ...act,
  name: 'account.new_passkey',
  path: '/api/account/passkey/new',
  summary: 'What the browser needs to make a passkey for this account',
  actors: signed_in,
  input: nothing,
  output: Type.Object({
    challenge: Type.String(),
    rp_id: Type.String(),
    rp_name: Type.String(),
    user_id: Type.String(),
    user_name: Type.String(),
    timeout_ms: Type.Integer(),
    algorithms: Type.Array(Type.Integer()),
    /** Ids of those that exist, so that no device makes a second one. */
    existing: Type.Array(Type.String()),
  }),
  errors: ['too_many_passkeys'],
});

export const addPasskey = operation({
  ...act,
  name: 'account.add_passkey',
  path: '/api/account/passkey/add',
  summary: 'Keep the passkey that the browser made',
  actors: signed_in,
  input: Type.Object(
    {
      id: Bytes(1400),
      client_data: Bytes(4000),
      attestation: Bytes(20_000),
      transports: Type.Array(Type.String({ maxLength: 20 }), { maxItems: 10 }),
      name: Type.String({ minLength: 1, maxLength: 60 }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ id: Type.String() }),
  errors: ['passkey_refused', 'too_many_passkeys'],
});

export const dropPasskey = operation({
  ...act,
  name: 'account.drop_passkey',
  path: '/api/account/passkey/drop',
  summary: 'Forget a passkey; never the last way in',
  actors: signed_in,
  input: Type.Object({ id: Id }, { additionalProperties: false }),
  output: Type.Object({}),
  errors: ['last_way', 'way_unknown'],
});

export const beginAuthenticator = operation({
  ...act,
  name: 'account.begin_authenticator',
  path: '/api/account/authenticator/begin',
  summary: 'A secret for an authenticator app; it counts once a code of it was proved',
  actors: signed_in,
  input: nothing,
  output: Type.Object({ secret: Type.String(), uri: Type.String() }),
  errors: [],
});

export const finishAuthenticator = operation({
  ...act,
  name: 'account.finish_authenticator',
  path: '/api/account/authenticator/finish',
  summary: 'Prove the authenticator app; from then on a second step is asked for',
  actors: signed_in,
  input: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }, { additionalProperties: false }),
  output: Type.Object({ recovery_codes: Type.Array(Type.String()) }),
  errors: ['way_unknown', 'second_wrong', 'second_guessed_out'],
});

export const dropAuthenticator = operation({
  ...act,
  name: 'account.drop_authenticator',
  path: '/api/account/authenticator/drop',
  summary: 'Forget the authenticator app',
  actors: signed_in,
  input: nothing,
  output: Type.Object({}),
  errors: ['second_needed'],
});

export const setTwoSteps = operation({
  ...act,
  name: 'account.set_two_steps',
  path: '/api/account/two-steps',
  summary: 'Whether a passkey is asked for after a code or a password',
  actors: person,
  input: Type.Object({ on: Type.Boolean() }, { additionalProperties: false }),
  output: Type.Object({ recovery_codes: Type.Array(Type.String()) }),
  errors: ['way_unknown'],
});

export const newRecoveryCodes = operation({
  ...act,
  name: 'account.new_recovery_codes',
  path: '/api/account/recovery-codes',
  summary: 'Ten new recovery codes; the earlier ones count no more',
  actors: signed_in,
  input: nothing,
  output: Type.Object({ recovery_codes: Type.Array(Type.String()) }),
  errors: ['way_unknown'],
});

export const sendContactCode = operation({
  ...act,
  name: 'account.send_contact_code',
  path: '/api/account/contact/code',
  summary: 'Send a code to an address or number that is to become a way in',
  actors: person,
  input: Type.Object({ ...who, language: LanguageSchema }, { additionalProperties: false }),
  output: CodeSent,
  errors: ['address_invalid', 'phone_invalid', 'phone_not_offered', 'code_wait', 'too_many_codes'],
  per_minute: 10,
});

export const addContact = operation({
  ...act,
  name: 'account.add_contact',
  path: '/api/account/contact/add',
  summary: 'Prove the address or number; it takes the place of the one before it, which is told',
  actors: person,
  input: Type.Object(
    { ...who, code: Type.String({ minLength: 1, maxLength: 60 }), language: LanguageSchema },
    { additionalProperties: false },
  ),
  output: Type.Object({}),
  errors: [
    'address_invalid',
    'phone_invalid',
    'code_wrong',
    'code_expired',
    'too_many_guesses',
    'contact_taken',
  ],
});

export const dropContact = operation({
  ...act,
  name: 'account.drop_contact',
  path: '/api/account/contact/drop',
  summary: 'Forget the address or the number; never the last way in',
  actors: person,
  input: Type.Object(
    { kind: Type.Union([Type.Literal('email'), Type.Literal('phone')]), language: LanguageSchema },
    { additionalProperties: false },
  ),
  output: Type.Object({}),
  errors: ['last_way', 'way_unknown'],
});
