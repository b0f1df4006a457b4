import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedFailure, startEmbedded } from './embedded.ts';

/** A database that another process may be running. */
export interface Reached {
  /** Address as the schema's owner. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * The embedded database of a data folder, for a command on the same machine and account: as the server runs it, or
 * started for the time of the command.
 */
export async function reachEmbedded(data_folder: string): Promise<Reached> {
  const directory = join(data_folder, 'database');
  const notes = join(directory, 'connection.json');
  if (!existsSync(notes))
    throw new Error(`No database is in ${directory}. Start AXENT once, or set DATA_FOLDER or DATABASE_URL.`);
  try {
    const embedded = await startEmbedded({ directory, durable: true });
    return { url: embedded.url('postgres'), close: () => embedded.stop() };
  } catch (error) {
    if (!(error instanceof EmbeddedFailure) || error.code !== 'in_use') throw error;
    const { password, port } = JSON.parse(readFileSync(notes, 'utf8'));
    return {
      url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
      close: async () => undefined,
    };
  }
}
