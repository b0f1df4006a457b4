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
