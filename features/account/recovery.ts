/** Recovery codes: for the day on which the phone is gone. Pure. */

export const recovery_codes = 10;
/** Crockford's alphabet, five bits a letter: 80 bits. */
export const recovery_letters = 16;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** In groups of four, for writing down. @param bytes one for each letter */
export function recoveryCode(bytes: Uint8Array): string {
  const letters = Array.from(bytes.subarray(0, recovery_letters), (byte) => alphabet[byte % 32]).join('');
  return (letters.match(/.{4}/g) ?? []).join('-');
}

/** The letters of what was typed, in whatever spelling. */
export function normaliseRecovery(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
}
