import pg from 'pg';
import { parseLine } from '../vault/shredlist.ts';

/**
 * What was shredded after a backup was taken is in the restored rows again. It goes before anybody is served, by the
 * hashes on the shred list: keys of a person, of a function on a device, of a day.
 */

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What the owner of a row's key is, in SQL, by the columns that its table has; null: the row has no key's owner. */
function ownersOf(columns: readonly string[]): string[] {
  const has = (...names: readonly string[]) => names.every((name) => columns.includes(name));
  return [
    ...(has('person_id') ? ['person_id::text'] : []),
    ...(has('person_id', 'function', 'device_id')
      ? [`person_id || '/' || function || '/' || device_id`]
      : []),
    ...(has('day') && !has('person_id') ? [`'day:' || to_char(day, 'YYYY-MM-DD')`] : []),
  ];
}

const hashOf = (owner: string) => `encode(sha256(convert_to(${owner}, 'UTF8')), 'hex')`;

/**
 * Deletes in the restored tables what belongs to keys that were shredded since. Answers how many rows went.
 * @param lines of the shred list, those after the backup.
 */
export async function replayShreds(client: pg.ClientBase, lines: readonly string[]): Promise<number> {
  if (lines.length === 0) return 0;
  const hashes = [...new Set(lines.map((line) => parseLine(line).owner_hash))];
  const { rows } = await client.query<Table>(
    `select c.oid::regclass::text as name, array_agg(a.attname::text) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and a.attnum > 0 and not a.attisdropped group by c.oid`,
  );
  let gone = 0;
  for (const { name, columns } of rows) {
    for (const owner of ownersOf(columns)) {
      const done = await client.query(`delete from ${name} where ${hashOf(owner)} = any ($1::text[])`, [
        hashes,
      ]);
      gone += done.rowCount ?? 0;
    }
  }
  const evidence = await client.query(
    `delete from kernel.matter_evidence where ${hashOf(`'media:' || item`)} = any ($1::text[])`,
    [hashes],
  );
  gone += evidence.rowCount ?? 0;
  const erased = `person_id in (select id from kernel.person where ${hashOf('id::text')} = any ($1::text[]))`;
  for (const table of ['identifier', 'role', 'record'])
    gone +=
      (await client.query(`delete from kernel.${pg.escapeIdentifier(table)} where ${erased}`, [hashes]))
        .rowCount ?? 0;
  await client.query(
    `update kernel.person set erased_at = coalesce(erased_at, now()) where ${hashOf('id::text')} = any ($1::text[])`,
    [hashes],
  );
  await client.query(
    `update kernel.opening set shred_at = null where ${hashOf(`person_id || '/' || function || '/' || device_id`)} = any ($1::text[])`,
    [hashes],
  );
  return gone;
}
