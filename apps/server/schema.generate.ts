import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, migrationFolders, schemaText } from '@axent/kernel/database';
import { startEmbedded } from '@axent/kernel/database/embedded';
import { policy } from '@axent/policy';
import pg from 'pg';
import { featureMigrations } from './compose.ts';

/** The features' tables as types and the data map, read off a database that only the migrations made. */
export async function generate() {
  const directory = await mkdtemp(join(tmpdir(), 'axent-schema-'));
  const server = await startEmbedded({ directory, durable: false });
  const owner = new pg.Pool({ connectionString: server.url('postgres'), max: 1 });
  owner.on('error', () => undefined);
  try {
    await migrate(owner, [...migrationFolders, ...featureMigrations]);
    return [{ path: 'kernel/generated/schema.ts', text: await schemaText(owner, policy) }];
  } finally {
    await owner.end();
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
