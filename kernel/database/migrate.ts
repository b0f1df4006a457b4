import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';

export interface MigrationFolder {
  /** Who brings them, for example `kernel` or a feature's name. */
  readonly name: string;
  readonly folder: URL;
}

/** Schemas that have to be there; the first keeps the list of what was applied. */
const ofData = ['kernel', 'app'] as const;

/**
 * Applies what is new, in order, each in its own transaction. Refuses when an applied file was changed.
 * @param only names that are wanted, for example `kernel/0001_kernel.sql`: the others wait.
 */
export async function migrate(
  owner: pg.Pool,
  folders: readonly MigrationFolder[],
  only?: ReadonlySet<string>,
  schemas: readonly [string, ...string[]] = ofData,
): Promise<string[]> {
  const applied: string[] = [];
  const client = await owner.connect();
  try {
    await client.query('select pg_advisory_lock(4213, 2)');
    const list = `${schemas[0]}.migration`;
    await client.query(`${schemas.map((name) => `create schema if not exists ${name};`).join(' ')}
      create table if not exists ${list} (
        name text primary key, hash text not null, at timestamptz not null default now())`);
    const done = await client.query<{ name: string; hash: string }>(`select name, hash from ${list}`);
    const hashes = new Map(done.rows.map((row) => [row.name, row.hash]));
    for (const { name, folder } of folders) {
      const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
      for (const file of files) {
        if (only?.has(`${name}/${file}`) === false) continue;
        const text = await readFile(new URL(file, folder), 'utf8');
        if (await apply(client, `${name}/${file}`, text, hashes, list)) applied.push(`${name}/${file}`);
      }
    }
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release();
  }
  return applied;
}

async function apply(
  client: pg.PoolClient,
  id: string,
  text: string,
  hashes: ReadonlyMap<string, string>,
  list: string,
): Promise<boolean> {
  const hash = createHash('sha256').update(text).digest('hex');
  const earlier = hashes.get(id);
  if (earlier === hash) return false;
  if (earlier !== undefined) {
    throw new Error(
      `Migration ${id} was changed after it was applied. Put it back and add a new file instead.`,
    );
  }
  await client.query('begin');
  try {
    await client.query(text);
    await client.query(`insert into ${list} (name, hash) values ($1, $2)`, [id, hash]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`Migration ${id} failed: ${(cause as Error).message}`, { cause });
  }
  return true;
}
