import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, openBench } from './check.ts';
import { databaseChecks, kernelTables } from './database.checks.ts';
import { tables } from './matrix.ts';
import { systemChecks } from './system.checks.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.world.close());

for (const check of [...databaseChecks, ...systemChecks]) test(check.name, () => check.run(bench));

/** Column names by table, as the database has them. */
async function columnsOf(schema: string): Promise<Record<string, string[]>> {
  const { rows } = await bench.world.kernel.pools.owner.query<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = $1 order by ordinal_position`,
    [schema],
  );
  const found: Record<string, string[]> = {};
  for (const { table, column } of rows) found[table] = [...(found[table] ?? []), column];
  return found;
}

test('G.accept @database: no table stands outside these checks', async () => {
  const mine = Object.entries(tables).map(([table, { columns }]) => [table, Object.keys(columns).sort()]);
  const app = Object.entries(await columnsOf('app')).map(([table, columns]) => [table, columns.sort()]);
  expect(Object.fromEntries(app)).toEqual(Object.fromEntries(mine));
  expect(Object.keys(await columnsOf('kernel')).sort()).toEqual([...kernelTables].sort());
});

test('S.access @database: every table of a person’s rows shows a login that person’s rows alone', async () => {
  const { rows } = await bench.world.kernel.pools.owner.query<{ table: string; guarded: boolean }>(
    `select c.relname as table, c.relrowsecurity and exists (
         select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive
           and pg_get_expr(p.polqual, c.oid) like '%kernel.subject()%') as guarded
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
     where n.nspname = 'app' and c.relkind in ('r', 'p')`,
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter((row) => !row.guarded)).toEqual([]);
});
