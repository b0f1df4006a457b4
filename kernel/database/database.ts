/** The database for tasks outside a running server: migrating and reading the schema. */
export { type MigrationFolder, migrate } from './migrate.ts';
export { migrationFolders } from './migrations.ts';
export { loginUrl } from './pools.ts';
export { schemaText } from './schema.text.ts';
