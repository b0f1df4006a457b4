import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type MigrationFolder, migrate } from '../database/migrate.ts';
import { migrationFolders } from '../database/migrations.ts';
import { keepDays } from '../database/partitions.ts';
import { readEnvelope } from './envelope.reader.ts';
import { BackupFailure } from './failure.ts';
import { type Frame, jsonOf, readFrames } from './frames.ts';
import type { Count, Manifest, SequenceEntry, TableEntry } from './manifest.ts';

export interface DatabaseRestoreOptions {
  /** Address as the owner of an empty database. */
  readonly url: string;
  readonly path: string;
  readonly key: Buffer;
  /** The features' migrations. */
  readonly migrations: readonly MigrationFolder[];
  /** Looks at what the backup says of itself before anything is written; throws to refuse. */
  readonly admit: (manifest: Manifest) => void;
  /** Runs in the transaction that loads, when every row is there: all of it stands, or nothing. */
  readonly complete: (client: pg.Client, manifest: Manifest) => Promise<void>;
}

export interface Loaded extends Count {
  readonly manifest: Manifest;
}

/**
 * Loads a backup into an empty database, in one transaction: a backup that turns out to be cut off or changed leaves
 * nothing. The tables are those of the release that made it; later migrations come after.
 * @throws BackupFailure `newer`, `damaged`, `cut_off`, and as `readEnvelope`.
 */
export async function restoreDatabase(options: DatabaseRestoreOptions): Promise<Loaded> {
  const { content } = await readEnvelope(options.path, options.key, 'database');
  const frames = readFrames(content)[Symbol.asyncIterator]();
  const first = await frames.next();
  if (first.done === true || first.value.kind !== 'manifest')
    throw new BackupFailure('damaged', 'This backup does not begin with what it holds.');
  const manifest = jsonOf<Manifest>(first.value);
  options.admit(manifest);
  await prepare(options, manifest);
  const client = new pg.Client({ connectionString: options.url, application_name: 'axent restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    const keys = await dropForeignKeys(client);
    await emptyTables(client, manifest.tables);
    const counted = await load(client, frames);
    for (const line of keys) await client.query(line);
    await options.complete(client, manifest);
    await client.query('commit');
    await client.query('analyze');
    return { ...counted, manifest };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * To be asked before `restoreDatabase`; takes away what an earlier try left.
 * @throws BackupFailure `not_empty` unless nothing was ever installed here, or only begun.
 */
export async function checkEmpty(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'axent restore' });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean; begun: boolean }>(
      `select exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname in ('kernel', 'app') and c.relkind in ('r', 'p')) as there,
         to_regclass('kernel.published') is not null as begun`,
    );
    const { there = false, begun = false } = rows[0] ?? {};
    const used = begun && ((await client.query('select 1 from kernel.published')).rowCount ?? 0) > 0;
    if (used || (there && !begun)) {
      throw new BackupFailure(
        'not_empty',
        'This database is in use: it has tables of AXENT or of others. A backup is restored into an empty one only. ' +
          'Name another DATA_FOLDER or DATABASE_URL, or move the old one away first.',
      );
    }
    // What an earlier try left, which never came as far as a published policy.
    if (there) await client.query('drop schema if exists kernel, app, app_day cascade');
  } finally {
    await client.end();
  }
}

/** Brings an empty database to where the backup was, and makes the days that it holds. */
async function prepare(options: DatabaseRestoreOptions, manifest: Manifest): Promise<void> {
  const wanted = new Map(manifest.migrations.map(({ name, hash }) => [name, hash]));
  const owner = new pg.Pool({ connectionString: options.url, max: 2 });
  owner.on('error', () => undefined);
  try {
    await migrate(owner, [...migrationFolders, ...options.migrations], new Set(wanted.keys()));
    const { rows } = await owner.query<{ name: string; hash: string }>(
      'select name, hash from kernel.migration',
    );
    const here = new Map(rows.map(({ name, hash }) => [name, hash]));
    const strange = [...wanted].filter(([name, hash]) => here.get(name) !== hash).map(([name]) => name);
    if (strange.length > 0) {
      throw new BackupFailure(
        'newer',
        `This backup was made by a release with migrations that this one does not have (${strange.join(', ')}). ` +
          'Restore it with that release or a later one.',
      );
    }
    for (const { schema, table, days } of manifest.tables)
      if (days.length > 0) await keepDays(owner, `${schema}.${table}`, days);
  } finally {
    await owner.end();
  }
}

