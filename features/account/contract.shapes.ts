import Type from 'typebox';

/** Whoever is signed in has ways of signing in. */
export const signed_in = [
  'person',
  'privacy_officer',
  'administrator',
  'security',
  'agent',
  'supervisor',
  'marketer',
  'product_manager',
  'release_manager',
  'store_staff',
] as const;

/** In, or one step before it. */
export const Entered = Type.Object({
  created: Type.Boolean(),
  /** Functions that were open on this device before signing in: offered, not taken over. */
  offered: Type.Array(Type.String()),
  /** Ways of the second step that is still owed; empty: signed in. `enrol`: none was ever set up, and one must be. */
  second: Type.Array(
    Type.Union([
      Type.Literal('authenticator'),
      Type.Literal('passkey'),
      Type.Literal('recovery'),
      Type.Literal('enrol'),
    ]),
  ),
});

export const LanguageSchema = Type.Union([Type.Literal('en'), Type.Literal('zh-CN'), Type.Literal('de')]);

/** An address or a number with its country code, for example +41 44 000 00 00: one of the two, never both. */
export const who = {
  email: Type.Optional(Type.String({ minLength: 3, maxLength: 254 })),
  phone: Type.Optional(Type.String({ minLength: 5, maxLength: 40 })),
};

/** A code is on its way, and what the screen behind it has to know. */
export const CodeSent = Type.Object({
  /** The address or number with its middle hidden. */
  sent_to: Type.String(),
  expires_in_s: Type.Integer(),
  /** Until another code can be asked for. */
  again_in_s: Type.Integer(),
  /** Messages do not leave just now; what was asked for is kept and sent as soon as they do. */
  slow: Type.Boolean(),
  /** The code is long, to be pasted: short ones were guessed at too often. */
  long: Type.Boolean(),
});
