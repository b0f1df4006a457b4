import { randomUUID } from 'node:crypto';
import { type MatterRow, matterOf } from '../sharing/matters.ts';
import { type Day, resolved } from '../sharing/register.ts';
import { rolePrefix } from '../world.ts';
import { type Bench, type Check, expectThat } from './check.ts';
import { everyBasis, grounds } from './sharing.matrix.ts';
import { asLogin, idOf, matterFor } from './sharing.rows.ts';

const every = 'E.1 E.2 E.3 E.4 E.5 E.8 E.9';
const boxes = 'select person_id from kernel.matter_boxes($1, $2, $3, $4)';

interface Asked {
  readonly who?: string;
  readonly category?: string;
  readonly login?: string;
  readonly days?: number;
}

/** How many boxes a purpose's own login gets out of a matter, and of whom. */
async function got(bench: Bench, matter: string, asked: Asked = {}): Promise<number> {
  const { who = 'person', category = 'contact', login = 'security', days = 0 } = asked;
  const person = await idOf(bench, who);
  const at = new Date(Date.now() + days * 86_400_000);
  const rows = await asLogin<{ person_id: string }>(bench, login, null, boxes, [
    matter,
    person,
    category,
    at,
  ]);
  expectThat(
    rows.every((row) => row.person_id === person),
    'a box of somebody else',
  );
  return rows.length;
}

const rules: readonly [string, Partial<MatterRow>, Asked, boolean][] = [
  ['a matter that stands shows the boxes it names', {}, {}, true],
  ['another category stays hidden', {}, { category: 'device' }, false],
  ['a person that it does not name stays hidden', {}, { who: 'opened' }, false],
  ['another purpose gets nothing', {}, { login: 'archive' }, false],
  ['what nobody approved shows nothing', { approved: false }, {}, false],
  ['what has ended shows nothing', { ended: true }, {}, false],
  ['on its last day it still shows them', { ends_on: 0 }, {}, true],
  ['a day later it shows nothing', { ends_on: -1 }, {}, false],
  ['past its last day by the server’s clock it shows nothing', { ends_on: 5 }, { days: 9 }, false],
  ['past its last day, whatever that clock says', { ends_on: -1 }, { days: -5 }, false],
  ['a matter of another legal area shows nothing', { area: 'cn' }, {}, false],
  ['the policy lets no matter open this', { categories: ['contact', 'credentials'] }, {}, false],
  ['the policy lets no matter be for this', { purpose: 'archive' }, { login: 'security' }, false],
];

const ruleChecks = rules.map(
  ([words, row, asked, seen]): Check => ({
    name: `${every} @database: ${words}`,
    run: async (bench) => {
      for (const ground of every.split(' ')) {
        const count = await got(bench, await matterFor(bench, { ground, ...row }), asked);
        expectThat(count > 0 === seen, `${ground}: ${count} boxes`);
      }
    },
  }),
);

const basisChecks = Object.entries(grounds).map(
  ([ground, { bases }]): Check => ({
    name: `${ground} @database: a matter on this ground shows something on ${bases.join(', ') || 'no basis'} alone`,
    run: async (bench) => {
      for (const basis of everyBasis) {
        const count = await got(bench, await matterFor(bench, { ground, basis }));
        expectThat(count > 0 === bases.includes(basis), `${ground} on ${basis}: ${count} boxes`);
      }
    },
  }),
);

const closedCheck: Check = {
  name: `${every} F.close @database: what a closed function left is shown by no matter`,
  run: async (bench) => {
    const matter = await matterFor(bench, { categories: ['recording'] });
    const person = await idOf(bench, 'person');
    const client = await bench.world.kernel.pools.owner.connect();
    try {
      await client.query('begin');
      await client.query(`create table app.probe_voice (person_id uuid, id uuid, device_id uuid, function text,
        open boolean, sealed bytea)`);
      await client.query(`comment on table app.probe_voice is 'category: recording'`);
      for (const open of [true, false])
        await client.query(
          `insert into app.probe_voice values ($1, gen_random_uuid(), gen_random_uuid(), 'voice', $2, '')`,
          [person, open],
        );
      await client.query(`set local session authorization ${rolePrefix}_security`);
      const { rows } = await client.query(boxes, [matter, person, 'recording', new Date()]);
      expectThat(rows.length === 1, `${rows.length} boxes, one of them open`);
    } finally {
      await client.query('rollback');
      client.release();
    }
  },
};

