import { randomUUID } from 'node:crypto';

declare const brand: unique symbol;
export type PersonId = string & { readonly [brand]: 'person' };
export type RowId = string & { readonly [brand]: 'row' };
export type DeviceId = string & { readonly [brand]: 'device' };

/** The device of switches: they hold for the person on every device. */
export const everyDevice = '00000000-0000-0000-0000-000000000000' as DeviceId;

/** UUID version 7 (RFC 9562): ids made later sort later, so lists page by key. `now_ms`: Unix time. */
export function uuidv7(now_ms: number): string {
  const time = now_ms.toString(16).padStart(12, '0');
  // A version 4 UUID brings the random bits and the variant; all before them is ours.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}
