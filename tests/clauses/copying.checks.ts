import { type Check, expectThat } from './check.ts';

/** A backup copies the rows of everybody, and opens none. */
/** Tables that have rows wherever the checks run. */
export const copiedTables = ['contact', 'device'] as const;

export const copyChecks = copiedTables.map(
  (table): Check => ({
    name: `U.backup @database: of ${table}, a backup sees the rows of everybody`,
    run: async ({ world }) => {
      const text = `select count(*)::int as n from app.${table}`;
      const all = await world.kernel.pools.owner.query<{ n: number }>(text);
      const client = await world.kernel.pools.connect('backup');
      const seen = await client.query<{ n: number }>(text).finally(() => client.release());
      expectThat((all.rows[0]?.n ?? 0) > 1, 'there are no rows to copy');
      expectThat(seen.rows[0]?.n === all.rows[0]?.n, `${seen.rows[0]?.n} of ${all.rows[0]?.n} rows`);
    },
  }),
);
