import { reachEmbedded } from '@axent/kernel/database/embedded/reach';

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

/**
 * The database that the server uses with the same settings: the operator's own, the embedded one of a running
 * server, or the embedded one started for the time of the import.
 */
export async function openImportDatabase(place: DatabasePlace): Promise<ImportDatabase> {
  const { database_url, data_folder } = place;
  if (database_url !== null) return { url: database_url, close: async () => undefined };
  return await reachEmbedded(data_folder);
}