/** Foreign keys are checked once, when all is there: tables come in any order. Answers how to put them back. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ place: string; name: string; text: string }>(
    `select c.conrelid::regclass::text as place, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as text
     from pg_constraint c join pg_namespace n on n.oid = c.connamespace
     where c.contype = 'f' and n.nspname in ('kernel', 'app')`,
  );
  for (const { place, name } of rows) await client.query(`alter table ${place} drop constraint ${name}`);
  return rows.map(({ place, name, text }) => `alter table ${place} add constraint ${name} ${text}`);
}

const nameOf = ({ schema, table }: Pick<TableEntry, 'schema' | 'table'>) =>
  `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`;

/** What migrations put in; a table emptied in this transaction is also filled without being logged twice. */
async function emptyTables(client: pg.Client, tables: readonly TableEntry[]): Promise<void> {
  if (tables.length > 0) await client.query(`truncate ${tables.map(nameOf).join(', ')}`);
}

async function load(client: pg.Client, frames: AsyncIterator<Frame>): Promise<Count> {
  const counted = { tables: 0, rows: 0 };
  for (let one = await frames.next(); one.done !== true; one = await frames.next()) {
    const { value } = one;
    if (value.kind === 'table') {
      counted.rows += await loadTable(client, jsonOf<TableEntry>(value), frames);
      counted.tables += 1;
    } else if (value.kind === 'sequences') await setSequences(client, jsonOf<SequenceEntry[]>(value));
  }
  return counted;
}

async function loadTable(
  client: pg.Client,
  entry: TableEntry,
  frames: AsyncIterator<Frame>,
): Promise<number> {
  const columns = entry.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const stream = client.query(copyFrom(`copy ${nameOf(entry)} (${columns}) from stdin with (format binary)`));
  let said = -1;
  let failed: Error | null = null;
  const finished = new Promise<void>((resolve, reject) => {
    stream.once('finish', resolve);
    stream.once('error', reject);
  });
  finished.catch((error: Error) => {
    failed = error;
  });
  for (let one = await nextOf(frames, stream); said < 0 && failed === null; ) {
    if (one.kind === 'end') said = jsonOf<{ rows: number }>(one).rows;
    else {
      if (!stream.write(one.content)) await Promise.race([drained(stream), finished.catch(() => undefined)]);
      one = await nextOf(frames, stream);
    }
  }
  if (failed === null) stream.end();
  await finished;
  if (stream.rowCount === said) return said;
  throw new BackupFailure(
    'damaged',
    `${entry.schema}.${entry.table} held ${said} rows, and ${stream.rowCount} came.`,
  );
}

const drained = (stream: NodeJS.EventEmitter) => new Promise((resolve) => stream.once('drain', resolve));

/** The next frame of a table; when the backup fails in the middle, so does the copying into the table. */
async function nextOf(
  frames: AsyncIterator<Frame>,
  stream: { destroy: (error: Error) => unknown },
): Promise<Frame> {
  try {
    const one = await frames.next();
    if (one.done === true) throw new BackupFailure('cut_off', 'This backup ends in the middle of a table.');
    return one.value;
  } catch (error) {
    stream.destroy(error as Error);
    throw error;
  }
}

async function setSequences(client: pg.Client, sequences: readonly SequenceEntry[]): Promise<void> {
  for (const { schema, name, last } of sequences)
    if (last !== null)
      await client.query('select setval(to_regclass($1), $2::bigint)', [`"${schema}"."${name}"`, last]);
}
