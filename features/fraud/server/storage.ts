import { type Box, box, packed, prepared, query, raw, type Sealed, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import type { CaseState, Measure } from '../fraud.ts';

type Fraud = Use<'fraud'>;

export async function saltOf(use: Fraud, day: string): Promise<Buffer | null> {
  const rows = await use.rows(
    raw(sql<{ salt: Buffer }>`select salt from app.fraud_salt where day = ${day}::date`),
  );
  return rows[0]?.salt ?? null;
}

/** The first who asks makes it, for all servers. Not to be remembered before it is committed. */
export async function makeSalt(use: Fraud, day: string, made: Buffer): Promise<Buffer> {
  await use.change(
    query
      .insertInto('app.fraud_salt')
      .values({ day, salt: made })
      .onConflict((conflict) => conflict.doNothing()),
  );
  return (await saltOf(use, day)) ?? made;
}

/** What is counted for a measure: at which fingerprint, since when. */
export interface Counting {
  readonly measure: Measure;
  readonly kind: string;
  readonly subject: Buffer;
  readonly since: Date;
}

export interface Counted {
  readonly measure: Measure;
  readonly times: number;
  readonly others: number;
}

/**
 * The newest alone, and more than any rule looks for (a day has 288 buckets): however much goes on at a busy place, a
 * decision takes no longer.
 */
const rows_at_most = 300;

interface CountColumns extends Readonly<Record<string, unknown>> {
  readonly measure: readonly string[];
  readonly kind: readonly string[];
  readonly subject: unknown;
  readonly since: unknown;
}

const countQuery = prepared((words: CountColumns) =>
  raw(sql<Counted>`select k.measure, c.times, c.others
    from unnest(${words.measure}::text[], ${words.kind}::text[], ${words.subject}::bytea[],
      ${words.since}::timestamptz[]) as k (measure, kind, subject, since)
    cross join lateral (
      select coalesce(sum(s.times), 0)::integer as times, count(distinct s.other)::integer as others
      from (
        select times, other from app.fraud_signal
        where kind = k.kind and subject = k.subject and bucket >= k.since
        order by bucket desc limit ${sql.lit(rows_at_most)}
      ) as s) as c`),
);

/** All counts of one decision, in one go. */
export async function counts(use: Fraud, asked: readonly Counting[]): Promise<Counted[]> {
  const column = <K extends keyof Counting>(name: K) => asked.map((one) => one[name]);
  const subject = packed('bytea', column('subject'));
  const since = packed('timestamptz', column('since'));
  return await use.rows(countQuery({ measure: column('measure'), kind: column('kind'), subject, since }));
}

export interface Signal {
  readonly kind: string;
  readonly subject: Buffer;
  readonly bucket: Date;
  readonly other: Buffer;
  readonly times: number;
}

/** Added to what is there. In one order, so that two who add to the same never wait for each other. */
export async function addSignals(use: Fraud, signals: readonly Signal[]): Promise<void> {
  const sorted = signals.toSorted((a, b) => (a.kind === b.kind ? 0 : a.kind < b.kind ? -1 : 1));
  const column = <K extends keyof Signal>(name: K) => sorted.map((one) => one[name]);
  await use.change(
    raw(sql`insert into app.fraud_signal as s (kind, subject, bucket, other, times)
      select * from unnest(${column('kind')}::text[], ${packed('bytea', column('subject'))}::bytea[],
        ${packed('timestamptz', column('bucket'))}::timestamptz[], ${packed('bytea', column('other'))}::bytea[],
        ${column('times')}::integer[])
      on conflict (kind, subject, bucket, other) do update set times = s.times + excluded.times`),
  );
}

export async function forget(use: Fraud, before: Date, before_day: string): Promise<void> {
  await use.change(query.deleteFrom('app.fraud_signal').where('bucket', '<', before));
  await use.change(raw(sql`delete from app.fraud_salt where day < ${before_day}::date`));
}

export interface CaseRow {
  readonly id: string;
  readonly person_id: string;
  readonly state: CaseState;
  readonly changed_at: Date;
  readonly box: Box<'signal'>;
}

type Stored = Omit<CaseRow, 'box'> & { readonly sealed: Sealed<'signal'> };

const columns = sql`id, person_id, state, changed_at, sealed`;
const inBox = ({ sealed, ...row }: Stored): CaseRow => ({
  ...row,
  box: box('app.fraud_case', row, sealed),
});

const own_at_most = 50;

/** The person's own cases, the newest first. */
export async function ownCases(use: Fraud | Use<'rights'>): Promise<CaseRow[]> {
  const rows = await (use as Fraud).rows(
    raw(sql<Stored>`select ${columns} from app.fraud_case where person_id = ${use.person}
      order by id desc limit ${sql.lit(own_at_most)}`),
  );
  return rows.map(inBox);
}

/** Locked until the operation ends: two who decide at once do so one after the other. */
export async function lockCase(use: Fraud, id: string): Promise<CaseRow | null> {
  const rows = await use.rows(
    raw(sql<Stored>`select ${columns} from app.fraud_case where id = ${id}::uuid for update`),
  );
  return rows.map(inBox)[0] ?? null;
}

/** Those who wait, whoever answered first; or those that were decided, the newest first. */
export async function cases(use: Fraud, done: boolean, limit: number): Promise<CaseRow[]> {
  const which = done
    ? sql`state in ('released', 'refused') order by changed_at desc`
    : sql`state in ('held', 'answered') order by state, id`;
  const rows = await use.rows(
    raw(sql<Stored>`select ${columns} from app.fraud_case where ${which} limit ${limit}`),
  );
  return rows.map(inBox);
}

export async function putCase(
  use: Fraud,
  made: Omit<CaseRow, 'box'> & { readonly sealed: Sealed<'signal'> },
): Promise<void> {
  const { state, changed_at, sealed } = made;
  await use.change(
    query
      .insertInto('app.fraud_case')
      .values(made)
      .onConflict((conflict) =>
        conflict.columns(['person_id', 'id']).doUpdateSet({ state, changed_at, sealed }),
      ),
  );
}
