import pg from 'pg';

/**
 * Tables that are kept by the day: partitioned by their column `day`, each day a table of its own in the schema
 * `app_day`. A day ends by being detached and dropped, not row by row, and nobody waits for it meanwhile.
 */

const ahead_lock = 'select pg_advisory_xact_lock(4213, 4)';
const drop_lock = 'select pg_try_advisory_lock(4213, 5) as held';
/** Detaching waits for those who use the table at this moment; what is left undone is finished at the next round. */
const detach_ms = 60_000;

const escaped = (name: string) => name.split('.').map(pg.escapeIdentifier).join('.');

/** The table of a day: `app.log_entry`, `2026-11-25` → `app_day.log_entry_20261125`. */
function dayTable(table: string, day: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`${day} is no day`);
  return escaped(`app_day.${table.split('.')[1]}_${day.replaceAll('-', '')}`);
}

const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/**
 * Makes the days that are missing. Readers and writers of the table go on: a day is made apart and then attached.
 * Answers those that were made.
 */
export async function keepDays(owner: pg.Pool, table: string, days: readonly string[]): Promise<string[]> {
  const client = await owner.connect();
  let failed: Error | undefined;
  try {
    await client.query('begin');
    await client.query(ahead_lock);
    const known = new Set((await daysOf(client, table)).map(({ day }) => day));
    const missing = [...new Set(days)].filter((day) => !known.has(day));
    for (const day of missing) {
      const name = dayTable(table, day);
      await client.query(`create table ${name} (like ${escaped(table)} including all)`);
      await client.query(
        `alter table ${escaped(table)} attach partition ${name} for values from ('${day}') to ('${dayAfter(day)}')`,
      );
    }
    await client.query('commit');
    return missing;
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    client.release(failed);
  }
}

interface Day {
  readonly day: string;
  /** `attached`, `pending`: a detaching that was interrupted, `detached`: dropping it was. */
  readonly state: 'attached' | 'pending' | 'detached';
}

/** The days that have a table, the oldest first. */
async function daysOf(client: pg.ClientBase, table: string): Promise<Day[]> {
  const { rows } = await client.query<Day>(
    `select to_char(to_date(right(c.relname, 8), 'YYYYMMDD'), 'YYYY-MM-DD') as day,
       case when i.inhrelid is null then 'detached' when i.inhdetachpending then 'pending' else 'attached' end as state
     from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_inherits i on i.inhrelid = c.oid
     where n.nspname = 'app_day' and c.relkind = 'r' and c.relname ~ ('^' || $1 || '_[0-9]{8}$') order by 1`,
    [table.split('.')[1]],
  );
  return rows;
}

/**
 * Ends one day, whatever an earlier try left of it. Readers and writers of the other days go on: detaching is done
 * concurrently. False: another server is at it.
 */
export async function dropDay(owner: pg.Pool, table: string, day: string): Promise<boolean> {
  const client = await owner.connect();
  let failed: Error | undefined;
  try {
    const lock = await client.query<{ held: boolean }>(drop_lock);
    if (lock.rows[0]?.held !== true) return false;
    const found = (await daysOf(client, table)).find((one) => one.day === day);
    if (found === undefined) return true;
    const name = dayTable(table, day);
    await client.query(`set statement_timeout = ${detach_ms}`);
    if (found.state !== 'detached') {
      const how = found.state === 'pending' ? 'finalize' : 'concurrently';
      await client.query(`alter table ${escaped(table)} detach partition ${name} ${how}`);
    }
    await client.query(`drop table ${name}`);
    return true;
  } catch (error) {
    failed = error as Error;
    throw error;
  } finally {
    if (failed === undefined)
      await client
        .query('reset statement_timeout; select pg_advisory_unlock(4213, 5)')
        .catch(() => undefined);
    client.release(failed);
  }
}
