/** Backing up and restoring: the database and, apart from it, the keys. */
export { type Backed, backUpDatabase } from './database.backup.ts';
export { checkEmpty, type Loaded, restoreDatabase } from './database.restore.ts';
export { BackupFailure, type BackupFailureCode } from './failure.ts';
export { backUpKeys } from './keys.backup.ts';
export { type RestoredKeys, readKeys } from './keys.restore.ts';
export { fileTarget, type KeysTarget, sharedTarget } from './keys.target.ts';
export type { Manifest } from './manifest.ts';
export { replayShreds } from './replay.ts';
