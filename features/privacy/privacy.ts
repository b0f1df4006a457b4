/** What the privacy centre shows and lets people correct. Pure. */

/**
 * Fields of each category that a person corrects by themself. The address that one signs in with is changed by
 * proving the new one, not here.
 */
const correctableFields: Readonly<Record<string, readonly string[]>> = {
  contact: ['phone'],
  identity: ['name', 'business_name'],
  address: ['street', 'postcode', 'town', 'country'],
  wechat: ['nickname', 'profile'],
};

export function correctable(category: string): readonly string[] {
  return correctableFields[category] ?? [];
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
