import { createHash } from 'node:crypto';
import { decrypt, encrypt } from './cipher.ts';
import type { KeyStore } from './keystore.ts';
import { randomPool } from './random.ts';

/**
 * Wrapping the keys in the store. While the master key is being changed, keys wrapped by the old and by the new one
 * stand side by side. A server that knows only one of them finds the way to the other in the store: each wrapped
 * under the other, for as long as the change takes. So no server needs to be stopped for it.
 */

/** Owner of what is the installation's own: no person's id and no day has this form. */
export const installation = 'axent';

export interface Wrapping {
  readonly wrap: (key: Buffer, id: string) => Promise<Buffer> | Buffer;
  /** Throws when no master key that is known or on the way opens it. */
  readonly unwrap: (wrapped: Buffer, id: string) => Promise<Buffer> | Buffer;
}

/** A name for a wrapping key that tells nothing of it. */
const markOfKey = (key: Buffer): string =>
  createHash('sha256').update('axent wrapping key').update(key).digest('hex').slice(0, 16);

/** Where the store keeps the way from one wrapping key to another. */
export const wayTo = (from: Buffer): string => `way from ${markOfKey(from)}`;

export function tryDecrypt(key: Buffer, wrapped: Buffer, id: string): Buffer | null {
  try {
    return decrypt(key, wrapped, Buffer.from(id));
  } catch {
    return null; // wrapped by another key
  }
}

/** @param keys the one in use first; see `Secrets.wrapping`. */
export function openWrapping(store: KeyStore, keys: readonly Buffer[]): Wrapping {
  const random = randomPool();
  const [own] = keys;
  if (own === undefined) throw new Error('There is no key to wrap with.');
  let known = [...keys];
  const first = (wrapped: Buffer, id: string): Buffer | null => {
    for (const key of known) {
      const plain = tryDecrypt(key, wrapped, id);
      if (plain !== null) return plain;
    }
    return null;
  };
  const learn = async (): Promise<void> => {
    const way = await store.find(installation, wayTo(own));
    const other = way === null ? null : tryDecrypt(own, way, `${installation}|${wayTo(own)}`);
    if (other !== null && !known.some((key) => key.equals(other))) known = [...known, other];
  };
  return {
    wrap: (key, id) => encrypt(own, key, Buffer.from(id), random(12)),
    unwrap: (wrapped, id) => {
      const plain = first(wrapped, id);
      if (plain !== null) return plain;
      return learn().then(() => {
        const found = first(wrapped, id);
        if (found === null)
          throw new Error(`The key ${id.split('|')[1]} was wrapped with another master key.`);
        return found;
      });
    },
  };
}
