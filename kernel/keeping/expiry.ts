import { parseComment, retentionOf } from '@axent/policy/compile';
import type { LegalArea, PolicyShape } from '@axent/policy/shape';
import type { PoolClient } from 'pg';
import { noteDeletion } from './deletions.ts';

/** Rows that go in one statement, and statements in one run: what is left goes an hour later. */
const batch = 2_000;
const batches_at_once = 50;
const day_ms = 86_400_000;

interface Table {
  readonly table: string;
  readonly comment: string;
}

/**
 * Deletes rows of persons that are older than the policy lets their category be kept, table by table. A row's age is
 * counted from its id, or from the column that the table's comment names as `since`: a case's end, for example; where
 * that is empty the days have not begun.
 */
export async function expireRows(
  client: PoolClient,
  policy: PolicyShape,
  area: LegalArea,
  now: Date,
): Promise<number> {
  let gone = 0;
  for (const { table, comment } of await tablesOfPersons(client)) {
    const { category = 'none', since } = parseComment(comment, table);
    if (policy.categories[category] === undefined) continue;
    const { days, duties } = retentionOf(policy, category, area);
    // While the account lives; or nothing is offered that could have collected it, and nobody knows its rule.
    if (days === null || duties.length === 0) continue;
    const rows = await dropOlder(client, table, since ?? null, new Date(now.getTime() - days * day_ms));
    await noteDeletion(client, category, rows, days, now);
    gone += rows;
  }
  return gone;
}

async function tablesOfPersons(client: PoolClient): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as table, obj_description(c.oid, 'pg_class') as comment
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
     where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and obj_description(c.oid, 'pg_class') is not null order by 1`,
  );
  return rows;
}

async function dropOlder(
  client: PoolClient,
  table: string,
  since: string | null,
  before: Date,
): Promise<number> {
  let gone = 0;
  for (let turn = 0; turn < batches_at_once; turn++) {
    const { rows } = await client.query<{ touched: number }>(
      'select kernel.drop_older($1, $2, $3, $4) as touched',
      [table, since, before, batch],
    );
    const touched = rows[0]?.touched ?? 0;
    gone += touched;
    if (touched < batch) break;
  }
  return gone;
}
