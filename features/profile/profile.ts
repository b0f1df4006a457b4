import { flawOf, keptText, type TextFlaw } from './text.ts';

/** The rules of the profile. Pure. */

/** What is wrong with which field. */
export interface Flaw<F extends string = string> {
  readonly field: F;
  readonly flaw: TextFlaw | 'missing' | 'postcode' | 'province' | 'country';
}

const codes = {
  unreadable: 'text_unreadable',
  too_long: 'text_too_long',
  missing: 'field_missing',
  postcode: 'postcode_invalid',
  province: 'province_invalid',
  country: 'country_unknown',
} as const satisfies Record<Flaw['flaw'], string>;

/** Codes that a name can be refused with. */
export const text_refusals = ['text_unreadable', 'text_too_long'] as const;
/** Codes that an address can be refused with. */
export const address_refusals = Object.values(codes);

/** The code of a refusal, and what its words need to know. */
export interface Refusal {
  readonly code: (typeof address_refusals)[number];
  readonly facts: Readonly<Record<string, string>>;
}

/** @param example a postcode of the address's country */
export function refusalOf({ field, flaw }: Flaw, example = ''): Refusal {
  return { code: codes[flaw], facts: { field, ...(flaw === 'postcode' ? { example } : {}) } };
}

/** The field that a refusal by the server is about; null: it is about none. */
export function refusedField(error: unknown): string | null {
  const { extra } = (error ?? {}) as { readonly extra?: Readonly<Record<string, unknown>> };
  return typeof extra?.['field'] === 'string' ? extra['field'] : null;
}

/** A value with nothing wrong in it, or what is wrong. */
export type Judged<V, F extends string = string> =
  | { readonly value: V; readonly flaw: null }
  | { readonly value: null; readonly flaw: Flaw<F> };

export const identity_fields = ['name', 'business_name'] as const;
export type IdentityField = (typeof identity_fields)[number];

export type Identity = Readonly<Record<IdentityField, string | null>>;

/** Letters that may be kept. */
const longest: Readonly<Record<IdentityField, number>> = { name: 120, business_name: 160 };

export const nobody: Identity = { name: null, business_name: null };

/**
 * A name is one field, as people write it: one word or many, in whatever order and script. Look-alike letters are kept
 * as given, since nobody is ever found by them.
 */
export function judgeIdentity(
  before: Identity,
  given: Readonly<Partial<Record<IdentityField, string>>>,
): Judged<Identity, IdentityField> {
  const value: Record<IdentityField, string | null> = { ...before };
  for (const field of identity_fields) {
    const text = given[field];
    if (text === undefined) continue;
    const kept = keptText(text);
    const flaw = flawOf(kept, longest[field]);
    if (flaw !== null) return { value: null, flaw: { field, flaw } };
    value[field] = kept === '' ? null : kept;
  }
  return { value, flaw: null };
}

export const isEmpty = (value: Readonly<Record<string, string | null>>): boolean =>
  Object.values(value).every((one) => one === null);
