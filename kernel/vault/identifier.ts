import { randomBytes } from 'node:crypto';

declare const brand: unique symbol;
export type PersonId = string & { readonly [brand]: 'person' };
export type RowId = string & { readonly [brand]: 'row' };
export type DeviceId = string & { readonly [brand]: 'device' };

/** The device of switches: they hold for the person on every device. */
export const everyDevice = '00000000-0000-0000-0000-000000000000' as DeviceId;

/** UUID version 7 (RFC 9562): ids made later sort later, so lists page by key. `now_ms`: Unix time. */
export function uuidv7(now_ms: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now_ms, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
