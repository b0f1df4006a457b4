/** The kinds of documents that are taken, told by their content and never by their name. */
export type DocumentType = 'application/pdf' | 'image/png' | 'image/jpeg';

/** Bytes from the beginning and from the end of a document; a short one is both. */
export interface Ends {
  readonly first: Buffer;
  readonly last: Buffer;
}

export const ends_bytes = 1_024;

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const png_end = Buffer.from([0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/** Null: none of them, or cut off. */
export function documentType({ first, last }: Ends): DocumentType | null {
  if (/^%PDF-[12]\.\d/.test(first.toString('latin1')) && last.includes('%%EOF')) return 'application/pdf';
  const hasHeader = first.subarray(12, 16).toString('latin1') === 'IHDR';
  if (first.subarray(0, 8).equals(png) && hasHeader && last.subarray(-8).equals(png_end)) return 'image/png';
  const isJpeg = first[0] === 0xff && first[1] === 0xd8 && first[2] === 0xff;
  if (isJpeg && last.at(-2) === 0xff && last.at(-1) === 0xd9) return 'image/jpeg';
  return null;
}
