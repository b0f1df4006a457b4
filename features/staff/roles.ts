import Type from 'typebox';

/** Everybody who works in the console. */
export const staffRoles = [
  'privacy_officer',
  'security',
  'administrator',
  'agent',
  'supervisor',
  'marketer',
  'product_manager',
  'release_manager',
  'store_staff',
] as const;

export type StaffRole = (typeof staffRoles)[number];

export const Role = Type.Union([
  Type.Literal('privacy_officer'),
  Type.Literal('security'),
  Type.Literal('administrator'),
  Type.Literal('agent'),
  Type.Literal('supervisor'),
  Type.Literal('marketer'),
  Type.Literal('product_manager'),
  Type.Literal('release_manager'),
  Type.Literal('store_staff'),
]);

/** 32 random bytes in base64url. They travel in a link's fragment and in a body, never in a path or query. */
export const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', maxLength: 43 });
