import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The master key: as set, else one made at the first start in the data folder (refused in production). */
export function masterKey(given: Buffer | null, data_folder: string): Buffer {
  if (given !== null) return given;
  const file = join(data_folder, 'keys', 'master.key');
  if (!existsSync(file)) {
    mkdirSync(join(data_folder, 'keys'), { recursive: true, mode: 0o700 });
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
}
