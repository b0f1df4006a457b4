import { type Check, expectThat } from './check.ts';
import { attempted } from './rows.attempt.ts';
import { sealed } from './rows.checks.ts';

/** Tables that came with a widening: until somebody accepts it, they have no rows there, their own neither. */
const widened = ['identity', 'mailing_address'] as const;

/** A person who accepted nothing. */
const newcomer = '00000000-0000-4000-8000-00000000face';

export const widenedChecks: readonly Check[] = widened.flatMap((table) =>
  ['service', 'rights'].flatMap((purpose): Check[] => {
    const entry = { purpose, person: newcomer, table };
    const added = `insert into app.${table} ${sealed.columns}`;
    const values = sealed.values(newcomer, '');
    return [
      {
        name: `R.review @database: of ${table}, ${purpose} does not see rows of somebody who accepted nothing`,
        run: async (bench) => {
          const { owner } = bench.world.kernel.pools;
          await owner.query(added, [...values]);
          try {
            const text = `select 1 from app.${table}`;
            const { rows } = await attempted(bench, { ...entry, text });
            expectThat(rows === 0, `${rows} rows seen`);
          } finally {
            await owner.query(`delete from app.${table} where person_id = $1`, [newcomer]);
          }
        },
      },
      {
        name: `R.review @database: of ${table}, ${purpose} does not add a row for somebody who accepted nothing`,
        run: async (bench) => {
          const { rows } = await attempted(bench, { ...entry, text: added, values });
          expectThat(rows === null, 'taken');
        },
      },
    ];
  }),
);
