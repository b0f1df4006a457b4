import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from '../kernel/database/embedded.lock.ts';
import { EmbeddedFailure, startEmbedded } from '../kernel/database/embedded.ts';
import { buildApps } from '../tasks/built.ts';

const prefix = 'axent-tests-';

/** Removes what an earlier run left that was killed; a folder whose lock is held belongs to a run at work. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const directory = join(tmpdir(), name);
    try {
      lockFolder(directory, 0).release();
      // Starting it is what finds and stops its orphaned server.
      await (await startEmbedded({ directory, durable: false })).stop();
    } catch (error) {
      if (error instanceof EmbeddedFailure && error.code === 'in_use') continue;
    }
    rmSync(directory, { recursive: true, force: true });
  }
}

/** One PostgreSQL for the whole run, without fsync; each test takes databases of its own from `database.ts`. */
export default async function setup(): Promise<() => Promise<void>> {
  // Once, before any test: two that built at the same moment would be in each other's way.
  await buildApps({ all: false });
  // A PostgreSQL of somebody else's: `npm run external` brings Debian's.
  if (process.env.AXENT_TEST_CLUSTER !== undefined) return async () => undefined;
  await sweep();
  const directory = mkdtempSync(join(tmpdir(), prefix));
  const database = await startEmbedded({ directory, durable: false, shared_buffers_mb: 32 });
  // Workers inherit the environment.
  process.env.AXENT_TEST_CLUSTER = database.url('postgres');
  return async () => {
    await database.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
