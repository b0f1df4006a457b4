import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp } from '../../apps/server/backup.ts';
import { featureMigrations } from '../../apps/server/compose.ts';
import { withOwner } from '../../apps/server/ledger.ts';
import { type RestoreOptions, restore } from '../../apps/server/restore.ts';
import { testDatabase } from '../database.ts';
import { openWorld, productPolicy, type World } from '../world.ts';
import { settingsFor } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'axent-releases-'));
const later = 'staff/0002_backup.sql';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await (await world.visitor().accept()).signIn('ada@example.org');
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const sql = (text: string, values: unknown[] = []) => world.kernel.pools.owner.query(text, values);

async function backedUp(name: string): Promise<string> {
  const path = join(folder, name);
  await backUp(settingsFor(world.folder), world.database.url, path, new Date());
  return path;
}

/** Onto the key store that is there, as after the loss of the database alone. */
async function restoredFrom<R>(
  path: string,
  look: (url: string, options: RestoreOptions) => Promise<R>,
): Promise<R> {
  const fresh = await testDatabase();
  try {
    return await look(fresh.url, {
      settings: settingsFor(world.folder),
      url: fresh.url,
      path,
      keys: null,
      shredded: null,
      without_shredded: false,
      new_log: true,
      now: new Date(),
      compiled: productPolicy,
      migrations: featureMigrations,
    });
  } finally {
    await fresh.drop();
  }
}

test('S.loss @operation: a backup of an earlier release is brought to this one', async () => {
  await sql('delete from kernel.migration where name = $1', [later]);
  const path = await backedUp('earlier.backup');
  await restoredFrom(path, async (_url, options) => {
    const done = await restore(options);
    expect(done.manifest.migrations.map(({ name }) => name)).not.toContain(later);
    expect(done.migrations).toEqual([later]);
    expect(done.rows).toBeGreaterThan(5);
    expect(done.unreadable).toBe(0);
  });
});

test('a backup of a later release is refused, and leaves nothing that stands in the way', async () => {
  await sql(`insert into kernel.migration (name, hash) values ('future/0001_later.sql', 'x')`);
  const path = await backedUp('later.backup');
  await sql(`delete from kernel.migration where name = 'future/0001_later.sql'`);
  const sound = await backedUp('sound.backup');
  await restoredFrom(path, async (_url, options) => {
    await expect(restore(options)).rejects.toMatchObject({
      code: 'newer',
      message: expect.stringContaining('future/0001_later.sql'),
    });
    expect((await restore({ ...options, path: sound })).rows).toBeGreaterThan(5);
    await expect(restore({ ...options, path: sound })).rejects.toMatchObject({ code: 'not_empty' });
  });
});

test('a database with tables of others is left alone', async () => {
  const path = await backedUp('third.backup');
  await restoredFrom(path, async (url, options) => {
    await withOwner(url, (client) => client.query('create schema app; create table app.theirs (id int)'));
    await expect(restore(options)).rejects.toMatchObject({ code: 'not_empty' });
    const { rows } = await withOwner(url, (client) =>
      client.query('select count(*)::int as n from app.theirs'),
    );
    expect(rows[0].n).toBe(0);
  });
});
