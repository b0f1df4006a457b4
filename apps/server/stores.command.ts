import { storesCommand } from './compose.ts';
import { loadSome } from './settings.ts';

/** `npm run stores -- import FILE`, `places FILE` or `check FILE`, on the database that the server uses. */
process.exitCode = await storesCommand(process.argv.slice(2), () =>
  loadSome(['database_url', 'data_folder']),
);
