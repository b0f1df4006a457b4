import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import pg from 'pg';
import { insertKeys } from '../vault/keystore.postgres.ts';
import { openKeyStore } from '../vault/keystore.sqlite.ts';
import type { KeyRow } from '../vault/keystore.ts';
import { syncFolder } from './envelope.writer.ts';

/** An empty place for keys, which holds all of them at once or none. */
export interface KeysTarget {
  readonly load: (rows: readonly KeyRow[]) => Promise<void>;
  /** All that was loaded is there from now on, with the whole shred list. */
  readonly put: (lines: readonly string[]) => Promise<void>;
  /** After `put` it does nothing. */
  readonly discard: () => Promise<void>;
}

const textOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

/** A key store in a file, made beside its place. */
export function fileTarget(key_store_file: string, shred_list_file: string): KeysTarget {
  const unfinished = `${key_store_file}.unfinished`;
  const remove = () => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${unfinished}${end}`, { force: true });
  };
  mkdirSync(dirname(key_store_file), { recursive: true, mode: 0o700 });
  remove();
  const store = openKeyStore(unfinished);
  let open = true;
  const close = async () => {
    if (open) await store.close();
    open = false;
  };
  return {
    load: async (rows) => await store.load(rows),
    put: async (lines) => {
      await close();
      writeFileSync(shred_list_file, textOf(lines), { mode: 0o600, flush: true });
      renameSync(unfinished, key_store_file);
      syncFolder(dirname(key_store_file));
    },
    discard: async () => {
      await close();
      remove();
    },
  };
}

/** A key server, as its owner: everything in one transaction. `installSharedKeys` was there before. */
export async function sharedTarget(url: string): Promise<KeysTarget> {
  const client = new pg.Client({ connectionString: url, options: '-c synchronous_commit=on' });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  let open = true;
  const end = async (word: 'commit' | 'rollback') => {
    if (!open) return;
    open = false;
    try {
      await client.query(word);
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  return {
    load: async (rows) => {
      await client.query(insertKeys(rows));
    },
    put: async (lines) => {
      await client.query(
        `insert into keys.shredding (number, line)
         select number, line from unnest($1::text[]) with ordinality as given (line, number)`,
        [lines],
      );
      await end('commit');
    },
    discard: async () => await end('rollback'),
  };
}
