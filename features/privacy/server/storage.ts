import { type Box, box, type Category, query, raw, requestBox, type Sealed, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import type { ConsentEvent } from '../consent.ts';

type Rights = Use<'rights'>;

/** A row that holds a box of the person's. */
export interface HeldRow {
  readonly id: string;
  /** `table.column` of the data map. */
  readonly place: string;
  readonly category: Category;
  readonly open: boolean;
  /** The function that collected it, and on which device. */
  readonly function: string | null;
  readonly device: string | null;
  readonly box: Box<Category>;
}

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly sealed: Sealed<Category>;
  readonly function?: string;
  readonly device_id?: string;
  readonly open?: boolean;
}

/** One place where data of persons is, as the data map lists it. */
export interface MapEntry {
  readonly table: string;
  readonly column: string;
  readonly category: Category;
  /** Its rows remember the function and the device that they came by. */
  readonly byFunction: boolean;
  readonly ofPerson: boolean;
  readonly writers: readonly string[];
}

const rows_per_page = 500;
const pages_at_most = 40;

/** Rows of one place of the data map, those of a closed function too: they are the person's own. */
export async function heldRows(use: Rights, entry: MapEntry): Promise<HeldRow[]> {
  const held: HeldRow[] = [];
  for (let page = 0; page < pages_at_most; page++) {
    const rows = await rowsAfter(use, entry, held.at(-1)?.id ?? null);
    held.push(...rows);
    if (rows.length < rows_per_page) break;
  }
  return held;
}

async function rowsAfter(use: Rights, entry: MapEntry, after: string | null): Promise<HeldRow[]> {
  const more = entry.byFunction ? sql`, function, device_id, open` : sql``;
  const rows = await use.rows(
    raw(sql<Row>`select id, person_id, ${sql.ref(entry.column)} as sealed ${more} from ${sql.table(entry.table)}
      where person_id = ${use.person} and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${sql.lit(rows_per_page)}`),
  );
  return rows.map((row) => ({
    id: row.id,
    place: `${entry.table}.${entry.column}`,
    category: entry.category,
    open: row.open ?? true,
    function: row.function ?? null,
    device: row.device_id ?? null,
    box: box(entry.table, row, row.sealed),
  }));
}

export async function replaceBox(
  use: Rights,
  entry: MapEntry,
  id: string,
  sealed: Sealed<Category>,
): Promise<void> {
  await use.change(
    raw(sql`update ${sql.table(entry.table)} set ${sql.ref(entry.column)} = ${sealed}
      where person_id = ${use.person} and id = ${id}::uuid`),
  );
}

/** Answers how many rows went. */
export async function dropRow(use: Rights, entry: MapEntry, id: string): Promise<number> {
  return await use.change(
    raw(sql`delete from ${sql.table(entry.table)} where person_id = ${use.person} and id = ${id}::uuid`),
  );
}

export interface ConsentRow extends Omit<ConsentEvent, 'device' | 'open'> {
  readonly device_id: string | null;
  /** Null: an acceptance. */
  readonly open: boolean | null;
}

/** What the person accepted, opened and closed, newest first. */
export async function consentRows(use: Rights): Promise<ConsentRow[]> {
  return await use.rows(raw(sql<ConsentRow>`select * from kernel.own_consents()`));
}

/** The quiet hours that the person set; null: they set none. */
export async function ownHours(use: Rights) {
  type Hours = { time_zone: string | null; from_minute: number; to_minute: number };
  return (await use.rows(raw(sql<Hours>`select * from kernel.own_quiet_hours()`)))[0] ?? null;
}

/** Messages that wait to be carried, with their boxes. */
export async function ownMessages(use: Rights) {
  const rows = await use.rows(
    raw(
      sql<{ id: string; person_id: string; message: string; queued_at: Date; sealed: Sealed<'message'> }>`
        select * from kernel.own_messages()`,
    ),
  );
  return rows.map((row) => ({ ...row, box: box('kernel.message', row, row.sealed) }));
}

/** Whether a recorded legal claim needs what this function collected on this device. */
export async function isClaimed(use: Rights, row: HeldRow): Promise<boolean> {
  const [answer] = await use.rows(
    raw(sql<{ kept: boolean }>`select kernel.own_claim(${row.device}, ${row.function}) as kept`),
  );
  return answer?.kept ?? false;
}

/** Words of the request that the operation holds, newest last. */
export async function requestWords(use: Rights, request: string) {
  const rows = await use.rows(
    query
      .selectFrom('app.request_entry')
      .select(['request', 'id', 'part', 'at', 'sealed'])
      .where('request', '=', request)
      .orderBy('at')
      .limit(100),
  );
  return rows.map((row) => ({ ...row, box: requestBox(row) }));
}

/** The requests that the person made in their account, newest first. */
export async function ownRequests(use: Rights): Promise<string[]> {
  const rows = await use.rows(raw(sql<{ id: string }>`select id from kernel.own_requests(null)`));
  return rows.map(({ id }) => id);
}
