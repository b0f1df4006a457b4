import { randomUUID } from 'node:crypto';
import { type Entry, registered } from '../sharing/register.ts';
import { type Bench, type Check, expectThat } from './check.ts';
import { categories } from './matrix.ts';
import { recipients, shares } from './sharing.matrix.ts';
import { asLogin, fieldOf, greedy, idOf } from './sharing.rows.ts';

const handing = 'select kernel.hand_over($1, $2, $3) as refusal';
const listed = { fields: ['contact.email'] };

interface Refusal {
  readonly refusal: string | null;
}

/** What the database answers when the service hands an email address to such an entry. */
async function handed(bench: Bench, changed: Partial<Entry>, at = new Date()): Promise<string | null> {
  const id = await registered(bench.world, { ...listed, ...changed });
  const person = await idOf(bench, 'person');
  const rows = await asLogin<Refusal>(bench, 'service', person, handing, [id, 'contact.email', at]);
  return rows[0]?.refusal ?? null;
}

const day_ms = 86_400_000;
const fromNow = (days: number) => new Date(Date.now() + days * day_ms);

const terms: readonly [string, Partial<Entry>, string | null, number?][] = [
  ['terms that stand let a listed field out', {}, null],
  ['who has ended gets nothing', { ended: true }, 'recipient_unknown'],
  ['another legal area gets nothing', { area: 'cn' }, 'recipient_elsewhere'],
  ['no terms let nothing out', { terms_from: null, terms_until: null }, 'terms_missing'],
  ['terms let data out on their first day', { terms_from: 0 }, null],
  ['terms that have not begun let nothing out', { terms_from: 1 }, 'terms_out_of_date'],
  ['terms let data out on their last day', { terms_until: 0 }, null],
  ['terms that are over let nothing out', { terms_until: -1 }, 'terms_out_of_date'],
  ['terms that are over by the server’s clock let nothing out', { terms_until: 5 }, 'terms_out_of_date', 9],
  [
    'terms that are over let nothing out, whatever the server’s clock says',
    { terms_until: -1 },
    'terms_out_of_date',
    -5,
  ],
  [
    'terms that have not begun by the server’s clock let nothing out',
    { terms_from: -2 },
    'terms_out_of_date',
    -5,
  ],
  [
    'terms that have not begun let nothing out, whatever the server’s clock says',
    { terms_from: 2, terms_until: 9 },
    'terms_out_of_date',
    4,
  ],
  ['a field that the register does not list stays', { fields: ['contact.phone'] }, 'field_not_listed'],
];

const termChecks = terms.map(
  ([words, entry, refusal, days]): Check => ({
    name: `S.third-party @database: ${words}`,
    run: async (bench) => {
      const answer = await handed(bench, entry, fromNow(days ?? 0));
      expectThat(answer === refusal, `answered ${answer}`);
    },
  }),
);

/** Of the purposes that may ask at all: which kinds of third parties get which categories. */
const cellChecks = ['service', 'rights'].flatMap((purpose) =>
  recipients.map((recipient): Check => {
    const may =
      shares.find((one) => one.purpose === purpose && one.recipient === recipient)?.categories ?? [];
    return {
      name: `S.third-party @database: ${purpose} hands ${may.join(', ') || 'nothing'} to ${recipient}`,
      run: async (bench) => {
        const id = await greedy(bench, recipient);
        const person = await idOf(bench, 'person');
        for (const category of categories) {
          const values = [id, fieldOf(category), new Date()];
          const [row] = await asLogin<Refusal>(bench, purpose, person, handing, values);
          expectThat(
            (row?.refusal === null) === may.includes(category),
            `${purpose} ${recipient} ${category}: ${row?.refusal}`,
          );
        }
      },
    };
  }),
);

/** A carrier of the settings, with its entry as said. */
async function carried(bench: Bench, changed: Partial<Entry> | null): Promise<string | null> {
  const carrier = `c${randomUUID()}`;
  if (changed !== null)
    await registered(bench.world, { kind: 'carrier.mail', carrier, ...listed, ...changed });
  const text = 'select kernel.carry_refusal($1, now()) as refusal';
  return (await asLogin<Refusal>(bench, 'kernel', null, text, [carrier]))[0]?.refusal ?? null;
}

