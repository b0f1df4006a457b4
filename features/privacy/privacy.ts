import {
  address_fields,
  addressRefusal,
  countries,
  identity_fields,
  judgeAddress,
  judgeIdentity,
  nobody,
  type Refusal,
  refusalOf,
} from '@axent/profile/contract';

/** What the privacy centre shows and lets people correct. Pure. */

type Values = Readonly<Record<string, string | null>>;

/**
 * Fields of each category that a person corrects by themself. The address that one signs in with is changed by
 * proving the new one, not here.
 */
const correctableFields: Readonly<Record<string, readonly string[]>> = {
  contact: ['phone'],
  identity: identity_fields,
  address: address_fields,
  wechat: ['nickname', 'profile'],
};

export function correctable(category: string): readonly string[] {
  return correctableFields[category] ?? [];
}

/** The fields of a form to correct a value in: of an address, those of its country, which comes first. */
export function correctedFields(category: string, value: Values): readonly string[] {
  if (category !== 'address') return correctable(category);
  return ['country', ...(countries[value['country'] ?? '']?.fields ?? ['street', 'town'])];
}

/** What people gave of themselves and no account rests on: deleted whenever they say so. */
const given_freely: readonly string[] = ['identity', 'address'];

export const isGivenFreely = (category: string): boolean => given_freely.includes(category);

/** A corrected value, or why it is refused. */
type Corrected =
  | { readonly value: Values; readonly refusal: null }
  | { readonly value: null; readonly refusal: Refusal };

/** What a value becomes by a correction: by the rules by which it was taken in the first place. */
export function corrected(
  category: string,
  before: Values,
  change: Readonly<Record<string, string>>,
): Corrected {
  if (category === 'identity') {
    const { value, flaw } = judgeIdentity({ ...nobody, ...before }, change);
    return flaw === null ? { value, refusal: null } : { value: null, refusal: refusalOf(flaw) };
  }
  if (category === 'address') {
    const held = Object.fromEntries(Object.entries(before).map(([field, one]) => [field, one ?? '']));
    const all = { ...held, ...change };
    const { value, flaw } = judgeAddress(all);
    return flaw === null
      ? { value, refusal: null }
      : { value: null, refusal: addressRefusal(flaw, all['country']) };
  }
  return { value: { ...before, ...change }, refusal: null };
}

/** A box's value as text by field, for reading. */
export function readableValue(value: object): Record<string, string | null> {
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [
      field,
      one === null || one === undefined ? null : typeof one === 'object' ? JSON.stringify(one) : String(one),
    ]),
  );
}

/** Fields by which an account is reached: changing one asks for a fresh sign-in. */
export function needsFresh(category: string): boolean {
  return category === 'contact';
}

/** Days in which the closing of an account can be taken back. */
export const undo_days = 7;

/** Figures of the longest number that E.164 knows; shorter than these is an extension at most. */
const [phone_least, phone_most] = [6, 15];

/** Enough figures to be called, and nothing that no telephone understands. Empty takes the number away. */
export function isCallable(phone: string): boolean {
  const text = phone.trim();
  const figures = text.replace(/\D/g, '').length;
  return text === '' || (/^\+?[\d\s()./-]+$/.test(text) && figures >= phone_least && figures <= phone_most);
}
