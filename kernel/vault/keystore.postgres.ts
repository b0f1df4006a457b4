import pg from 'pg';
import { listenForShreddings } from './keystore.listener.ts';
import type { KeyKeeping, KeyRow } from './keystore.ts';
import { lineOf } from './shredlist.ts';

/** The key store of several servers: keys, shred list and newest head on a PostgreSQL apart from the data. */
export interface SharedKeys {
  /** Lists every shredding in the transaction that shreds. */
  readonly store: KeyKeeping;
  /** The lines of the shred list. */
  readonly lines: () => Promise<readonly string[]>;
  /** The signed note of the newest head; null: none was kept. */
  readonly head: () => Promise<string | null>;
  readonly keepHead: (head: KeptHead) => Promise<void>;
}

interface KeptHead {
  readonly origin: string;
  readonly size: number;
  readonly note: string;
}

export interface SharedKeysOptions {
  /** The address of the login that serves; see `installSharedKeys`. */
  readonly url: string;
  readonly clock: () => number;
  readonly onError: (error: Error) => void;
  /** A command that ends soon keeps no keys and need not hear of shreddings. */
  readonly listens: boolean;
}

const connections = 6;
const wait_ms = 5_000;
/** Between two looks another server may make a key, and a third shred it: not often. */
const tries = 5;

export function openSharedKeys({ url, clock, onError, listens }: SharedKeysOptions): SharedKeys {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    min: 0,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: wait_ms,
    statement_timeout: wait_ms,
    query_timeout: wait_ms,
    keepAlive: true,
    application_name: 'axent keys',
    // What is acknowledged is on disk, whatever the server's usual is.
    options: '-c synchronous_commit=on',
  });
  pool.on('error', onError);
  const listener = listens ? listenForShreddings(url, onError) : null;
  return {
    store: {
      ...serving(pool, clock),
      ...keeping(pool),
      onShredded: (told) => listener?.onShredded(told),
      hears: () => listener?.hears() ?? false,
      close: async () => {
        await listener?.close();
        await pool.end();
      },
    },
    lines: async () => {
      const { rows } = await pool.query<{ line: string }>('select line from keys.shredding order by number');
      return rows.map(({ line }) => line);
    },
    head: async () => {
      const { rows } = await pool.query<{ note: string }>('select note from keys.head');
      return rows[0]?.note ?? null;
    },
    keepHead: async ({ origin, size, note }) => {
      await pool.query('select keys.keep_head($1, $2, $3)', [origin, size, note]);
    },
  };
}

const find = 'select wrapped from keys.key where owner = $1 and category = $2';
const create = `
  with made as (
    insert into keys.key (owner, category, wrapped) values ($1, $2, $3) on conflict do nothing returning wrapped
  )
  select wrapped from made
  union all select wrapped from keys.key where owner = $1 and category = $2 limit 1`;

function serving(
  pool: pg.Pool,
  clock: () => number,
): Pick<KeyKeeping, 'find' | 'findMany' | 'create' | 'createMany' | 'shred'> {
  return {
    find: async (owner, category) => {
      const { rows } = await pool.query<{ wrapped: Buffer }>({
        name: 'find',
        text: find,
        values: [owner, category],
      });
      return rows[0]?.wrapped ?? null;
    },
    findMany: async (category, owners) => {
      const { rows } = await pool.query<{ owner: string; wrapped: Buffer }>({
        name: 'find many',
        text: 'select owner, wrapped from keys.key where category = $1 and owner = any($2::text[])',
        values: [category, owners],
      });
      return new Map(rows.map(({ owner, wrapped }) => [owner, wrapped]));
    },
    create: async (owner, category, wrapped) => {
      const asked = { name: 'create', text: create, values: [owner, category, wrapped] };
      for (let turn = 0; turn < tries; turn++) {
        // Nothing, where another made it at the same moment: the next look finds it.
        const { rows } = await pool.query<{ wrapped: Buffer }>(asked);
        if (rows[0] !== undefined) return rows[0].wrapped;
      }
      throw new Error(`A key for ${category} is made and shredded all the time.`);
    },
    createMany: async (keys) => {
      const { text, values } = insertKeys(keys);
      const { rowCount } = await pool.query(`${text} on conflict do nothing`, values);
      return rowCount ?? 0;
    },
    shred: async (owner) => {
      await pool.query('select keys.shred($1, $2)', [owner, lineOf(owner, clock())]);
    },
  };
}

function keeping(pool: pg.Pool): Pick<KeyKeeping, 'page' | 'replace' | 'load' | 'remove'> {
  return {
    page: async (after, limit) => {
      const { rows } = await pool.query<KeyRow>(
        `select owner, category, wrapped from keys.key where (owner, category) > ($1, $2)
         order by owner, category limit $3`,
        [after?.owner ?? '', after?.category ?? '', limit],
      );
      return rows;
    },
    replace: async (changes) => {
      const { rowCount } = await pool.query(
        `update keys.key k set wrapped = n.wrapped
         from unnest($1::text[], $2::text[], $3::bytea[], $4::bytea[]) as n (owner, category, before, wrapped)
         where k.owner = n.owner and k.category = n.category and k.wrapped = n.before`,
        [...columns(changes.map(({ from }) => from)), changes.map(({ wrapped }) => wrapped)],
      );
      return rowCount ?? 0;
    },
    load: async (rows) => {
      await pool.query(insertKeys(rows));
    },
    remove: async (owner, category) => {
      await pool.query('select keys.remove_way($1, $2)', [owner, category]);
    },
  };
}

const columns = (rows: readonly KeyRow[]) => [
  rows.map(({ owner }) => owner),
  rows.map(({ category }) => category),
  rows.map(({ wrapped }) => wrapped),
];

export function insertKeys(rows: readonly KeyRow[]): { text: string; values: unknown[] } {
  return {
    text: `insert into keys.key (owner, category, wrapped)
      select * from unnest($1::text[], $2::text[], $3::bytea[])`,
    values: columns(rows),
  };
}
