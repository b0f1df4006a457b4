import { EmbeddedFailure, lockFolder } from '@axent/kernel/database/embedded';
import { startWords } from './fault.start.ts';
import { loadSettings } from './settings.ts';

/** Ends this process with words where another one holds the data folder. What else is wrong, the start itself says. */
export function assertFolderFree(): void {
  try {
    lockFolder(loadSettings().data_folder).release();
  } catch (error) {
    if (!(error instanceof EmbeddedFailure)) return;
    process.stdout.write(`${startWords(error, null)}\n`);
    process.exit(1);
  }
}
