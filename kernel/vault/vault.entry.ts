/** What the composing application needs of the vault. */

export { openKeyStore } from './keystore.sqlite.ts';
export type { KeyStore } from './keystore.ts';
export { deriveSecrets, type Secrets } from './secrets.ts';
