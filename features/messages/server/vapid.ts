import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webPush from 'web-push';

/** By which push services know us (RFC 8292); base64url. Subscriptions made with one pair work with no other. */
export interface VapidKeys {
  readonly public_key: string;
  readonly private_key: string;
}

/** Reads the pair from the data folder; makes it there the first time. */
export function openVapidKeys(data_folder: string): VapidKeys {
  const file = join(data_folder, 'push.key');
  if (!existsSync(file)) {
    const { publicKey, privateKey } = webPush.generateVAPIDKeys();
    mkdirSync(data_folder, { recursive: true });
    writeFileSync(file, `${publicKey}\n${privateKey}\n`, { mode: 0o600, flag: 'wx' });
  }
  const [public_key = '', private_key = ''] = readFileSync(file, 'utf8').trim().split('\n');
  if (public_key === '' || private_key === '') throw new Error(`${file} holds no pair of keys.`);
  return { public_key, private_key };
}
