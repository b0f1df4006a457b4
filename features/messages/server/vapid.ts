import { createECDH } from 'node:crypto';

/** By which push services know us (RFC 8292); base64url. Subscriptions made with one pair work with no other. */
export interface VapidKeys {
  readonly public_key: string;
  readonly private_key: string;
}

/**
 * The pair that follows from the installation's own secret: the same on each of several servers, and after a restore.
 * @param derive 32 bytes for a label, the same for the same.
 */
export function vapidKeys(derive: (label: string) => Buffer): VapidKeys {
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(derive('push'));
  return {
    public_key: pair.getPublicKey('base64url', 'uncompressed'),
    private_key: pair.getPrivateKey('base64url'),
  };
}
