import { type Check, expectThat } from './check.ts';
import { attempted } from './rows.attempt.ts';

const held = '01890000-0000-7000-8000-00000000a5ed';
const entryRow = `insert into app.request_entry (request, id, part, at, sealed)
  values ('${held}', gen_random_uuid(), 'asked', now(), '')`;

/** Words of a request are there for an operation that holds it, and for no other. */
export const requestChecks: readonly Check[] = (
  [
    ['rights', held, true],
    ['rights', '01890000-0000-7000-8000-00000000dead', false],
    ['rights', '', false],
  ] as const
).flatMap(([purpose, holds, may]): Check[] => {
  const words =
    holds === held ? 'of the request it holds' : holds === '' ? 'without holding one' : 'of another';
  const entry = { purpose, person: null, table: 'request_entry', holds };
  return [
    {
      name: `U.rights @database: of request_entry, ${purpose} ${may ? 'sees' : 'does not see'} words ${words}`,
      run: async (bench) => {
        const { owner } = bench.world.kernel.pools;
        await owner.query(entryRow);
        try {
          const text = `select 1 from app.request_entry where request = '${held}'`;
          const { rows } = await attempted(bench, { ...entry, text });
          expectThat((rows ?? 0) > 0 === may, `${rows} rows seen`);
        } finally {
          await owner.query(`delete from app.request_entry where request = '${held}'`);
        }
      },
    },
    {
      name: `U.rights @database: of request_entry, ${purpose} ${may ? 'adds' : 'does not add'} words ${words}`,
      run: async (bench) => {
        const { rows } = await attempted(bench, { ...entry, text: entryRow });
        expectThat((rows !== null) === may, rows === null ? 'refused' : 'taken');
      },
    },
  ];
});
