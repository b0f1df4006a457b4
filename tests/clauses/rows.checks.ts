import { systemOf } from '@axent/kernel';
import { standingOf } from '../closing/people.ts';
import { type Bench, type Check, expectThat } from './check.ts';
import { attempted } from './rows.attempt.ts';
import { requestChecks } from './rows.requests.ts';

/**
 * Row policies with the gate out of the way: who sees which rows, and who may add one. Each statement runs as a
 * purpose's login, for one person, in a transaction that is undone; what a login lacks of grants is given to it there,
 * so that the row policy stands alone.
 */

/** A row in a table, on an id of its own, as the owner put it there: whose it is, and what else it says. */
export interface RowPlan {
  readonly table: string;
  readonly columns: string;
  readonly values: (person: string, device: string) => readonly unknown[];
}

export const sealed: Pick<RowPlan, 'columns' | 'values'> = {
  columns: '(person_id, id, sealed) values ($1, gen_random_uuid(), $2)',
  values: (person) => [person, ''],
};
const ofCredential: Pick<RowPlan, 'columns' | 'values'> = {
  columns:
    "(person_id, id, kind, sealed, ready, made_at) values ($1, gen_random_uuid(), 'password', $2, true, now())",
  values: (person) => [person, ''],
};
const ofDevice: Pick<RowPlan, 'columns' | 'values'> = {
  columns: '(person_id, id, device_id, sealed) values ($1, gen_random_uuid(), $2, $3)',
  values: (person, device) => [person, device, ''],
};
const note = (open: boolean): RowPlan => ({
  table: 'voice_note',
  columns: `(person_id, device_id, id, function, open, sealed)
    values ($1, $2, gen_random_uuid(), 'voice', ${open}, '')`,
  values: (person, device) => [person, device],
});

interface Standing {
  readonly person: string;
  readonly device: string;
}

const at = (bench: Bench, who: string): Promise<Standing> => standingOf(bench.world, bench.as(who));

/** Rows of `whose` that a purpose's login sees for `who`. */
async function seen(
  bench: Bench,
  plan: RowPlan,
  purpose: string,
  who: string,
  whose: string,
): Promise<number> {
  const [mine, theirs] = await Promise.all([at(bench, who), at(bench, whose)]);
  const client = await bench.world.kernel.pools.owner.connect();
  const id = await client
    .query<{ id: string }>(`insert into app.${plan.table} ${plan.columns} returning id`, [
      ...plan.values(theirs.person, theirs.device),
    ])
    .finally(() => client.release());
  try {
    const text = `select 1 from app.${plan.table} where person_id = $1 and id = $2`;
    const values = [theirs.person, id.rows[0]?.id];
    return (
      (await attempted(bench, { purpose, person: mine.person, table: plan.table, text, values })).rows ?? 0
    );
  } finally {
    await bench.world.kernel.pools.owner.query(`delete from app.${plan.table} where id = $1`, [
      id.rows[0]?.id,
    ]);
  }
}

export function sees(
  clause: string,
  words: string,
  plan: RowPlan,
  purpose: string,
  who: string,
  whose: string,
  may: boolean,
): Check {
  return {
    name: `${clause} @database: of ${plan.table}, ${purpose} ${may ? 'sees' : 'does not see'} ${words}`,
    run: async (bench) => {
      const rows = await seen(bench, plan, purpose, who, whose);
      expectThat(rows > 0 === may, `${rows} rows seen`);
    },
  };
}

export function adds(
  clause: string,
  words: string,
  plan: RowPlan,
  purpose: string,
  who: string,
  whose: string,
  may: boolean,
): Check {
  return {
    name: `${clause} @database: of ${plan.table}, ${purpose} ${may ? 'adds' : 'does not add'} ${words}`,
    run: async (bench) => {
      const [mine, theirs] = await Promise.all([at(bench, who), at(bench, whose)]);
      const { rows } = await attempted(bench, {
        purpose,
        person: mine.person,
        table: plan.table,
        text: `insert into app.${plan.table} ${plan.columns}`,
        // On the device at hand, whoever the row is given to.
        values: plan.values(theirs.person, mine.device),
      });
      expectThat((rows !== null) === may, rows === null ? 'refused' : 'taken');
    },
  };
}

