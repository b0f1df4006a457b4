import { resolve } from 'node:path';
import { reachEmbedded } from '@axent/kernel/database/embedded/reach';

interface ImportDatabase {
  /** Address as the schema's owner. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const setting = (variables: NodeJS.ProcessEnv, name: string): string | undefined =>
  (variables[`AXENT_${name}`] || variables[name])?.trim() || undefined;

/**
 * The database that the server uses with the same settings: the operator's own, the embedded one of a running
 * server, or the embedded one started for the time of the import.
 */
export async function openImportDatabase(variables: NodeJS.ProcessEnv): Promise<ImportDatabase> {
  const own = setting(variables, 'DATABASE_URL');
  if (own) return { url: own, close: async () => undefined };
  return await reachEmbedded(resolve(setting(variables, 'DATA_FOLDER') ?? './data'));
}
