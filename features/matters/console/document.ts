import { call } from '@axent/kernel/operation/client';
import { attach, piece_bytes } from '../contract.ts';

const types = ['application/pdf', 'image/png', 'image/jpeg'];
const most_bytes = 5 * 1024 * 1024;

export const accepted = types.join(',');

/** Whether a file is one that is kept with the matter; of any other only the fingerprint leaves this machine. */
export const isKept = (file: File): boolean => types.includes(file.type) && file.size <= most_bytes;

/** Brings a document piece by piece. */
export async function bring(id: string, file: File, language: string): Promise<void> {
  const pieces = Math.ceil(file.size / piece_bytes);
  for (let number = 0; number < pieces; number++) {
    const piece = file.slice(number * piece_bytes, (number + 1) * piece_bytes);
    const content = await base64Of(piece);
    await call(attach, { id, number, last: number === pieces - 1, content }, { language });
  }
}

async function base64Of(piece: Blob): Promise<string> {
  const bytes = new Uint8Array(await piece.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
