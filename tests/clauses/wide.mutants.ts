import { type Cell, type DecisionTable, listCells, sinceOf } from '@axent/policy/compile';
import { buildGate, type GateSource } from '../../kernel/gate/gate.ts';
import type { PublishedPolicy } from '../../kernel/gate/published.ts';
import { productPolicy } from '../world.ts';
import type { Check } from './check.ts';
import type { Mutant } from './mutants.ts';
import { wideRowChecks } from './rows.checks.ts';
import { wideGateChecks } from './wide.checks.ts';
import { widePolicies } from './wide.policy.ts';

/** What only shows after a widening, or where everything is built: since when, which kind, whose wish, by what else. */

const [first, second] = widePolicies;
const since = sinceOf([
  { sequence: 1, policy: first.policy },
  { sequence: 2, policy: second.policy },
]);
const cells = listCells(second.table);

const near = (pattern: RegExp): readonly Check[] => wideGateChecks.filter(({ name }) => pattern.test(name));
const ofCell = (verb: string, purpose: string, subject: string) =>
  near(new RegExp(`: ${purpose} may ${verb} ${subject}\\b`));

function gateMutant(
  what: string,
  looking: readonly Check[],
  change: (source: GateSource) => Partial<GateSource>,
): Mutant {
  return {
    name: `gate: ${what}`,
    wall: 'gate',
    near: looking,
    apply: async ({ world }) => {
      const { policies } = world.kernel;
      const original = policies.at;
      const made = new Map<number, PublishedPolicy>();
      const mutated = async (sequence: number, hash: string) => {
        const published = await original(sequence, hash);
        if (sequence !== 2) return published;
        const source: GateSource = {
          sequence,
          hash: published.hash,
          table: published.compiled.table,
          policy: published.compiled.policy,
          since,
        };
        const known = made.get(sequence) ?? {
          ...published,
          gate: buildGate({ ...source, ...change(source) }),
        };
        made.set(sequence, known);
        return known;
      };
      Object.assign(policies, { at: mutated });
      return async () => {
        Object.assign(policies, { at: original });
      };
    },
  };
}

/** A person can make the use, and what it stands on is not there before accepting. */
const isReachable = (cell: Cell) => cell.actors.includes('person') && !cell.before_accepting;

/** Every use that a widening stopped, stretched over what was accepted or opened before it. */
const stretched = cells
  .filter(({ key, verb, cell, subject }) => {
    if (since[key] !== 2 || !isReachable(cell)) return false;
    if (cell.function !== undefined && cell.while_closed !== true) return true;
    // What no product policy offers yet has no promise of its own to be held to.
    return verb !== 'send' && productPolicy.table[verb][cell.purpose]?.[subject]?.offered === true;
  })
  .map(({ key, verb, subject, cell }) =>
    gateMutant(
      `${key}: stretched over what was there before it widened`,
      ofCell(verb, cell.purpose, subject),
      (source) => ({
        since: { ...source.since, [key]: 1 },
      }),
    ),
  );

/** Every use under a function, as if it had been widened only now: nothing that is open reaches so far. */
const overdue = cells
  .filter(({ cell }) => cell.function !== undefined && cell.while_closed !== true && isReachable(cell))
  .map(({ key, verb, subject, cell }) =>
    gateMutant(`${key}: out of reach of what is open`, ofCell(verb, cell.purpose, subject), (source) => ({
      since: { ...source.since, [key]: 3 },
    })),
  );

const kinds = Object.entries(second.policy.functions).map(([name, shape]) =>
  gateMutant(
    `${name}: ${shape.kind === 'switch' ? 'a function' : 'a switch'} instead`,
    near(new RegExp(`\\b${name}\\b`)),
    (source) => ({
      policy: {
        ...source.policy,
        functions: {
          ...source.policy.functions,
          [name]: { ...shape, kind: shape.kind === 'switch' ? 'function' : 'switch' },
        },
      },
    }),
  ),
);

/** A function is closed until it is opened, whatever the browser asks; so only switches can be flipped. */
const wishes = Object.entries(second.policy.functions)
  .filter(([, shape]) => shape.kind === 'switch')
  .map(([name, shape]) =>
    gateMutant(`${name}: ${shape.gpc ? 'deaf to' : 'obeying'} Sec-GPC`, near(/browser asks/), (source) => ({
      policy: {
        ...source.policy,
        functions: { ...source.policy.functions, [name]: { ...shape, gpc: !shape.gpc } },
      },
    })),
  );

function withCell(
  table: DecisionTable,
  verb: 'collect' | 'read',
  cell: Cell,
  subject: string,
): DecisionTable {
  const own = { ...table[verb][cell.purpose], [subject]: cell };
  return { ...table, [verb]: { ...table[verb], [cell.purpose]: own } };
}

/** The other ways in: each taken away, and one that is none let in. */
const ways = cells.flatMap(({ verb, key, subject, cell }) => {
  if (verb === 'send' || cell.function === undefined || cell.while_closed === true) return [];
  const others = cell.or_functions ?? [];
  const changed = (what: string, or_functions: readonly string[]) =>
    gateMutant(`${key}: ${what}`, ofCell(verb, cell.purpose, subject), (source) => ({
      table: withCell(source.table, verb, { ...cell, or_functions }, subject),
    }));
  const stranger = cell.function === 'nearby' ? 'camera.scan' : 'nearby';
  return [
    ...others.map((name) =>
      changed(
        `not by ${name}`,
        others.filter((one) => one !== name),
      ),
    ),
    changed(`by ${stranger} as well`, [...others, stranger]),
  ];
});

export const wideGateMutants: readonly Mutant[] = [...stretched, ...overdue, ...kinds, ...wishes, ...ways];

/** Rows of `cell_since` that row policies ask for, moved back before the widening and out of everybody's reach. */
export const sinceMutants: readonly Mutant[] = [
  ['read:support:recording', 'voice_note'],
  ['collect:support:recording', 'voice_note'],
  ['read:service:fault', 'fault'],
  ['read:rights:fault', 'fault'],
].flatMap(([cell = '', table = '']) =>
  [1, 3].map(
    (sequence): Mutant => ({
      name: `database: ${cell} counts from version ${sequence}`,
      wall: 'database',
      near: wideRowChecks.filter(({ name }) => name.includes(`: of ${table}, `)),
      apply: async ({ world }) => {
        const move = 'update kernel.cell_since set sequence = $2 where cell = $1';
        const { owner } = world.kernel.pools;
        const { rowCount } = await owner.query(move, [cell, sequence]);
        if (rowCount !== 1) throw new Error(`${cell} is not in the table`);
        return async () => {
          await owner.query(move, [cell, 2]);
        };
      },
    }),
  ),
);
