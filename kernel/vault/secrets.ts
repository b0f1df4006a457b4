import { createHmac, hkdfSync } from 'node:crypto';

/** Secrets derived from the master key by HKDF-SHA256; each use has a label of its own. */
export interface Secrets {
  readonly master: Buffer;
  /** 32 bytes for a label. The same label always gives the same bytes. */
  readonly derive: (label: string) => Buffer;
  /** HMAC-SHA256 under the key of a label: lookups of values that are never stored readable. */
  readonly keyedHash: (label: string, value: string | Uint8Array) => Buffer;
}

/** @param master 32 random bytes. */
export function deriveSecrets(master: Buffer): Secrets {
  if (master.length !== 32) throw new Error(`The master key has ${master.length} bytes; it needs 32.`);
  const derived = new Map<string, Buffer>();
  const derive = (label: string): Buffer => {
    let key = derived.get(label);
    if (key === undefined) {
      key = Buffer.from(hkdfSync('sha256', master, 'axent', label, 32));
      derived.set(label, key);
    }
    return key;
  };
  return {
    master,
    derive,
    keyedHash: (label, value) => createHmac('sha256', derive(label)).update(value).digest(),
  };
}
