import { calls } from './calls.matrix.ts';
import { type Bench, type Check, expectThat } from './check.ts';
import { copyChecks } from './copying.checks.ts';
import { insertOnly, notCopied } from './kernel.matrix.ts';
import { actorOf, tables } from './matrix.ts';
import { matterDatabaseChecks } from './matter.database.checks.ts';
import { productRowChecks } from './rows.checks.ts';
import { shareDatabaseChecks } from './sharing.database.checks.ts';
import { widenedChecks } from './widened.checks.ts';

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
  backup: 'U.backup',
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
  'former_log',
  'event',
  'idempotency',
  'message',
  'use_count',
  'deletion',
  'closing',
  'half_session',
  'incident',
  'incident_look',
  'request',
  'request_act',
  'recovery',
  'erasure',
  'work_name',
  'role_grant',
  'access_review',
  'training_note',
  'premise_tick',
  'migration',
  'deployment',
  'recipient',
  'recipient_change',
  'sharing',
  'matter',
  'matter_person',
  'matter_act',
  'matter_record',
  'matter_evidence',
  'matter_evidence_look',
  'carrier',
  'receipt_awaited',
  'quiet_hours',
  'message_refused',
  'message_count',
];

/** The record and the ledger cannot be changed or removed by any purpose, and be read by none but for a backup. */
export const copies = (purpose: string, table: string): boolean =>
  purpose === 'backup' && !notCopied.includes(table);

const kernelChecks = kernelTables.flatMap((table) =>
  purposes.flatMap((purpose) => [
    rightCheck(
      purpose === 'backup' ? 'U.backup' : 'S.alteration',
      purpose,
      copies(purpose, table),
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

export const databaseChecks: readonly Check[] = [
  ...columnChecks,
  ...callChecks,
  ...kernelChecks,
  ...insertChecks,
  ...productRowChecks,
  ...widenedChecks,
  ...shareDatabaseChecks,
  ...matterDatabaseChecks,
  ...copyChecks,
];
