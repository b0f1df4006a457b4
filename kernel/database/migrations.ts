import type { MigrationFolder } from './migrate.ts';

/** The kernel's own migrations; the features' come after them. */
export const migrationFolders: readonly MigrationFolder[] = [
  { name: 'ledger', folder: new URL('../ledger/migrations/', import.meta.url) },
  { name: 'kernel', folder: new URL('migrations/', import.meta.url) },
];
