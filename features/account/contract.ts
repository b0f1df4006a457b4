import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { CodeSent, Entered, LanguageSchema, signed_in, who } from './contract.shapes.ts';

export { typedCode } from './account.ts';

/** Raised when somebody who has an account signed in on a device for the first time: person and device. */
export const new_device = 'account.new_device';
/** Raised when an account was made: person and device. */
export const account_made = 'account.made';

export const ways = operation({
  name: 'account.ways',
  method: 'GET',
  path: '/api/account/ways',
  summary: 'How one can sign in here',
  purpose: 'authentication',
  actors: ['visitor', 'person'],
  acceptance: false,
  input: Type.Object({}),
  output: Type.Object({
    /** A code can be sent to a phone. */
    phone: Type.Boolean(),
    /** From this browser one can go to WeChat. */
    wechat: Type.Boolean(),
  }),
  errors: [],
});

export const requestCode = operation({
  name: 'account.request_code',
  method: 'POST',
  path: '/api/account/code',
  summary: 'Send a sign-in code by mail or SMS; the answer is the same whether or not an account exists',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: Type.Object({ ...who, language: LanguageSchema }, { additionalProperties: false }),
  output: CodeSent,
  errors: ['address_invalid', 'phone_invalid', 'phone_not_offered', 'code_wait', 'too_many_codes'],
  per_minute: 10,
});

export const codeState = operation({
  name: 'account.code_state',
  method: 'POST',
  path: '/api/account/code/state',
  summary: 'Whether the code that this browser asked for has left; it tells of no other browser’s',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: Type.Object(who, { additionalProperties: false }),
  output: Type.Object({
    /**
     * `slow`: it does not leave just now, and is tried on. `refused`: nobody takes it for this address, and it is not
     * tried again. `none`: no code is under way here.
     */
    state: Type.Union([
      Type.Literal('waiting'),
      Type.Literal('slow'),
      Type.Literal('refused'),
      Type.Literal('sent'),
      Type.Literal('none'),
    ]),
  }),
  errors: ['address_invalid', 'phone_invalid'],
  per_minute: 60,
});

export const verifyCode = operation({
  name: 'account.verify_code',
  method: 'POST',
  path: '/api/account/verify',
  summary: 'Sign in with the code that was sent; makes the account at the first time',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: Type.Object(
    { ...who, code: Type.String({ minLength: 1, maxLength: 60 }) },
    { additionalProperties: false },
  ),
  output: Entered,
  errors: ['address_invalid', 'phone_invalid', 'code_wrong', 'code_expired', 'too_many_guesses'],
  per_minute: 20,
});

export const show = operation({
  name: 'account.show',
  method: 'GET',
  path: '/api/account',
  summary: 'Who is signed in here',
  purpose: 'service',
  actors: ['visitor', ...signed_in],
  acceptance: false,
  whileClosed: true,
  input: Type.Object({}),
  output: Type.Object({
    actor: Type.Union([Type.Literal('visitor'), Type.Literal('person'), Type.Literal('staff')]),
    roles: Type.Array(Type.String()),
    signed_in_at: Type.Union([Type.String(), Type.Null()]),
    /** True while the sign-in is recent enough for acts that ask for a fresh one. */
    fresh: Type.Boolean(),
    /** When the account will be erased, where its person closed it. */
    erased_at: Type.Union([Type.String(), Type.Null()]),
  }),
  errors: [],
});

export const contact = operation({
  name: 'account.contact',
  method: 'GET',
  path: '/api/account/contact',
  summary: 'The address or number that one signs in with',
  purpose: 'authentication',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    email: Type.Union([Type.String(), Type.Null()]),
    phone: Type.Union([Type.String(), Type.Null()]),
  }),
  errors: [],
});

export const signOut = operation({
  name: 'account.sign_out',
  method: 'POST',
  path: '/api/account/sign-out',
  summary: 'End this session',
  purpose: 'authentication',
  actors: signed_in,
  acceptance: false,
  whileClosed: true,
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({}),
  errors: [],
});

export const devices = operation({
  name: 'account.devices',
  method: 'GET',
  path: '/api/account/devices',
  summary: 'The devices on which one has signed in',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}),
  output: Type.Object({
    devices: Type.Array(
      Type.Object({
        id: Type.String(),
        this_device: Type.Boolean(),
        /** A session goes on there. */
        signed_in: Type.Boolean(),
        /** Parsed from what the browser says of itself, for example "Firefox 140 on Windows 11". */
        name: Type.String(),
        type: Type.String(),
        connection: Type.Union([Type.String(), Type.Null()]),
        country: Type.String(),
        last_seen_at: Type.String(),
      }),
    ),
  }),
  errors: [],
});

/** A UUID in lower case. */
const DeviceId = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', maxLength: 36 });

export const endDevice = operation({
  name: 'account.end_device',
  method: 'POST',
  path: '/api/account/devices/end',
  summary: 'Sign out on one device; the session that asks goes on',
  purpose: 'authentication',
  actors: ['person'],
  acceptance: true,
  fresh: true,
  input: Type.Object({ id: DeviceId }, { additionalProperties: false }),
  output: Type.Object({}),
  errors: [],
});

export const endOthers = operation({
  name: 'account.end_others',
  method: 'POST',
  path: '/api/account/devices/end-others',
  summary: 'Sign out everywhere else; the session that asks goes on',
  purpose: 'authentication',
  actors: ['person'],
  acceptance: true,
  fresh: true,
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({}),
  errors: [],
});

export const resetDevice = operation({
  name: 'account.reset_device',
  method: 'POST',
  path: '/api/account/reset-device',
  summary: 'Give this device a new identifier; the old one is forgotten',
  purpose: 'rights',
  actors: ['person'],
  acceptance: true,
  input: Type.Object({}, { additionalProperties: false }),
  output: Type.Object({ id: Type.String() }),
  errors: [],
});
