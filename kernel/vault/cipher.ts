import { createCipheriv, createDecipheriv } from 'node:crypto';

export const nonce_bytes = 12;
const tag_bytes = 16;

/** AES-256-GCM: nonce, tag, text. `head` goes before them, one byte per character. */
export function encrypt(
  key: Buffer,
  plain: Buffer | string,
  associated: Buffer,
  nonce: Buffer,
  head = '',
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated);
  const text = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  const sealed = Buffer.allocUnsafe(head.length + nonce_bytes + tag_bytes + text.length);
  const at = sealed.write(head, 'latin1');
  nonce.copy(sealed, at);
  cipher.getAuthTag().copy(sealed, at + nonce_bytes);
  text.copy(sealed, at + nonce_bytes + tag_bytes);
  return sealed;
}

/** Throws when the key or the associated data is another, or a byte was changed. */
export function decrypt(key: Buffer, sealed: Buffer, associated: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonce_bytes), {
    authTagLength: tag_bytes,
  });
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(nonce_bytes, nonce_bytes + tag_bytes));
  const plain = decipher.update(sealed.subarray(nonce_bytes + tag_bytes));
  decipher.final();
  return plain;
}