/** Tables whose rows a login sees for its person alone: by which purpose and clause it is tried. */
const personal = [
  [{ table: 'contact', ...sealed }, 'authentication', 'U.authentication'],
  [{ table: 'device', ...sealed }, 'authentication', 'U.authentication'],
  [{ table: 'credential', ...ofCredential }, 'authentication', 'U.authentication'],
  [{ table: 'wechat', ...sealed }, 'authentication', 'U.authentication'],
  [{ table: 'password_hint', ...sealed }, 'authentication', 'U.authentication'],
  [{ table: 'push_subscription', ...ofDevice }, 'service', 'U.service'],
  [{ table: 'identity', ...sealed }, 'service', 'C.profile'],
  [{ table: 'mailing_address', ...sealed }, 'service', 'C.profile'],
] as const;

const ownRows = personal.flatMap(([plan, purpose, clause]): Check[] => {
  return [
    sees(clause, 'a person’s own rows', plan, purpose, 'person', 'person', true),
    sees(clause, 'another person’s rows', plan, purpose, 'person', 'opened', false),
    adds(clause, 'a row of the person', plan, purpose, 'person', 'person', true),
    adds(clause, 'a row for another person', plan, purpose, 'person', 'opened', false),
  ];
});

/** The log of now, by the day, and the one of before, which is still read. */
const logs = ['log_entry', 'operation_log'] as const;

const log_day = '2000-01-01';
const logRow = (table: string) =>
  `insert into app.${table} (id, at, day, operation, method, path, status, duration_ms, browser, region)
    values (gen_random_uuid(), now(), '${log_day}', 'probe', 'GET', '/', 200, 1, 'other', 'unknown')`;

/** The operation log belongs to no person: whoever else may read the category, its rows are the service's. */
function logCheck(table: (typeof logs)[number], purpose: string, may: boolean): Check[] {
  const entry = { purpose, person: null, table };
  return [
    {
      name: `C.log @database: of ${table}, ${purpose} ${may ? 'sees' : 'does not see'} its rows`,
      run: async (bench) => {
        const { owner } = bench.world.kernel.pools;
        await systemOf(bench.world.kernel).keepDays('app.log_entry', [log_day]);
        await owner.query(logRow(table));
        try {
          const { rows } = await attempted(bench, {
            ...entry,
            text: `select 1 from app.${table} where operation = 'probe'`,
          });
          expectThat((rows ?? 0) > 0 === may, `${rows} rows seen`);
        } finally {
          await owner.query(`delete from app.${table} where operation = 'probe'`);
        }
      },
    },
    {
      name: `C.log @database: of ${table}, ${purpose} ${may ? 'adds' : 'does not add'} a row`,
      run: async (bench) => {
        await systemOf(bench.world.kernel).keepDays('app.log_entry', [log_day]);
        const { rows } = await attempted(bench, { ...entry, text: logRow(table) });
        expectThat((rows !== null) === may, rows === null ? 'refused' : 'taken');
      },
    },
  ];
}

const signalRow = `insert into app.risk_signal (id, day, rule, fingerprint, times, last_at)
  values (gen_random_uuid(), '${log_day}', 'probe', '\\x00', 1, now())`;

/** Signals belong to no person: they are security's. */
const signalChecks = (['security', 'rights', 'fraud'] as const).flatMap((purpose): Check[] => {
  const may = purpose === 'security';
  const entry = { purpose, person: null, table: 'risk_signal' };
  return [
    {
      name: `U.security @database: of risk_signal, ${purpose} ${may ? 'sees' : 'does not see'} its rows`,
      run: async (bench) => {
        const { owner } = bench.world.kernel.pools;
        await owner.query(signalRow);
        try {
          const text = `select 1 from app.risk_signal where rule = 'probe'`;
          const { rows } = await attempted(bench, { ...entry, text });
          expectThat((rows ?? 0) > 0 === may, `${rows} rows seen`);
        } finally {
          await owner.query(`delete from app.risk_signal where rule = 'probe'`);
        }
      },
    },
    {
      name: `U.security @database: of risk_signal, ${purpose} ${may ? 'adds' : 'does not add'} a row`,
      run: async (bench) => {
        const { rows } = await attempted(bench, { ...entry, text: signalRow });
        expectThat((rows !== null) === may, rows === null ? 'refused' : 'taken');
      },
    },
  ];
});

interface Window {
  readonly from: string;
  readonly until: string;
  readonly ends: string;
  readonly approved: boolean;
  readonly ended: boolean;
}

const hour = "interval '1 hour'";
const around: Window = {
  from: `now() - ${hour}`,
  until: `now() + ${hour}`,
  ends: `now() + ${hour}`,
  approved: true,
  ended: false,
};

