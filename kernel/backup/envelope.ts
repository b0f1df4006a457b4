import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { BackupFailure } from './failure.ts';

/**
 * The outer form of a backup. A first line with the version, a head in JSON under a MAC, then chunks of one length
 * under AES-256-GCM, each with its number in the nonce and the last one marked there (the STREAM construction of
 * Hoang, Reyhanitabar, Rogaway and Vizár, as in age): what is changed, moved, left out or cut off does not open.
 */

export type BackupKind = 'database' | 'keys';

export interface Head {
  readonly kind: BackupKind;
  /** Which backup key it was made with; tells nothing of the key. */
  readonly key_id: string;
  /** 32 random bytes, base64: every file has a key of its own. */
  readonly salt: string;
  /** ISO 8601. */
  readonly made_at: string;
  /** ISO 8601: after it the file is to be destroyed. Null: by the operator's own rule. */
  readonly keep_until: string | null;
}

export const chunk_bytes = 256 * 1024;
export const tag_bytes = 16;
export const mac_bytes = 32;
export const version = 1;
export const firstWords = 'axent backup ';

const derive = (key: Buffer, salt: Buffer | string, label: string) =>
  Buffer.from(hkdfSync('sha256', key, salt, `axent backup ${label}`, 32));

export const keyId = (key: Buffer): string => derive(key, '', 'key id').toString('hex').slice(0, 16);

/** Version line, length and JSON: what the MAC covers. */
export function headBytes(head: Head): Buffer {
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([Buffer.from(`${firstWords}${version}\n`), length, json]);
}

export function headMac(key: Buffer, head: Head, bytes: Buffer): Buffer {
  return createHmac('sha256', derive(key, Buffer.from(head.salt, 'base64'), 'head'))
    .update(bytes)
    .digest();
}

/** @throws BackupFailure `wrong_key` when the head was made under another key, `damaged` when it was changed. */
export function checkHead(key: Buffer, head: Head, bytes: Buffer, mac: Buffer): void {
  if (head.key_id !== keyId(key)) {
    throw new BackupFailure(
      'wrong_key',
      `This backup was made with another backup key (its mark is ${head.key_id}, yours ${keyId(key)}). ` +
        'Set the BACKUP_KEY that it was made with.',
    );
  }
  if (mac.length === mac_bytes && timingSafeEqual(mac, headMac(key, head, bytes))) return;
  throw new BackupFailure('damaged', 'The head of this backup was changed. Take another copy of it.');
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(number));
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Seals and opens the chunks of one file. */
export interface Chunks {
  readonly seal: (plain: Buffer, number: number, last: boolean) => Buffer;
  /** Null when it does not open at this place. */
  readonly open: (sealed: Buffer, number: number, last: boolean) => Buffer | null;
}

export function chunksOf(key: Buffer, head: Head): Chunks {
  const own = derive(key, Buffer.from(head.salt, 'base64'), head.kind);
  return {
    seal: (plain, number, last) => {
      const cipher = createCipheriv('aes-256-gcm', own, nonceOf(number, last));
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, number, last) => {
      if (sealed.length < tag_bytes) return null;
      const decipher = createDecipheriv('aes-256-gcm', own, nonceOf(number, last), {
        authTagLength: tag_bytes,
      });
      decipher.setAuthTag(sealed.subarray(sealed.length - tag_bytes));
      const plain = decipher.update(sealed.subarray(0, sealed.length - tag_bytes));
      try {
        decipher.final();
        return plain;
      } catch {
        return null; // not what was sealed here
      }
    },
  };
}
