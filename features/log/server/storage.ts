import { packed, query, raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import type { LoggedRequest } from './requests.ts';

type Service = Use<'service'>;

/** What a row has besides the request: column by column, since an object for each would cost more than the rest. */
export interface LogColumns {
  readonly ids: readonly string[];
  /** ISO dates. */
  readonly days: readonly string[];
  readonly sealed: readonly (Buffer | null)[];
}

/** Which of these token hashes stand for a session, in hex: what a browser sends it may have made up. */
export async function knownSessions(use: Service, hashes: readonly Buffer[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await use.rows(
    raw(sql<{ hash: Buffer }>`select hash from kernel.known_sessions(${hashes}::bytea[]) as known (hash)`),
  );
  return new Set(rows.map(({ hash }) => hash.toString('hex')));
}

/** All rows in one statement. */
export async function insertRows(
  use: Service,
  rows: readonly LoggedRequest[],
  { ids, days, sealed }: LogColumns,
): Promise<void> {
  const texts = (name: 'operation' | 'method' | 'path' | 'code' | 'browser' | 'region') => {
    const values = rows.map((row) => row[name]);
    return packed('text', values);
  };
  const at = rows.map((row) => row.at);
  const statuses = rows.map((row) => row.status);
  const durations_ms = rows.map((row) => row.duration_ms);
  await use.change(
    raw(sql`insert into app.log_entry
        (id, at, day, operation, method, path, status, duration_ms, code, browser, region, sealed)
      select * from unnest(${packed('uuid', ids)}::uuid[], ${packed('timestamptz', at)}::timestamptz[],
        ${packed('date', days)}::date[], ${texts('operation')}::text[], ${texts('method')}::text[],
        ${texts('path')}::text[], ${packed('smallint', statuses)}::smallint[],
        ${packed('real', durations_ms)}::real[], ${texts('code')}::text[], ${texts('browser')}::text[],
        ${texts('region')}::text[], ${packed('bytea', sealed)}::bytea[])`),
  );
}

export interface Asked {
  readonly before: string | null;
  readonly limit: number;
  readonly operation: string;
  readonly operations_only: boolean;
  /** Lowest status and the first one beyond. */
  readonly from_status: number;
  readonly to_status: number;
  readonly since: Date | null;
  readonly until: Date | null;
}

/** A page out of both tables: the newest of each, and of those the newest. */
export async function listRows(use: Service, asked: Asked) {
  const found = await Promise.all([
    use.rows(selection('app.log_entry', asked)),
    use.rows(selection('app.operation_log', asked)),
  ]);
  return found
    .flat()
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, asked.limit);
}

/** `app.operation_log` holds what was logged before there were days. */
function selection(table: 'app.log_entry' | 'app.operation_log', asked: Asked) {
  let found = query
    .selectFrom(table)
    .select(['id', 'at', 'operation', 'method', 'path', 'status', 'duration_ms', 'code', 'browser', 'region'])
    .select((row) => row('sealed', 'is not', null).as('has_address'))
    .where('status', '>=', asked.from_status)
    .where('status', '<', asked.to_status)
    .orderBy('id', 'desc')
    .limit(asked.limit);
  // Names of operations have a dot, `feature.verb`; nothing else has.
  if (asked.operations_only) found = found.where('operation', 'like', '%.%');
  if (asked.before !== null) found = found.where('id', '<', asked.before);
  if (asked.operation !== '')
    found = found.where('operation', 'like', `${asked.operation.replaceAll('_', '\\_')}%`);
  if (asked.since !== null) found = found.where('at', '>=', asked.since);
  if (asked.until !== null) found = found.where('at', '<', asked.until);
  return found;
}

/**
 * Days before a day (ISO date) that still have rows, the oldest first, with how many. Days are known by their tables;
 * a day of millions is not counted but estimated.
 */
export async function daysBefore(use: Service, day: string, limit: number): Promise<Expired[]> {
  return await use.rows(
    raw(sql<Expired>`
      with kept as (
        select to_date(right(c.relname, 8), 'YYYYMMDD') as day, c.reltuples from pg_inherits i
        join pg_class c on c.oid = i.inhrelid where i.inhparent = 'app.log_entry'::regclass)
      select to_char(day, 'YYYY-MM-DD') as day, sum(rows)::integer as rows from (
        select k.day, case when k.reltuples >= 1000000 then k.reltuples::bigint
          else (select count(*) from app.log_entry e where e.day = k.day) end as rows from kept k
        union all select o.day, count(*) from app.operation_log o group by o.day) old
      where day < ${day}::date group by day order by day limit ${limit}`),
  );
}

export interface Expired {
  readonly day: string;
  readonly rows: number;
}

export async function dropOldDay(use: Service, day: string): Promise<number> {
  return await use.change(raw(sql`delete from app.operation_log where day = ${day}::date`));
}
