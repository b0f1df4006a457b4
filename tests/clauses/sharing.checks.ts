import type { Actor } from '@axent/policy/shape';
import { decideMatter, type MatterFacts } from '../../kernel/gate/matters.ts';
import { decideShare } from '../../kernel/gate/sharing.ts';
import { type Bench, type Check, expectThat } from './check.ts';
import { actorOf, categories } from './matrix.ts';
import { everyBasis, grounds, matterRoles, recipients, shares } from './sharing.matrix.ts';
import { fieldOf, greedy, idOf, matterFor } from './sharing.rows.ts';

const purposes = Object.keys(actorOf);
const now = new Date();

const gateOf = async ({ world }: Bench) => (await world.kernel.policies.at(1, '')).gate;

/** One purpose and one kind of third party: which categories the gate lets through, the register letting all. */
function shareCheck(purpose: string, recipient: string): Check {
  const may = shares.find((one) => one.purpose === purpose && one.recipient === recipient)?.categories ?? [];
  return {
    name: `S.third-party @gate: ${purpose} may hand ${may.join(', ') || 'nothing'} to ${recipient}`,
    run: async (bench) => {
      const gate = await gateOf(bench);
      const terms = { from: '2000-01-01', until: '2999-12-31' };
      const facts = {
        name: 'x',
        area: 'eu_ch',
        fields: categories.map(fieldOf),
        terms,
        ended: false,
      } as const;
      const standing = { accepted: 1, openings: {}, gpc: false };
      for (const category of categories) {
        const asked = { purpose, kind: recipient, field: fieldOf(category) };
        const actor = (actorOf[purpose] ?? '') as Actor;
        const { allowed } = decideShare(
          gate,
          asked,
          actor,
          standing,
          { ...facts, kind: recipient },
          'eu_ch',
          now,
        );
        expectThat(
          allowed === may.includes(category),
          `${purpose} handing ${category} to ${recipient}: ${allowed}`,
        );
      }
    },
  };
}

/** The same through a request, where something is let through. */
const handChecks = shares.map(
  ({ purpose, recipient, categories: may }): Check => ({
    name: `S.third-party @gate: in a request, ${purpose} hands over to ${recipient} what it may`,
    run: async (bench) => {
      const id = await greedy(bench, recipient);
      for (const category of [...may, 'device']) {
        const asked = `${recipient} ${id} ${fieldOf(category)}`;
        const { status, code } = await bench.attempt('person', purpose, 'share', asked);
        const right = may.includes(category) ? status === 200 : code === 'field_not_listed';
        expectThat(right, `${purpose} handing ${category} to ${recipient}: ${status} ${code}`);
      }
    },
  }),
);

interface Asked {
  readonly ground: string;
  readonly basis: string;
  readonly purpose: string;
  readonly category: string;
}

/** A matter in which everything else is in order. */
async function isLetIn(bench: Bench, { ground, basis, purpose, category }: Asked): Promise<boolean> {
  const facts: MatterFacts = {
    id: '',
    name: '',
    ground,
    basis,
    area: 'eu_ch',
    purpose,
    roles: ['security'],
    categories: [category],
    evidence: Buffer.alloc(32),
    proposed_by: 'one',
    approved_by: 'another',
    ends_on: '2999-12-31',
    ended: false,
  };
  const question = { purpose, category, actor: 'security', named: true } as const;
  return decideMatter(await gateOf(bench), facts, question, 'eu_ch', now).allowed;
}

function groundChecks(ground: string): Check[] {
  const { bases = [], categories: may = [] } = grounds[ground] ?? {};
  const usual = { ground, basis: bases[0] ?? 'FADP Art. 31(1)', purpose: 'security', category: 'contact' };
  const only = (what: string, values: readonly string[], allowed: readonly string[], key: keyof Asked) => ({
    name: `${ground} @gate: by a matter on this ground, ${what}: ${allowed.join(', ') || 'none'}`,
    run: async (bench: Bench) => {
      for (const value of values) {
        const let_in = await isLetIn(bench, { ...usual, [key]: value });
        expectThat(let_in === allowed.includes(value), `${ground}: ${key} ${value} let in: ${let_in}`);
      }
    },
  });
  const none = bases.length === 0;
  return [
    only('categories', categories, may, 'category'),
    only('lawful bases here', everyBasis, bases, 'basis'),
    only('purposes', purposes, none ? [] : Object.keys(matterRoles), 'purpose'),
  ];
}

/** The same through a request, with a matter in the database. */
const openChecks = Object.entries(matterRoles).map(
  ([purpose, role]): Check => ({
    name: `E.3 @gate: in a request, a matter opens to ${role} what it names of whom it names`,
    run: async (bench) => {
      const id = await matterFor(bench, { purpose, roles: [role], categories: ['contact'] });
      const [named, other] = [await idOf(bench, 'person'), await idOf(bench, 'opened')];
      const answer = async (person: string, category: string) =>
        (await bench.attempt(role, purpose, 'except', `${id} ${person} ${category}`)).code;
      const answers = [
        await answer(named, 'contact'),
        await answer(other, 'contact'),
        await answer(named, 'device'),
      ];
      expectThat(answers.join() === ',no_matter,no_matter', `answered ${answers.join()}`);
    },
  }),
);

export const sharingChecks: readonly Check[] = [
  ...purposes.flatMap((purpose) => recipients.map((recipient) => shareCheck(purpose, recipient))),
  ...handChecks,
  ...Object.keys(grounds).flatMap(groundChecks),
  ...openChecks,
];
