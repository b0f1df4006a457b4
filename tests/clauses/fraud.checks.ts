import { type Check, expectThat } from './check.ts';
import { attempted } from './rows.attempt.ts';
import { adds, type RowPlan, sees } from './rows.checks.ts';

const countRow = `insert into app.fraud_signal (kind, subject, bucket, other, times)
  values ('probe', '\\x00', now(), '\\x00', 1)`;

/** What was counted belongs to the watch alone: not to security, not to the rights, and to no marketing. */
const watch = ['fraud', 'security', 'rights', 'service', 'personalise', 'measure', 'improve', 'survey'];
const countChecks = watch.flatMap((purpose): Check[] => {
  const may = purpose === 'fraud';
  const entry = { purpose, person: null, table: 'fraud_signal' };
  return [
    {
      name: `U.fraud @database: of fraud_signal, ${purpose} ${may ? 'sees' : 'does not see'} its rows`,
      run: async (bench) => {
        const { owner } = bench.world.kernel.pools;
        await owner.query(countRow);
        try {
          const text = `select 1 from app.fraud_signal where kind = 'probe'`;
          const { rows } = await attempted(bench, { ...entry, text });
          expectThat((rows ?? 0) > 0 === may, `${rows} rows seen`);
        } finally {
          await owner.query(`delete from app.fraud_signal where kind = 'probe'`);
        }
      },
    },
    {
      name: `U.fraud @database: of fraud_signal, ${purpose} ${may ? 'adds' : 'does not add'} a row`,
      run: async (bench) => {
        const { rows } = await attempted(bench, { ...entry, text: countRow });
        expectThat((rows !== null) === may, rows === null ? 'refused' : 'taken');
      },
    },
  ];
});

const heldCase: RowPlan = {
  table: 'fraud_case',
  columns: `(person_id, id, state, changed_at, sealed) values ($1, gen_random_uuid(), 'held', now(), $2)`,
  values: (person) => [person, ''],
};

/** Who is held is the watch's to see and to write; a person's rights show them their own. */
const caseChecks: readonly Check[] = [
  sees('U.fraud', 'a case of whomever', heldCase, 'fraud', 'person', 'opened', true),
  sees('U.rights', 'a person’s own case', heldCase, 'rights', 'person', 'person', true),
  sees('U.rights', 'another person’s case', heldCase, 'rights', 'person', 'opened', false),
  ...watch
    .filter((purpose) => purpose !== 'fraud' && purpose !== 'rights')
    .map((purpose) => sees('U.fraud', 'even one’s own case', heldCase, purpose, 'person', 'person', false)),
  adds('U.fraud', 'a case of whomever', heldCase, 'fraud', 'person', 'opened', true),
  adds('U.fraud', 'even one’s own case', heldCase, 'rights', 'person', 'person', false),
  adds('U.fraud', 'even one’s own case', heldCase, 'measure', 'person', 'person', false),
];

export const fraudRowChecks: readonly Check[] = [...countChecks, ...caseChecks];