const proposal = {
  ground: 'E.3',
  basis: 'GDPR Art. 6(1)(c)',
  provision: 'an order',
  purpose: 'archive',
  roles: ['privacy_officer'],
  categories: ['contact'],
  evidence: 'ef'.repeat(32),
  ends_on: 9 as Day,
  tell_from: null as string | null,
  keeps_withheld: false,
};

async function proposing(
  bench: Bench,
  changed: Partial<Record<keyof typeof proposal, unknown>>,
  who: string,
  known: boolean,
): Promise<string | null> {
  const hash = bench.world.kernel.keyedHash('identifier', `email|${known ? 'probe' : 'nobody'}@example.org`);
  const { ends_on, ...facts } = { ...proposal, name: randomUUID(), ...changed };
  const matter = JSON.stringify({ ...facts, ends_on: resolved(ends_on as Day) });
  const text = 'select kernel.propose_matter(gen_random_uuid(), gen_random_uuid(), $1, $2, now()) as refusal';
  const rows = await asLogin<{ refusal: string | null }>(bench, 'archive', await idOf(bench, who), text, [
    matter,
    [hash],
  ]);
  return rows[0]?.refusal ?? null;
}

const proposals: readonly [
  string,
  Partial<Record<keyof typeof proposal, unknown>>,
  string | null,
  string?,
  boolean?,
][] = [
  ['an officer proposes a matter that has everything', {}, null],
  ['security proposes none', {}, 'not_allowed', 'security'],
  ['without a lawful basis here there is none', { basis: 'PIPL Art. 13(1)(3)' }, 'no_basis'],
  ['without evidence there is none', { evidence: '' }, 'evidence_missing'],
  ['an end that is past makes none', { ends_on: -1 }, 'end_past'],
  ['an end too far off makes none', { ends_on: 400 }, 'end_too_far'],
  ['no end makes none', { ends_on: null }, 'end_past'],
  ['somebody who does not exist makes none', {}, 'person_unknown:1', 'privacy_officer', false],
  ['what the ground does not reach makes none', { categories: ['credentials'] }, 'not_in_policy'],
  ['a purpose that is none of a matter makes none', { purpose: 'support' }, 'not_in_policy'],
  [
    'a ground that keeps nothing withheld keeps nothing',
    { ground: 'E.2', basis: 'GDPR Art. 6(1)(d)', keeps_withheld: true },
    'not_in_policy',
  ],
];

const proposalChecks = proposals.map(
  ([words, changed, refusal, who = 'privacy_officer', known = true]): Check => ({
    name: `${every} @database: ${words}`,
    run: async (bench) => {
      const answer = await proposing(bench, changed, who, known);
      expectThat(answer === refusal, `answered ${answer}`);
    },
  }),
);

/** One act of somebody on a matter that another officer proposed; answers what the database said. */
async function act(bench: Bench, call: string, who: string, row: Partial<MatterRow>): Promise<string | null> {
  const { id } = await matterOf(bench.world, [bench.as('person')], { approved: false, ...row });
  const text = `select kernel.${call} as refusal`;
  const rows = await asLogin<{ refusal: string | null }>(bench, 'archive', await idOf(bench, who), text, [
    id,
  ]);
  return rows[0]?.refusal ?? null;
}

