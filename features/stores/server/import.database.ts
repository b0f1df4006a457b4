import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EmbeddedFailure, startEmbedded } from '@axent/kernel/database/embedded';

interface ImportDatabase {
  /** Address as the schema's owner. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const setting = (variables: NodeJS.ProcessEnv, name: string): string | undefined =>
  (variables[`AXENT_${name}`] || variables[name])?.trim() || undefined;

/** The embedded server's notes about itself, for a second process on the same machine and account. */
function addressOfRunning(directory: string): string {
  const { password, port } = JSON.parse(readFileSync(join(directory, 'connection.json'), 'utf8'));
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * The database that the server uses with the same settings: the operator's own, the embedded one of a running
 * server, or the embedded one started for the time of the import.
 */
export async function openImportDatabase(variables: NodeJS.ProcessEnv): Promise<ImportDatabase> {
  const own = setting(variables, 'DATABASE_URL');
  if (own) return { url: own, close: async () => undefined };
  const directory = join(resolve(setting(variables, 'DATA_FOLDER') ?? './data'), 'database');
  if (!existsSync(join(directory, 'connection.json')))
    throw new Error(`No database is in ${directory}. Start AXENT once, or set DATA_FOLDER or DATABASE_URL.`);
  try {
    const embedded = await startEmbedded({ directory, durable: true });
    return { url: embedded.url('postgres'), close: () => embedded.stop() };
  } catch (error) {
    if (!(error instanceof EmbeddedFailure) || error.code !== 'in_use') throw error;
    return { url: addressOfRunning(directory), close: async () => undefined };
  }
}
