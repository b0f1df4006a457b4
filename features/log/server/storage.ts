import { query, raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import type { LoggedRequest } from './requests.ts';

type Service = Use<'service'>;

export interface LogRow extends Omit<LoggedRequest, 'address' | 'claims'> {
  readonly id: string;
  readonly day: string;
  readonly sealed: Buffer | null;
}

const columns = [
  'id',
  'at',
  'day',
  'operation',
  'method',
  'path',
  'status',
  'duration_ms',
  'code',
  'browser',
  'region',
  'sealed',
] as const;

/** Which of these token hashes stand for a session, in hex: what a browser sends it may have made up. */
export async function knownSessions(use: Service, hashes: readonly Buffer[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await use.rows(
    raw(sql<{ hash: Buffer }>`select hash from kernel.known_sessions(${hashes}::bytea[]) as known (hash)`),
  );
  return new Set(rows.map(({ hash }) => hash.toString('hex')));
}

/** All rows in one statement. */
export async function insertRows(use: Service, rows: readonly LogRow[]): Promise<void> {
  const list = (name: (typeof columns)[number]) => rows.map((row) => row[name]);
  await use.change(
    raw(sql`insert into app.operation_log
        (id, at, day, operation, method, path, status, duration_ms, code, browser, region, sealed)
      select * from unnest(${list('id')}::uuid[], ${list('at')}::timestamptz[], ${list('day')}::date[],
        ${list('operation')}::text[], ${list('method')}::text[], ${list('path')}::text[],
        ${list('status')}::smallint[], ${list('duration_ms')}::real[], ${list('code')}::text[],
        ${list('browser')}::text[], ${list('region')}::text[], ${list('sealed')}::bytea[])`),
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

export async function listRows(use: Service, asked: Asked) {
  let found = query
    .selectFrom('app.operation_log')
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
  return await use.rows(found);
}

/** Days with rows, before a day (ISO date), the oldest first. */
export async function daysBefore(use: Service, day: string, limit: number): Promise<string[]> {
  const rows = await use.rows(
    raw(sql<{ day: string }>`select distinct to_char(day, 'YYYY-MM-DD') as day from app.operation_log
      where day < ${day}::date order by 1 limit ${limit}`),
  );
  return rows.map((row) => row.day);
}

export async function dropDay(use: Service, day: string): Promise<number> {
  return await use.change(raw(sql`delete from app.operation_log where day = ${day}::date`));
}
