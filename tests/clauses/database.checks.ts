import pg from 'pg';
import { type Bench, type Check, expectThat } from './check.ts';
import { actorOf, calls, insertOnly, tables } from './matrix.ts';

/** The SQLSTATE of a statement that the login was refused; null when it was let in. */
export async function refusalOf(bench: Bench, purpose: string, text: string): Promise<string | null> {
  const client = await bench.world.kernel.pools.connect(purpose as never);
  try {
    await client.query('begin');
    await client.query(text);
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? 'unknown';
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const insufficient = '42501';

function rightCheck(clause: string, purpose: string, may: boolean, what: string, text: string): Check {
  return {
    name: `${clause} @database: ${purpose} ${may ? 'may' : 'may not'} ${what}`,
    run: async (bench) => {
      const refusal = await refusalOf(bench, purpose, text);
      // Let in is whatever is not refused for want of a right: a broken rule of the table, say.
      expectThat((refusal !== insufficient) === may, `${purpose}: ${what} answered ${refusal ?? 'done'}`);
    },
  };
}

const actions = {
  s: ['select', (table: string, column: string) => `select ${column} from ${table} limit 0`],
  i: [
    'insert',
    (table: string, column: string) =>
      `insert into ${table} (${column}) overriding system value select null where false`,
  ],
  u: ['update', (table: string, column: string) => `update ${table} set ${column} = default where false`],
} as const;

const clauseOf: Readonly<Record<string, string>> = {
  service: 'U.service',
  authentication: 'U.authentication',
  rights: 'U.rights',
};
const purposes = Object.keys(actorOf);
const of = (purpose: string) => clauseOf[purpose] ?? 'G.accept';

const columnChecks = Object.entries(tables).flatMap(([table, { columns, erase }]) => [
  ...Object.entries(columns).flatMap(([column, rights]) =>
    purposes.flatMap((purpose) =>
      (['s', 'i', 'u'] as const).map((letter) => {
        const [word, text] = actions[letter];
        const may = (rights[purpose] ?? '').includes(letter);
        return rightCheck(
          of(purpose),
          purpose,
          may,
          `${word} ${table}.${column}`,
          text(`app.${table}`, column),
        );
      }),
    ),
  ),
  ...purposes.map((purpose) =>
    rightCheck(
      of(purpose),
      purpose,
      erase.includes(purpose),
      `delete from ${table}`,
      `delete from app.${table} where false`,
    ),
  ),
]);

const callChecks = Object.entries(calls).flatMap(([call, callers]) =>
  purposes.map((purpose) => {
    const name = call.split('(')[0] ?? '';
    return rightCheck(
      of(purpose),
      purpose,
      callers.includes(purpose),
      `call ${name}`,
      `select kernel.${call}`,
    );
  }),
);

export const kernelTables = [
  'policy_version',
  'published',
  'cell_since',
  'person',
  'identifier',
  'role',
  'session',
  'acceptance',
  'opening',
  'opening_change',
  'record',
  'leaf_pending',
  'leaf_group',
  'tile',
  'entry_bundle',
  'checkpoint',
  'event',
  'idempotency',
  'message',
  'use_count',
  'migration',
  'carrier',
  'receipt_awaited',
  'quiet_hours',
  'message_count',
];

/** The record and the ledger cannot be read, changed or removed by any purpose. */
const kernelChecks = kernelTables.flatMap((table) =>
  purposes.flatMap((purpose) => [
    rightCheck(
      'S.alteration',
      purpose,
      false,
      `read kernel.${table}`,
      `select count(*) from kernel.${table}`,
    ),
    rightCheck(
      'S.alteration',
      purpose,
      false,
      `delete from kernel.${table}`,
      `delete from kernel.${table} where false`,
    ),
    rightCheck('S.alteration', purpose, false, `empty kernel.${table}`, `truncate kernel.${table}`),
  ]),
);

const insertChecks = Object.entries(insertOnly).flatMap(([table, columns]) =>
  purposes.flatMap((purpose) =>
    columns.flatMap((column) => [
      rightCheck(
        'S.alteration',
        purpose,
        true,
        `add ${column} to kernel.${table}`,
        actions.i[1](`kernel.${table}`, column),
      ),
      rightCheck(
        'S.alteration',
        purpose,
        false,
        `change kernel.${table}.${column}`,
        actions.u[1](`kernel.${table}`, column),
      ),
    ]),
  ),
);

/** Two people's rows, so that one can be looked for under the other's name. */
async function asPerson(bench: Bench, login: string, mine: string, text: string, values: unknown[] = []) {
  const client = await bench.world.kernel.pools.connect(login as never);
  try {
    await client.query('begin');
    await client.query(`select set_config('axent.person', $1, true)`, [mine]);
    return await client.query(text, values);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function twoPeople(bench: Bench, table: string): Promise<[string, string]> {
  const { rows } = await bench.world.kernel.pools.owner.query<{ person_id: string }>(
    `select distinct person_id from app.${pg.escapeIdentifier(table)} limit 2`,
  );
  return [rows[0]?.person_id ?? '', rows[1]?.person_id ?? ''];
}

const rowChecks = (['contact', 'device'] as const).flatMap((table): Check[] => [
  {
    name: `U.authentication @database: of ${table}, a person's own rows are seen`,
    run: async (bench) => {
      const [one] = await twoPeople(bench, table);
      const seen = await asPerson(
        bench,
        'authentication',
        one,
        `select id from app.${table} where person_id = $1`,
        [one],
      );
      expectThat((seen.rowCount ?? 0) > 0, 'the own row is hidden');
    },
  },
  {
    name: `U.authentication @database: of ${table}, another person's rows are not seen`,
    run: async (bench) => {
      const [one, other] = await twoPeople(bench, table);
      const seen = await asPerson(
        bench,
        'authentication',
        one,
        `select id from app.${table} where person_id = $1`,
        [other],
      );
      expectThat(seen.rowCount === 0, `${seen.rowCount} rows of another person`);
    },
  },
  {
    name: `U.authentication @database: of ${table}, a row cannot be given to another person`,
    run: async (bench) => {
      const [one, other] = await twoPeople(bench, table);
      const text = `insert into app.${table} (person_id, id, sealed) values ($1, gen_random_uuid(), '')`;
      const refused = await asPerson(bench, 'authentication', one, text, [other]).then(
        () => false,
        (error: { code?: string }) => error.code === insufficient,
      );
      expectThat(refused, 'the row was taken');
    },
  },
]);

export const databaseChecks: readonly Check[] = [
  ...columnChecks,
  ...callChecks,
  ...kernelChecks,
  ...insertChecks,
  ...rowChecks,
];
