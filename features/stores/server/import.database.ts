import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedFailure, startEmbedded } from '@axent/kernel/database/embedded';

interface ImportDatabase {
  /** Address as the schema's owner. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** As the server's settings say. */
export interface DatabasePlace {
  readonly database_url: string | null;
  readonly data_folder: string;
}

/** The embedded server's notes about itself, for a second process on the same machine and account. */
function addressOfRunning(directory: string): string {
  const { password, port } = JSON.parse(readFileSync(join(directory, 'connection.json'), 'utf8'));
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * The database that the server uses with the same settings: the operator's own, the embedded one of a running
 * server, or the embedded one started for the time of the import.
 */
export async function openImportDatabase(place: DatabasePlace): Promise<ImportDatabase> {
  const { database_url, data_folder } = place;
  if (database_url !== null) return { url: database_url, close: async () => undefined };
  const directory = join(data_folder, 'database');
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
