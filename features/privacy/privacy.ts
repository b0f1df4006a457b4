/** What the privacy centre shows and lets people correct. Pure. */

/**
 * Fields of each category that a person corrects by themself. The address that one signs in with is changed by
 * proving the new one, not here.
 */
const correctableFields: Readonly<Record<string, readonly string[]>> = {
  contact: ['phone'],
  identity: ['name', 'business_name'],
  address: ['street', 'postcode', 'city', 'country'],
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
