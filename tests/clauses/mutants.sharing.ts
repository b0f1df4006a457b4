import type { ShareCell } from '@axent/policy/compile';
import type { MatterShape, PolicyShape } from '@axent/policy/shape';
import type { GateSource } from '../../kernel/gate/gate.ts';
import type { Bench, Check } from './check.ts';
import { actorOf, categories } from './matrix.ts';
import { matterDatabaseChecks } from './matter.database.checks.ts';
import { rules } from './mutants.rules.ts';
import { everyActor, type Mutant, withGate } from './mutants.ts';
import { sharingChecks } from './sharing.checks.ts';
import { shareDatabaseChecks } from './sharing.database.checks.ts';
import { everyBasis, grounds, recipients } from './sharing.matrix.ts';

function near(words: string): readonly Check[] {
  return sharingChecks.filter((check) => check.name.includes(words));
}

function toggled(list: readonly string[], one: string): string[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

/** One recipient of one purpose, with its cell changed; null: taken away. */
function shareMutant(
  purpose: string,
  recipient: string,
  what: string,
  change: (cell: ShareCell | undefined) => ShareCell | null,
): Mutant {
  return {
    name: `gate: share with ${recipient} for ${purpose}: ${what}`,
    wall: 'gate',
    near: near(`@gate: ${purpose} may hand `).filter((check) => check.name.endsWith(` to ${recipient}`)),
    apply: withGate(({ table, ...source }: GateSource) => {
      const { [recipient]: own, ...others } = table.share[purpose] ?? {};
      const cell = change(own);
      const cells = cell === null ? others : { ...others, [recipient]: cell };
      return { ...source, table: { ...table, share: { ...table.share, [purpose]: cells } } };
    }),
  };
}

function shareMutants(policy: PolicyShape): Mutant[] {
  return Object.keys(actorOf).flatMap((purpose) =>
    recipients.flatMap((recipient) => {
      const shape = policy.recipients[recipient];
      const offered =
        (shape?.purposes?.includes(purpose) ?? false) && policy.clauses[shape?.clause ?? '']?.built !== 'not';
      const blank: ShareCell = {
        purpose,
        clause: 'G.accept',
        clauses: [],
        offered: true,
        before_accepting: false,
        actors: everyActor,
        retention_days: 0,
        categories,
      };
      if (!offered) return [shareMutant(purpose, recipient, 'let through', () => blank)];
      const flip = (what: string, change: (cell: ShareCell) => ShareCell | null) =>
        shareMutant(purpose, recipient, what, (cell = blank) => change(cell));
      return [
        flip('taken away', () => null),
        flip('not offered', (cell) => ({ ...cell, offered: false })),
        ...categories.map((category) =>
          flip(`${category} the other way`, (cell) => ({
            ...cell,
            categories: toggled(cell.categories, category),
          })),
        ),
      ];
    }),
  );
}

/** A ground with its matters changed. */
function groundMutant(ground: string, what: string, change: (policy: PolicyShape) => PolicyShape): Mutant {
  return {
    name: `gate: matters on ${ground}: ${what}`,
    wall: 'gate',
    near: near(`${ground} @gate: by a matter`),
    apply: withGate((source: GateSource) => ({
      ...source,
      policy: change(source.policy as PolicyShape),
    })),
  };
}

function groundMutants(ground: string): Mutant[] {
  const bare: MatterShape = {
    bases: { eu_ch: ['FADP Art. 31(1)'], cn: [] },
    purposes: ['security'],
    categories: ['contact'],
    longest_days: 1,
    keeps_withheld: false,
    counted: { eu_ch: 'each', cn: 'each' },
  };
  const flip = (what: string, change: (matter: MatterShape) => MatterShape) =>
    groundMutant(ground, what, (policy) => {
      const exception = policy.exceptions[ground] ?? { clause: ground, standing: [] };
      const matter = change(exception.matter ?? bare);
      return { ...policy, exceptions: { ...policy.exceptions, [ground]: { ...exception, matter } } };
    });
  if ((grounds[ground]?.bases ?? []).length === 0) return [flip('opened to matters', (matter) => matter)];
  return [
    groundMutant(ground, 'not built', (policy) => {
      const clause = { chapter: 'E', built: 'not', unbuilt: [] } as const;
      return { ...policy, clauses: { ...policy.clauses, [ground]: clause } };
    }),
    ...categories.map((category) =>
      flip(`${category} the other way`, (matter) => ({
        ...matter,
        categories: toggled(matter.categories, category),
      })),
    ),
    ...everyBasis.map((basis) =>
      flip(`${basis} the other way`, (matter) => ({
        ...matter,
        bases: { ...matter.bases, eu_ch: toggled(matter.bases.eu_ch, basis) },
      })),
    ),
    ...Object.keys(actorOf).map((purpose) =>
      flip(`purpose ${purpose} the other way`, (matter) => ({
        ...matter,
        purposes: toggled(matter.purposes, purpose),
      })),
    ),
  ];
}

/** One rule of a function of the kernel's, taken out of its text as the database has it. */
function ruleMutant(name: string, rule: string, instead: string): Mutant {
  return {
    name: `database: ${name} with ${instead} for ${rule}`,
    wall: 'database',
    near: [...shareDatabaseChecks, ...matterDatabaseChecks],
    apply: async ({ world }: Bench) => {
      const { owner } = world.kernel.pools;
      const { rows } = await owner.query<{ text: string }>(
        `select pg_get_functiondef(p.oid) as text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname = 'kernel' and p.proname = $1`,
        [name],
      );
      const text = rows[0]?.text ?? '';
      if (text.split(rule).length !== 2) throw new Error(`${name} says "${rule}" not just once`);
      await owner.query(text.replace(rule, () => instead));
      return async () => {
        await owner.query(text);
      };
    },
  };
}

/** The row that says that two people stand behind a matter. */
const constraintMutant: Mutant = {
  name: 'database: matter without its check of two people',
  wall: 'database',
  near: matterDatabaseChecks,
  apply: async ({ world }) => {
    const { owner } = world.kernel.pools;
    const check = 'matter_check';
    const { rows } = await owner.query<{ name: string; text: string }>(
      `select conname as name, pg_get_constraintdef(oid) as text from pg_constraint
       where conrelid = 'kernel.matter'::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ '<> proposed_by'`,
    );
    const { name = check, text = '' } = rows[0] ?? {};
    await owner.query(`alter table kernel.matter drop constraint ${name}`);
    return async () => {
      // Rows that were made without it are nobody's any more.
      await owner.query(
        'update kernel.matter set approved_by = null, approved_at = null where approved_by = proposed_by',
      );
      await owner.query(`alter table kernel.matter add constraint ${name} ${text}`);
    };
  },
};

/** One mutant per cell of third parties and of matters, and per rule of the functions that hold them in the database. */
export function outsideMutants(policy: PolicyShape): Mutant[] {
  return [
    ...shareMutants(policy),
    ...Object.keys(grounds).flatMap(groundMutants),
    ...rules.map(([name, rule, instead = 'true']) => ruleMutant(name, rule, instead)),
    constraintMutant,
  ];
}