const approving = 'approve_matter($1, gen_random_uuid(), now())';
const ending = 'end_matter($1, gen_random_uuid(), now())';
const telling = 'tell_matter($1, gen_random_uuid(), current_date, now())';
const acts: readonly [string, string, Partial<MatterRow>, string | null, string?][] = [
  ['another officer approves it', approving, {}, null],
  ['security approves none', approving, {}, 'not_allowed', 'security'],
  ['it is approved once', approving, { approved: true }, 'already_approved'],
  ['what has ended is approved by nobody', approving, { ended: true }, 'matter_ended'],
  ['what is past its last day is approved by nobody', approving, { ends_on: -1 }, 'end_past'],
  ['what the policy does not let be is approved by nobody', approving, { basis: 'none' }, 'not_in_policy'],
  ['an officer ends it', ending, {}, null],
  ['security ends none', ending, {}, 'not_allowed', 'security'],
  ['an officer says when it may be told', telling, {}, null],
  ['security does not', telling, {}, 'not_allowed', 'security'],
];

const actChecks: readonly Check[] = [
  ...acts.map(
    ([words, call, row, refusal, who = 'privacy_officer']): Check => ({
      name: `${every} @database: ${words}`,
      run: async (bench) => {
        const answer = await act(bench, call, who, row);
        expectThat(answer === refusal, `answered ${answer}`);
      },
    }),
  ),
  {
    name: `${every} @database: who proposed it never approves it`,
    run: async (bench) => {
      const id = await matterFor(bench, { approved: false });
      const officer = await idOf(bench, 'privacy_officer');
      const { owner } = bench.world.kernel.pools;
      await owner.query('update kernel.matter set proposed_by = $2 where id = $1', [id, officer]);
      const text = `select kernel.${approving} as refusal`;
      const [row] = await asLogin<{ refusal: string }>(bench, 'archive', officer, text, [id]);
      expectThat(row?.refusal === 'own_proposal', `answered ${row?.refusal}`);
    },
  },
  {
    name: `${every} @database: no row says that one person was both, whoever writes it`,
    run: async (bench) => {
      const id = await matterFor(bench, { approved: false });
      const text = 'update kernel.matter set approved_by = proposed_by, approved_at = now() where id = $1';
      const code = await asLogin(bench, 'kernel', null, text, [id]).then(
        () => 'taken',
        (error: { code?: string }) => error.code ?? '',
      );
      expectThat(code === '23514', `answered ${code}`);
    },
  },
];

/** What `rights` sees in the person's name once a matter with a record says from when it may be told. */
async function told(bench: Bench, from: Day, who: string): Promise<string> {
  const id = await matterFor(bench, { tell_from: from });
  const person = await idOf(bench, 'person');
  const record = randomUUID();
  await bench.world.kernel.pools.owner.query(
    `insert into kernel.matter_record (person_id, id, at, leaf_id, matter, sealed)
     values ($1, $2, now(), gen_random_uuid(), $3, '')`,
    [person, record, id],
  );
  const rows = await asLogin<{ seen: string }>(
    bench,
    'rights',
    await idOf(bench, who),
    `select (select count(*) from kernel.own_records(null, 200) r where r.id = $1) || ',' ||
       (select count(*) from kernel.own_record($1)) || ',' ||
       (select count(*) from kernel.own_matters() m where m.id = $2) as seen`,
    [record, id],
  );
  return rows[0]?.seen ?? '';
}

const tellings: readonly [string, Day, string, string][] = [
  ['what may be told is seen by the person', 0, 'person', '1,1,1'],
  ['what may be told is seen by nobody else', 0, 'opened', '0,0,0'],
  ['what may not be told yet is not seen', 1, 'person', '0,0,0'],
  ['what nobody knows when to tell is not seen', null, 'person', '0,0,0'],
];

const tellChecks = tellings.map(
  ([words, from, who, seen]): Check => ({
    name: `${every} @database: ${words}`,
    run: async (bench) => {
      const answer = await told(bench, from, who);
      expectThat(answer === seen, `seen ${answer}`);
    },
  }),
);

export const matterDatabaseChecks: readonly Check[] = [
  ...ruleChecks,
  ...basisChecks,
  closedCheck,
  ...proposalChecks,
  ...actChecks,
  ...tellChecks,
];
