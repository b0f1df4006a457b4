import { type Box, box, raw, type Sealed, type Use } from '@axent/kernel';
import { sql } from 'kysely';

type Service = Use<'service'>;
/** What a person gives of themself: one row of each. */
export type Kind = 'identity' | 'address';

export const tables = { identity: 'app.identity', address: 'app.mailing_address' } as const satisfies Record<
  Kind,
  string
>;

interface Row<K extends Kind> {
  readonly id: string;
  readonly person_id: string;
  readonly sealed: Sealed<K>;
}

/** @param change kept from others until this change is done, so that two at once do not undo each other */
export async function own<K extends Kind>(use: Service, kind: K, change = false): Promise<Box<K> | null> {
  const lock = change ? sql`for update` : sql``;
  const [row] = await use.rows(
    raw(
      sql<Row<K>>`select id, person_id, sealed from ${sql.table(tables[kind])}
        where person_id = ${use.person} ${lock}`,
    ),
  );
  return row === undefined ? null : box(tables[kind], row, row.sealed);
}

/** False: there was one already, from another change at the same moment. */
export async function add<K extends Kind>(use: Service, kind: K, row: Row<K>): Promise<boolean> {
  const added = await use.change(
    raw(sql`insert into ${sql.table(tables[kind])} (person_id, id, sealed)
      values (${row.person_id}, ${row.id}, ${row.sealed}) on conflict (person_id) do nothing`),
  );
  return added > 0;
}

export async function replace<K extends Kind>(use: Service, kind: K, sealed: Sealed<K>): Promise<void> {
  await use.change(
    raw(sql`update ${sql.table(tables[kind])} set sealed = ${sealed} where person_id = ${use.person}`),
  );
}

export async function drop(use: Service, kind: Kind): Promise<void> {
  await use.change(raw(sql`delete from ${sql.table(tables[kind])} where person_id = ${use.person}`));
}
