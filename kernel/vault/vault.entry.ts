/** What the composing application needs of the vault. */

export { openSecrets } from './installation.ts';
export { openKeyStore } from './keystore.sqlite.ts';
export type { KeyKeeping, KeyStore } from './keystore.ts';
export { beginRotation, type Rotation } from './rotation.ts';
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
