import { packed, query, raw, type Sealed, type Use } from '@axent/kernel';
import type { Output } from '@axent/kernel/operation';
import { sql } from 'kysely';
import type { incidents as listed } from '../contract.ts';
import { rules } from '../security.ts';

type Security = Use<'security'>;
type Service = Use<'service'>;

/** What a day's fingerprints are made with; the first who asks makes it, for all servers. */
export async function saltOf(use: Security, day: string, made: Buffer): Promise<Buffer> {
  await use.change(
    query
      .insertInto('app.signal_salt')
      .values({ day, salt: made })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const rows = await use.rows(
    raw(sql<{ salt: Buffer }>`select salt from app.signal_salt where day = ${day}::date`),
  );
  return rows[0]?.salt ?? made;
}

/** Which of these token hashes stand for a session, in hex: what a browser sends it may have made up. */
export async function knownSessions(use: Security, hashes: readonly Buffer[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await use.rows(
    raw(sql<{ hash: Buffer }>`select hash from kernel.known_sessions(${hashes}::bytea[]) as known (hash)`),
  );
  return new Set(rows.map(({ hash }) => hash.toString('hex')));
}

export interface CountRow {
  readonly id: string;
  readonly day: string;
  readonly rule: string;
  readonly fingerprint: Buffer;
  readonly times: number;
  readonly last_at: Date;
}

/** Added to what other servers have counted. */
export async function addCounts(use: Security, rows: readonly CountRow[]): Promise<void> {
  const column = <K extends keyof CountRow>(name: K) => rows.map((row) => row[name]);
  await use.change(
    raw(sql`insert into app.risk_signal as s (id, day, rule, fingerprint, times, last_at)
      select * from unnest(${packed('uuid', column('id'))}::uuid[], ${packed('date', column('day'))}::date[],
        ${packed('text', column('rule'))}::text[], ${packed('bytea', column('fingerprint'))}::bytea[],
        ${column('times')}::integer[], ${packed('timestamptz', column('last_at'))}::timestamptz[])
      on conflict (day, rule, fingerprint) do update
        set times = s.times + excluded.times, last_at = greatest(s.last_at, excluded.last_at)`),
  );
}

const thresholds = sql.join(
  Object.entries(rules).map(([rule, times]) => sql`(${rule}::text, ${times}::integer)`),
);

/** Days before this one: what stayed below its rule's number is no signal, and no salt is needed any more. */
export async function forgetBefore(use: Security, day: string): Promise<void> {
  await use.change(
    raw(sql`delete from app.risk_signal s using (values ${thresholds}) as r (rule, times)
      where s.day < ${day}::date and s.rule = r.rule and s.times < r.times`),
  );
  await use.change(raw(sql`delete from app.signal_salt where day < ${day}::date - 1`));
}

export interface SignalRow {
  readonly id: string;
  readonly day: string;
  readonly rule: string;
  readonly from_times: number;
  readonly times: number;
  readonly fingerprint: Buffer;
  readonly last_at: Date;
}

/** At most 500, the newest first. */
export async function signals(use: Security): Promise<SignalRow[]> {
  return await use.rows(
    raw(sql<SignalRow>`select s.id, to_char(s.day, 'YYYY-MM-DD') as day, s.rule, r.times as from_times, s.times,
        s.fingerprint, s.last_at
      from app.risk_signal s join (values ${thresholds}) as r (rule, times) using (rule)
      where s.times >= r.times order by s.day desc, s.last_at desc limit 500`),
  );
}

export interface IncidentRow {
  readonly id: string;
  readonly name: string;
  readonly why: string;
  readonly from_at: Date;
  readonly until_at: Date;
  readonly telling: Output<typeof listed>['incidents'][number]['telling'];
  readonly proposed_at: Date;
  readonly own: boolean;
  readonly approved_at: Date | null;
  readonly ends_at: Date | null;
  readonly ended_at: Date | null;
  readonly looks: readonly (readonly [at: string, rows: number])[];
}

export async function incidents(use: Service): Promise<IncidentRow[]> {
  return await use.rows(raw(sql<IncidentRow>`select i.*, i.words as telling from kernel.incidents() i`));
}

async function answer(use: Service, asked: ReturnType<typeof sql<{ refusal: string | null }>>) {
  const [row] = await use.rows(raw(asked));
  return row?.refusal ?? null;
}

/** Each answers null when it was done, else why not. */
export async function propose(
  use: Service,
  made: {
    readonly id: string;
    readonly name: string;
    readonly why: string;
    readonly from: Date;
    readonly until: Date;
    readonly telling: unknown;
    readonly at: Date;
  },
): Promise<string | null> {
  const words = made.telling === null ? null : JSON.stringify(made.telling);
  return await answer(
    use,
    sql`select kernel.propose_incident(${made.id}, ${made.name}, ${made.why}, ${made.from}, ${made.until},
      ${words}::jsonb, ${made.at}) as refusal`,
  );
}

export async function approve(use: Service, id: string, ends_at: Date, at: Date): Promise<string | null> {
  return await answer(use, sql`select kernel.approve_incident(${id}, ${ends_at}, ${at}) as refusal`);
}

export async function end(use: Service, id: string, at: Date): Promise<string | null> {
  return await answer(use, sql`select kernel.end_incident(${id}, ${at}) as refusal`);
}

export interface LogRow {
  readonly id: string;
  readonly at: Date;
  readonly day: string;
  readonly operation: string;
  readonly status: number;
  readonly region: string;
  readonly sealed: Sealed<'log'>;
}

/** Rows of the incident's window that have an address; the row policy lets through no others. */
export async function rowsOf(
  use: Security,
  incident: string,
  asked: { readonly before: string | null; readonly limit: number; readonly now: Date },
): Promise<LogRow[]> {
  return await use.rows(
    raw(sql<LogRow>`select e.id, e.at, to_char(e.day, 'YYYY-MM-DD') as day, e.operation, e.status, e.region, e.sealed
      from kernel.incident_window(${incident}, ${asked.now}) w
      join app.log_entry e on e.at between w.from_at and w.until_at
        and e.day between (w.from_at at time zone 'UTC')::date and (w.until_at at time zone 'UTC')::date
      where e.sealed is not null and (${asked.before}::uuid is null or e.id < ${asked.before}::uuid)
      order by e.id desc limit ${asked.limit}`),
  );
}