const carriers: readonly [string, Partial<Entry> | null, string | null][] = [
  ['a carrier whose terms stand carries', {}, null],
  ['a carrier without an entry carries nothing', null, 'recipient_unknown'],
  ['a carrier whose terms are over carries nothing', { terms_until: -1 }, 'terms_out_of_date'],
  ['who is no carrier carries nothing', { kind: 'partner.service' }, 'recipient_unknown'],
];

const carrierChecks = carriers.map(
  ([words, entry, refusal]): Check => ({
    name: `S.third-party @database: ${words}`,
    run: async (bench) => {
      const answer = await carried(bench, entry);
      expectThat(answer === refusal, `answered ${answer}`);
    },
  }),
);

const registerChecks: readonly Check[] = [
  {
    name: 'S.third-party @database: what is handed over is noted for the person, and shown to them alone',
    run: async (bench) => {
      const id = await registered(bench.world, listed);
      const [person, other] = [await idOf(bench, 'person'), await idOf(bench, 'opened')];
      const client = await bench.world.kernel.pools.connect('rights');
      const seen = async (who: string) => {
        await client.query(`select set_config('axent.person', $1, true)`, [who]);
        const { rows } = await client.query('select * from kernel.own_sharing() where recipient = $1', [id]);
        return rows.length;
      };
      try {
        await client.query('begin');
        await bench.world.kernel.pools.owner.query(
          `insert into kernel.sharing (person_id, recipient, field, purpose, first_at, last_at)
           values ($1, $2, 'contact.email', 'service', now(), now())`,
          [person, id],
        );
        const counts = [await seen(person), await seen(other)];
        expectThat(counts.join() === '1,0', `seen by ${counts.join()}`);
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
  },
  {
    name: 'S.third-party @database: handing over leaves a note',
    run: async (bench) => {
      const id = await registered(bench.world, listed);
      const person = await idOf(bench, 'person');
      const client = await bench.world.kernel.pools.connect('service');
      try {
        await client.query(`select set_config('axent.person', $1, false)`, [person]);
        await client.query(handing, [id, 'contact.email', new Date()]);
        await client.query(`select set_config('axent.person', '', false)`);
      } finally {
        client.release();
      }
      const { rows } = await bench.world.kernel.pools.owner.query<{ person_id: string }>(
        'select person_id from kernel.sharing where recipient = $1',
        [id],
      );
      expectThat(rows.map((row) => row.person_id).join() === person, `${rows.length} notes`);
    },
  },
  {
    name: 'S.third-party @database: nothing is handed over of nobody',
    run: async (bench) => {
      const id = await registered(bench.world, listed);
      const values = [id, 'contact.email', new Date()];
      const [row] = await asLogin<Refusal>(bench, 'service', null, handing, values);
      expectThat(row?.refusal === 'not_in_policy', `answered ${row?.refusal}`);
    },
  },
  {
    name: 'S.third-party @database: the register is written for an officer, on top of what they saw',
    run: async (bench) => {
      const text = `select kernel.put_recipient($1, $2, gen_random_uuid(), 'changed', $3, now()) as refusal`;
      const id = await registered(bench.world);
      const entry = {
        kind: 'partner.service',
        name: 'x',
        work: 'x',
        area: 'eu_ch',
        contact: 'x',
        fields: ['a.b'],
      };
      const answer = async (who: string, base: string | null) => {
        const values = [id, base, JSON.stringify(entry)];
        return (await asLogin<Refusal>(bench, 'archive', await idOf(bench, who), text, values))[0]?.refusal;
      };
      const { rows } = await bench.world.kernel.pools.owner.query<{ change: string }>(
        'select change from kernel.recipient where id = $1',
        [id],
      );
      const base = rows[0]?.change ?? '';
      const answers = [
        await answer('security', base),
        await answer('person', base),
        await answer('privacy_officer', randomUUID()),
        await answer('privacy_officer', null),
        await answer('privacy_officer', base),
      ];
      const wanted = ['not_allowed', 'not_allowed', 'state_changed', 'state_changed', null];
      expectThat(JSON.stringify(answers) === JSON.stringify(wanted), `answered ${answers.join()}`);
    },
  },
];

export const shareDatabaseChecks: readonly Check[] = [
  ...termChecks,
  ...cellChecks,
  ...carrierChecks,
  ...registerChecks,
];
