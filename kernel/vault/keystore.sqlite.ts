import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { KeyKeeping, KeyRow } from './keystore.ts';

/** The default key store: one SQLite file, durable on every write, bytes of shredded keys overwritten. */
export function openKeyStore(file: string): KeyKeeping {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite gives its log and its shared memory the mode of the file itself, so that is set before it opens.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = new DatabaseSync(file);
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma busy_timeout = 5000;
    create table if not exists key (
      owner text not null, category text not null, wrapped blob not null, primary key (owner, category)
    ) without rowid;
    create table if not exists shredded (
      owner text not null, at integer not null, primary key (owner, at)
    ) without rowid;
  `);
  const find = database.prepare('select wrapped from key where owner = ? and category = ?');
  const findMany = database.prepare(
    'select owner, wrapped from key where category = ? and owner in (select value from json_each(?))',
  );
  const insert = database.prepare('insert or ignore into key (owner, category, wrapped) values (?, ?, ?)');
  const remove = database.prepare('delete from key where owner = ?');
  const mark = database.prepare('insert or ignore into shredded (owner, at) values (?, unixepoch())');
  const read = (owner: string, category: string): Buffer | null => {
    const row = find.get(owner, category);
    return row === undefined ? null : Buffer.from(row.wrapped as Uint8Array);
  };
  const checkpoint = () => database.exec('pragma wal_checkpoint(truncate)');
  return {
    ...keeping(database, checkpoint),
    find: read,
    findMany: (category, owners) => {
      const rows = findMany.all(category, JSON.stringify(owners)) as unknown as Stored[];
      return new Map(rows.map(({ owner, wrapped }) => [owner, Buffer.from(wrapped)]));
    },
    create: (owner, category, wrapped) => {
      insert.run(owner, category, wrapped);
      return read(owner, category) as Buffer;
    },
    createMany: (keys) => {
      let created = 0;
      inTransaction(database, () => {
        for (const { owner, category, wrapped } of keys)
          created += Number(insert.run(owner, category, wrapped).changes);
      });
      return created;
    },
    shred: (owner) => {
      inTransaction(database, () => {
        mark.run(owner);
        remove.run(owner);
      });
      checkpoint();
    },
    // One server alone uses the file.
    onShredded: () => undefined,
    hears: () => true,
    close: () => database.close(),
  };
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('begin immediate');
  try {
    work();
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

interface Stored {
  readonly owner: string;
  readonly category: string;
  readonly wrapped: Uint8Array;
}

function keeping(
  database: DatabaseSync,
  checkpoint: () => void,
): Pick<KeyKeeping, 'page' | 'replace' | 'load' | 'remove'> {
  const page = database.prepare(
    'select owner, category, wrapped from key where (owner, category) > (?, ?) order by owner, category limit ?',
  );
  const change = database.prepare(
    'update key set wrapped = ? where owner = ? and category = ? and wrapped = ?',
  );
  const put = database.prepare('insert into key (owner, category, wrapped) values (?, ?, ?)');
  const take = database.prepare('delete from key where owner = ? and category = ?');
  return {
    page: (after, limit) => {
      const rows = page.all(after?.owner ?? '', after?.category ?? '', limit) as unknown as Stored[];
      return rows.map((row): KeyRow => ({ ...row, wrapped: Buffer.from(row.wrapped) }));
    },
    replace: (changes) => {
      let changed = 0;
      inTransaction(database, () => {
        for (const { from, wrapped } of changes)
          changed += Number(change.run(wrapped, from.owner, from.category, from.wrapped).changes);
      });
      return changed;
    },
    load: (rows) => {
      inTransaction(database, () => {
        for (const { owner, category, wrapped } of rows) put.run(owner, category, wrapped);
      });
    },
    remove: (owner, category) => {
      take.run(owner, category);
      checkpoint();
    },
  };
}
