/** What the composing application needs of the vault. */
export type { KeyStore } from './keystore.ts';
export { openKeyStore } from './keystore.sqlite.ts';
export { deriveSecrets, type Secrets } from './secrets.ts';
