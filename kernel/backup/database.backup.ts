import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { dataMap } from '../generated/schema.ts';
import { commitment, entryOf, insertLeaves, salt_bytes } from '../ledger/ledger.ts';
import { uuidv7 } from '../vault/identifier.ts';
import type { ListMark } from '../vault/shredlist.ts';
import { writeEnvelope } from './envelope.writer.ts';
import { BackupFailure } from './failure.ts';
import { frame, jsonFrame } from './frames.ts';
import type { Count, Manifest, SequenceEntry, TableEntry } from './manifest.ts';

export interface DatabaseBackupOptions {
  /** Address as the login of the purpose `backup`. */
  readonly url: string;
  readonly path: string;
  readonly key: Buffer;
  readonly now: Date;
  /** How far the shred list reaches: read before the backup begins. */
  readonly shredded: ListMark;
}

/** What was written. */
export interface Backed extends Count {
  readonly left_out: readonly string[];
}

/**
 * Writes the whole database, as it is at one moment, into one sealed file while others go on reading and writing: a
 * single snapshot (repeatable read) on one connection, table after table by COPY in PostgreSQL's binary form.
 * @throws BackupFailure `not_offered`, `disk_full`.
 */
export async function backUpDatabase(options: DatabaseBackupOptions): Promise<Backed> {
  const client = new pg.Client({ connectionString: options.url, application_name: 'axent backup' });
  // A connection that ends is told by the query that it ends.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('set statement_timeout = 0');
    await offered(client);
    await record(client, options.now);
    await client.query('begin transaction isolation level repeatable read read only');
    const manifest = await takeManifest(client, options);
    const counted = { tables: 0, rows: 0 };
    await writeEnvelope(
      options.path,
      { key: options.key, kind: 'database', now: options.now, keep_until: null },
      contents(client, manifest, counted),
    );
    await client.query('commit');
    return { ...counted, left_out: manifest.left_out };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function offered(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ offered: boolean }>(
    `select exists (select 1 from pg_class c, pg_attribute a where c.relnamespace = 'app'::regnamespace
       and a.attrelid = c.oid and a.attnum > 0 and has_column_privilege(c.oid, a.attnum, 'select')) as offered`,
  );
  if (rows[0]?.offered === true) return;
  throw new BackupFailure(
    'not_offered',
    'The policy in force offers no backups (U.backup), so their login may read nothing. Publish the policy of this ' +
      'release in the console, then back up.',
  );
}

async function takeManifest(client: pg.Client, options: DatabaseBackupOptions): Promise<Manifest> {
  const migrations = await client.query<{ name: string; hash: string }>(
    'select name, hash from kernel.migration order by at, name',
  );
  const policy = await client.query<{ sequence: number; hash: string }>(
    'select sequence, hash from kernel.published',
  );
  const ledger = await client.query<{ size: string; root: Buffer; note: string }>(
    'select size, root, note from kernel.checkpoint',
  );
  const head = ledger.rows[0];
  return {
    taken_at: options.now.toISOString(),
    migrations: migrations.rows,
    policy: policy.rows[0] ?? null,
    ledger:
      head === undefined
        ? null
        : { size: Number(head.size), root: head.root.toString('base64'), note: head.note },
    shredded: options.shredded,
    tables: await readableTables(client),
    left_out: await unreadableTables(client),
  };
}

/** Every column that the login may read. Migrations are in the manifest and are applied, not copied. */
async function readableTables(client: pg.Client): Promise<TableEntry[]> {
  const { rows } = await client.query<TableEntry>(
    `select n.nspname as schema, c.relname as table, array_agg(a.attname::text order by a.attnum) as columns,
       coalesce((select array_agg(to_char(to_date(right(p.relname, 8), 'YYYYMMDD'), 'YYYY-MM-DD') order by p.relname)
         from pg_inherits i join pg_class p on p.oid = i.inhrelid where i.inhparent = c.oid), '{}') as days
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname in ('kernel', 'app') and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and c.oid <> 'kernel.migration'::regclass
       and has_column_privilege(c.oid, a.attnum, 'select')
     group by n.nspname, c.relname, c.oid order by 1, 2`,
  );
  return rows;
}

async function unreadableTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname ||
         case when count(*) filter (where has_column_privilege(c.oid, a.attnum, 'select')) = 0 then ''
           else ' (' || string_agg(a.attname, ', ') filter (where not has_column_privilege(c.oid, a.attnum, 'select'))
             || ')' end as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname in ('kernel', 'app') and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped
     group by n.nspname, c.relname, c.oid
     having bool_or(not has_column_privilege(c.oid, a.attnum, 'select')) order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function* contents(
  client: pg.Client,
  manifest: Manifest,
  counted: { tables: number; rows: number },
): AsyncGenerator<Buffer> {
  yield jsonFrame('manifest', manifest);
  for (const entry of manifest.tables) {
    yield jsonFrame('table', entry);
    const columns = entry.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
    const table = `${pg.escapeIdentifier(entry.schema)}.${pg.escapeIdentifier(entry.table)}`;
    const copy = client.query(
      copyTo(`copy (select ${columns} from ${table}) to stdout with (format binary)`),
    );
    for await (const rows of copy) yield frame('rows', rows as Buffer);
    yield jsonFrame('end', { rows: copy.rowCount });
    counted.tables += 1;
    counted.rows += copy.rowCount;
  }
  // Numbers that were given out meanwhile only leave gaps.
  const sequences = await client.query<SequenceEntry>(
    `select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences
     where schemaname in ('kernel', 'app')`,
  );
  yield jsonFrame('sequences', sequences.rows);
  yield jsonFrame('done', counted);
}

/** The copying is a use like any other: one leaf, with nobody's part in it. Durable before the first row is read. */
async function record(client: pg.Client, now: Date): Promise<void> {
  const { rows } = await client.query<{ hash: string }>('select hash from kernel.published');
  const entry = entryOf([
    commitment(randomBytes(salt_bytes), {
      purpose: 'backup',
      clause: 'U.backup',
      categories: [...new Set(dataMap.map(({ category }) => category))].sort(),
      role: 'system',
      policy: rows[0]?.hash ?? '',
      time: now.toISOString(),
      operation: 'backup.take',
    }),
  ]);
  const { text, values } = insertLeaves([{ id: uuidv7(now.getTime()), entry, records: [] }]);
  await client.query(text, values);
}