/** Whether security sees a row of the log of now while an incident is as it is. */
function incidentCheck(words: string, purpose: string, change: Partial<Window>, may: boolean): Check {
  const { from, until, ends, approved, ended } = { ...around, ...change };
  return {
    name: `C.log @database: of log_entry, ${purpose} ${may ? 'sees' : 'does not see'} rows ${words}`,
    run: async (bench) => {
      const { owner } = bench.world.kernel.pools;
      await systemOf(bench.world.kernel).keepDays('app.log_entry', [log_day]);
      await owner.query(logRow('log_entry'));
      await owner.query(`insert into kernel.incident (id, name, why, from_at, until_at, proposed_by, proposed_at,
          approved_by, approved_at, ends_at, ended_at)
        values (gen_random_uuid(), 'probe', 'probe', ${from}, ${until}, gen_random_uuid(), now(),
          ${approved ? 'gen_random_uuid()' : 'null'}, ${approved ? 'now()' : 'null'}, ${ends}, ${ended ? 'now()' : 'null'})`);
      try {
        const text = `select 1 from app.log_entry where operation = 'probe'`;
        const { rows } = await attempted(bench, { purpose, person: null, table: 'log_entry', text });
        expectThat((rows ?? 0) > 0 === may, `${rows} rows seen`);
      } finally {
        await owner.query(`delete from kernel.incident where name = 'probe';
          delete from app.log_entry where operation = 'probe'`);
      }
    },
  };
}

const incidentChecks: readonly Check[] = [
  incidentCheck('of an incident’s window', 'security', {}, true),
  incidentCheck(
    'before the window',
    'security',
    { from: `now() + ${hour}`, until: `now() + 2 * ${hour}` },
    false,
  ),
  incidentCheck(
    'after the window',
    'security',
    { from: `now() - 2 * ${hour}`, until: `now() - ${hour}` },
    false,
  ),
  incidentCheck('of an incident that nobody approved', 'security', { approved: false }, false),
  incidentCheck('of an incident that was ended', 'security', { ended: true }, false),
  incidentCheck('of an incident that is over', 'security', { ends: `now() - ${hour}` }, false),
  incidentCheck('of an incident’s window', 'fraud', {}, false),
  incidentCheck('of an incident’s window', 'rights', {}, false),
];

export const productRowChecks: readonly Check[] = [
  ...ownRows,
  ...requestChecks,
  ...signalChecks,
  ...incidentChecks,
  ...logs.flatMap((table) => logCheck(table, 'service', true)),
  ...logs.flatMap((table) =>
    ['rights', 'security', 'fraud'].flatMap((purpose) => logCheck(table, purpose, false)),
  ),
];

const now = 'open voice';
const before = 'earlier voice';
const fault: RowPlan = { table: 'fault', ...sealed };

/** Rows of a function, and rows of a kind of data that came with a widening. */
export const wideRowChecks: readonly Check[] = [
  sees('F.open', 'the rows of a function that is open', note(true), 'support', now, now, true),
  sees('U.support', 'another person’s rows', note(true), 'support', now, before, false),
  sees('F.close', 'a row that is withheld', note(false), 'support', now, now, false),
  sees(
    'F.close',
    'the rows of a function that is closed',
    note(true),
    'support',
    'closed voice',
    'closed voice',
    false,
  ),
  sees(
    'R.review',
    'the rows of an opening that does not reach so far',
    note(true),
    'support',
    before,
    before,
    false,
  ),
  sees('U.rights', 'a row that is withheld from the others', note(false), 'rights', now, now, true),
  sees(
    'U.rights',
    'the rows of an opening that does not reach so far',
    note(true),
    'rights',
    before,
    before,
    true,
  ),
  sees('U.rights', 'another person’s rows', note(true), 'rights', now, before, false),
  adds('F.open', 'a row of a function that is open', note(true), 'support', now, now, true),
  adds('U.support', 'a row for another person', note(true), 'support', now, before, false),
  adds(
    'F.close',
    'a row of a function that is closed',
    note(true),
    'support',
    'closed voice',
    'closed voice',
    false,
  ),
  adds(
    'R.review',
    'a row of an opening that does not reach so far',
    note(true),
    'support',
    before,
    before,
    false,
  ),
  sees('R.review', 'what came later, of those who accepted it', fault, 'service', now, now, true),
  sees('R.review', 'what came later, of those who did not', fault, 'service', before, before, false),
  sees('R.review', 'what came later, of those who accepted it', fault, 'rights', now, now, true),
  sees('R.review', 'what came later, of those who did not', fault, 'rights', before, before, false),
  sees('U.service', 'another person’s rows', fault, 'service', now, before, false),
  adds('R.review', 'what came later, for those who accepted it', fault, 'service', now, now, true),
  adds('R.review', 'what came later, for those who did not', fault, 'service', before, before, false),
  adds('U.service', 'a row for another person', fault, 'service', now, before, false),
];
