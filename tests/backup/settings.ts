import { join } from 'node:path';
import { loadSettings, type Settings } from '../../apps/server/settings.ts';
import { rolePrefix } from '../world.ts';

export const backup_key = Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7));

/** Settings of an installation in a folder, with the master key that the tests' logins were made with. */
export function settingsFor(folder: string, more: Partial<Settings> = {}): Settings {
  const variables = {
    DATA_FOLDER: folder,
    KEY_STORE_FILE: join(folder, 'keys.sqlite'),
    LEDGER_ORIGIN: 'test.example/ledger',
    DATABASE_ROLE_PREFIX: rolePrefix,
  };
  const settings = loadSettings({ variables, read: () => null, exists: () => false });
  return { ...settings, master_key: Buffer.alloc(32, 7), backup_key, ...more };
}
