import { EmbeddedFailure, lockFolder } from '@axent/kernel/database/embedded';
import { loadSettings } from './settings.ts';

/** Ends this process with words where another one holds the data folder. What else is wrong, the start itself says. */
export function assertFolderFree(): void {
  try {
    lockFolder(loadSettings().data_folder).release();
  } catch (error) {
    if (!(error instanceof EmbeddedFailure)) return;
    process.stdout.write(`AXENT could not start: ${error.message}\n`);
    process.exit(1);
  }
}
