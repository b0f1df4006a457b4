import { createHmac, hkdfSync } from 'node:crypto';

/** Two kinds of secrets: what finds and lets in, which never changes, and what wraps the keys, which can. */
export interface Secrets {
  /** Keys that wrap, 32 bytes each: the one in use, then those that are on their way out. */
  readonly wrapping: readonly Buffer[];
  /** 32 bytes for a label. The same label always gives the same bytes. */
  readonly derive: (label: string) => Buffer;
  /** HMAC-SHA256 under the key of a label: lookups of values that are never stored readable. */
  readonly keyedHash: (label: string, value: string | Uint8Array) => Buffer;
}

const secret_bytes = 32;

/** The key with which a master key wraps. */
export function wrappingKey(master: Buffer): Buffer {
  if (master.length !== secret_bytes)
    throw new Error(`The master key has ${master.length} bytes; it needs ${secret_bytes}.`);
  return Buffer.from(hkdfSync('sha256', master, 'axent', 'wrap', secret_bytes));
}

/**
 * @param master 32 random bytes: wraps the keys.
 * @param lookup what hashes and logins are derived from; see `openSecrets`. Before there was one it was the master key.
 * @param previous an earlier master key, under which some keys may still be wrapped.
 */
export function deriveSecrets(master: Buffer, lookup: Buffer = master, previous?: Buffer): Secrets {
  const derived = new Map<string, Buffer>();
  const derive = (label: string): Buffer => {
    let key = derived.get(label);
    if (key === undefined) {
      key = Buffer.from(hkdfSync('sha256', lookup, 'axent', label, secret_bytes));
      derived.set(label, key);
    }
    return key;
  };
  return {
    wrapping: [master, ...(previous === undefined ? [] : [previous])].map(wrappingKey),
    derive,
    keyedHash: (label, value) => createHmac('sha256', derive(label)).update(value).digest(),
  };
}
