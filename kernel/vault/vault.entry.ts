/** What the composing application needs of the vault. */

export { openSecrets } from './installation.ts';
export { installSharedKeys, KeyServerRefused, type SharedKeysPlace } from './keystore.install.ts';
export { openSharedKeys, type SharedKeys } from './keystore.postgres.ts';
export { openKeyStore } from './keystore.sqlite.ts';
export type { KeyKeeping, KeyStore } from './keystore.ts';
export { beginRotation, type Rotation } from './rotation.ts';
export { ownSecret } from './secret.own.ts';
export { deriveSecrets, type Secrets } from './secrets.ts';
export {
  linesSince,
  listingShreds,
  markOf,
  openShredList,
  ownerHash,
  readLines,
  type ShredList,
} from './shredlist.ts';
