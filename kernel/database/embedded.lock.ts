import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedFailure } from './embedded.failure.ts';

export interface FolderLock {
  release(): void;
}

function holderOf(directory: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(join(directory, 'lock.json'), 'utf8'));
    return ` by process ${pid} since ${since}`;
  } catch {
    return '';
  }
}

/**
 * Takes the data folder for this process alone. The lock is the operating system's, held through SQLite's write
 * lock, so it ends with the process however that ends: nothing is left behind to reclaim. `wait_ms` covers the
 * moments in which a killed process is still ending.
 * @throws EmbeddedFailure `in_use` when another process, or this one, holds it.
 */
export function lockFolder(directory: string, wait_ms = 1000): FolderLock {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, 'lock.sqlite'), { timeout: wait_ms });
  try {
    // Nothing is ever written, so that no journal needs to be recovered after a kill.
    database.exec('begin immediate');
  } catch (error) {
    database.close();
    if (!/locked|busy/i.test(String(error))) throw error;
    throw new EmbeddedFailure(
      'in_use',
      `The data folder ${directory} is in use${holderOf(directory)}. ` +
        'Stop that process first, or give this one a folder of its own with DATA_FOLDER.',
    );
  }
  const holder = { pid: process.pid, since: new Date().toISOString() };
  writeFileSync(join(directory, 'lock.json'), JSON.stringify(holder));
  return { release: () => database.close() };
}
