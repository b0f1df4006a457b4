import { verifyCommand } from '@axent/kernel/ledger/command';
import { loadSome } from './settings.ts';

/** `npm run verify -- FILE [--vkey KEY]` */
process.exitCode = await verifyCommand(process.argv.slice(2), () => loadSome(['data_folder']).data_folder);
