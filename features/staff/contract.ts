import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { Role, staffRoles, Token } from './roles.ts';

const Email = Type.String({ minLength: 3, maxLength: 254 });
const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('zh-CN'), Type.Literal('de')]);

export * from './contract.provider.ts';
export { type StaffRole, staffRoles } from './roles.ts';

export const prove = operation({
  name: 'staff.prove',
  method: 'POST',
  path: '/api/staff/prove',
  summary: 'Send a code to the address with which the holder of a one-time link will sign in',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: Type.Object(
    { token: Token, email: Email, language: LanguageSchema },
    { additionalProperties: false },
  ),
  output: Type.Object({ expires_in_s: Type.Integer(), again_in_s: Type.Integer() }),
  errors: ['link_unknown', 'address_invalid', 'code_wait', 'link_guessed_out'],
  per_minute: 10,
});

export const redeem = operation({
  name: 'staff.redeem',
  method: 'POST',
  path: '/api/staff/redeem',
  summary:
    'Become a member of staff by a one-time link and the code that was sent; signs in, uses the link up',
  purpose: 'authentication',
  actors: ['visitor'],
  acceptance: true,
  input: Type.Object(
    { token: Token, email: Email, code: Type.String({ minLength: 1, maxLength: 12 }) },
    { additionalProperties: false },
  ),
  output: Type.Object({ role: Role }),
  errors: [
    'link_unknown',
    'address_invalid',
    'address_taken',
    'officers_enough',
    'code_wrong',
    'code_expired',
    'link_guessed_out',
  ],
  per_minute: 20,
});

export const show = operation({
  name: 'staff.show',
  method: 'GET',
  path: '/api/staff',
  summary: 'Which member of staff is signed in here, by role',
  purpose: 'authentication',
  actors: [...staffRoles],
  acceptance: false,
  input: Type.Object({}),
  output: Type.Object({
    roles: Type.Array(Type.String()),
    signed_in_at: Type.String(),
    /** True while the sign-in is recent enough for acts that ask for a fresh one. */
    fresh: Type.Boolean(),
    privacy_officers: Type.Integer(),
  }),
  errors: [],
});

export const invite = operation({
  name: 'staff.invite',
  method: 'POST',
  path: '/api/staff/invite',
  summary: 'Make a one-time link for a new member of staff; it is shown once',
  purpose: 'authentication',
  actors: ['privacy_officer'],
  acceptance: true,
  fresh: true,
  input: Type.Object(
    {
      role: Role,
      /** What they are called at work, so that whoever reviews access knows whose it is. */
      name: Type.Optional(
        Type.String({ minLength: 1, maxLength: 80, pattern: '^[^\\x00-\\x1f\\x7f\\ud800-\\udfff]+$' }),
      ),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({
    /** For the fragment of `/console/welcome`. */
    token: Token,
    expires_at: Type.String(),
  }),
  errors: ['officers_enough'],
  once: true,
  per_minute: 10,
});
