import { expect, test } from 'vitest';
import { openWorld } from '../../tests/world.ts';
import { otherTables, ownRules } from './rules.ts';

test('every table of the kernel has a rule that says how long its rows are kept', async () => {
  const world = await openWorld();
  try {
    const { rows } = await world.kernel.pools.owner.query<{ name: string }>(
      `select 'kernel.' || relname as name from pg_class
       where relnamespace = 'kernel'::regnamespace and relkind in ('r', 'p') order by 1`,
    );
    const ruled = [...Object.values(ownRules).map(({ table }) => table), ...Object.keys(otherTables)];
    expect(rows.map(({ name }) => name).filter((name) => !ruled.includes(name))).toEqual([]);
    const there = new Set(rows.map(({ name }) => name));
    expect(ruled.filter((name) => name.startsWith('kernel.') && !there.has(name))).toEqual([]);
  } finally {
    await world.close();
  }
});
