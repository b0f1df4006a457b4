import { type Cell, type DecisionTable, listCells, shareKey } from '@axent/policy/compile';
import type { Actor, PolicyShape } from '@axent/policy/shape';
import { buildGate, type GateSource } from '../../kernel/gate/gate.ts';
import type { PublishedPolicy } from '../../kernel/gate/published.ts';
import { rolePrefix } from '../world.ts';
import type { Bench, Check } from './check.ts';
import { copies, databaseChecks, kernelTables } from './database.checks.ts';
import { gateChecks } from './gate.checks.ts';
import { actorOf, categories, messages } from './matrix.ts';

/** One flip in one wall. `apply` answers how to put it back. */
export interface Mutant {
  readonly name: string;
  readonly wall: 'gate' | 'database' | 'type';
  /** Checks that look at what was flipped; all of the wall's are tried when these all pass. */
  readonly near: readonly Check[];
  readonly apply: (bench: Bench) => Promise<() => Promise<void>>;
}

export const everyActor: readonly Actor[] = [
  'visitor',
  'person',
  'agent',
  'supervisor',
  'marketer',
  'product_manager',
  'release_manager',
  'store_staff',
  'privacy_officer',
  'security',
  'administrator',
  'system',
];

type CellChange = (cell: Cell) => Cell | null;

/** Puts a gate with one changed cell in the place of the published one, for every operation that follows. */
function gateMutant(
  verb: 'collect' | 'read' | 'send',
  purpose: string,
  subject: string,
  what: string,
  change: CellChange,
): Mutant {
  return {
    name: `gate: ${verb} ${subject} for ${purpose}: ${what}`,
    wall: 'gate',
    near: gateChecks.filter((check) =>
      new RegExp(
        `\\b${purpose} (may|may not) ${verb} ${subject.replaceAll('.', '\\.')}\\b|may not ${verb} ${subject} for ${purpose}$`,
      ).test(check.name),
    ),
    apply: withGate(({ table, ...source }) => ({
      ...source,
      table: changedTable(table, verb, purpose, subject, change),
    })),
  };
}

/** Puts a changed gate in the place of the published one, and answers how to put that back. */
export function withGate(change: (source: GateSource) => GateSource): Mutant['apply'] {
  return async ({ world }) => {
    const { policies } = world.kernel;
    const original = policies.at;
    const cache = new Map<number, PublishedPolicy>();
    const mutated = async (sequence: number, hash: string) => {
      const known = cache.get(sequence);
      if (known !== undefined) return known;
      const published = await original(sequence, hash);
      const { table, policy } = published.compiled;
      const source = change({ sequence, hash: published.hash, table, policy, since: {} });
      const made = { ...published, gate: buildGate({ ...source, since: sinceOf(source.table) }) };
      cache.set(sequence, made);
      return made;
    };
    Object.assign(policies, { at: mutated });
    return async () => {
      Object.assign(policies, { at: original });
    };
  };
}

/** Every cell stands since the first version, so that only the flip decides. */
function sinceOf(table: DecisionTable): Record<string, number> {
  const shares = Object.entries(table.share).flatMap(([purpose, cells]) =>
    Object.keys(cells).map((recipient) => shareKey(purpose, recipient)),
  );
  return Object.fromEntries([...listCells(table).map(({ key }) => key), ...shares].map((key) => [key, 1]));
}

function changedTable(
  table: DecisionTable,
  verb: 'collect' | 'read' | 'send',
  purpose: string,
  subject: string,
  change: CellChange,
): DecisionTable {
  const blank: Cell = {
    purpose,
    clause: 'G.accept',
    clauses: [],
    offered: false,
    before_accepting: false,
    actors: everyActor,
    retention_days: 0,
  };
  if (verb === 'send') {
    const { [subject]: own, ...others } = table.send;
    const cell = change(own ?? blank);
    return { ...table, send: cell === null ? others : { ...others, [subject]: cell } };
  }
  const { [subject]: own, ...others } = table[verb][purpose] ?? {};
  const cell = change(own ?? blank);
  const cells = cell === null ? others : { ...others, [subject]: cell };
  return { ...table, [verb]: { ...table[verb], [purpose]: cells } };
}

/** Everything that may be flipped in a cell that lets something through. */
function offeredMutants(
  verb: 'collect' | 'read' | 'send',
  purpose: string,
  subject: string,
  cell: Cell,
  doors: readonly Actor[],
): Mutant[] {
  const flip = (what: string, change: CellChange) => gateMutant(verb, purpose, subject, what, change);
  const who = actorOf[purpose] as Actor;
  const mutants: Mutant[] = [];
  if (cell.actors.includes(who)) {
    mutants.push(
      flip('taken away', () => null),
      flip('not offered', (one) => ({ ...one, offered: false })),
      flip(`refused to ${who}`, (one) => ({ ...one, actors: one.actors.filter((actor) => actor !== who) })),
    );
    if (verb !== 'send')
      mutants.push(
        flip(cell.before_accepting ? 'only after accepting' : 'before accepting', (one) => ({
          ...one,
          before_accepting: !one.before_accepting,
        })),
      );
  }
  if (doors.some((actor) => actor !== 'visitor' && !cell.actors.includes(actor)))
    mutants.push(flip('let to everybody', (one) => ({ ...one, actors: everyActor })));
  if (cell.function !== undefined)
    mutants.push(
      flip('without its function', ({ function: _, ...one }) => one),
      flip('under a switch instead of its function', (one) => ({ ...one, function: 'improve' })),
      flip('open while closed', (one) => ({ ...one, while_closed: true })),
    );
  return mutants;
}

/** One mutant or more per cell of the decision table, those that are not in it included. */
export function gateMutants(policy: PolicyShape, table: DecisionTable): Mutant[] {
  const mutants: Mutant[] = [];
  for (const purpose of Object.keys(actorOf)) {
    const doors = policy.purposes[purpose]?.actors ?? [];
    for (const verb of ['collect', 'read', 'send'] as const) {
      for (const subject of verb === 'send' ? messages : categories) {
        const found = verb === 'send' ? table.send[subject] : table[verb][purpose]?.[subject];
        const cell = found?.purpose === purpose ? found : undefined;
        if (cell?.offered) mutants.push(...offeredMutants(verb, purpose, subject, cell, doors));
        else
          mutants.push(
            gateMutant(verb, purpose, subject, 'let through', ({ function: _, ...one }) => ({
              ...one,
              purpose,
              offered: true,
              actors: everyActor,
            })),
          );
      }
    }
  }
  return mutants;
}

function sqlMutant(name: string, pattern: RegExp, change: string, back: string): Mutant {
  return {
    name: `database: ${name}`,
    wall: 'database',
    near: databaseChecks.filter((check) => pattern.test(check.name)),
    apply: async ({ world }) => {
      await world.kernel.pools.owner.query(change);
      return async () => {
        await world.kernel.pools.owner.query(back);
      };
    },
  };
}

/** One mutant per grant on a column or table, present or absent, and per function of the kernel. */
export function grantMutants(
  columns: Readonly<Record<string, readonly string[]>>,
  granted: ReadonlySet<string>,
): Mutant[] {
  const words = { SELECT: 'select', INSERT: 'insert', UPDATE: 'update' } as const;
  const mutants: Mutant[] = [];
  for (const purpose of Object.keys(actorOf)) {
    const role = `${rolePrefix}_${purpose}`;
    for (const [table, names] of Object.entries(columns)) {
      for (const column of names) {
        for (const privilege of ['SELECT', 'INSERT', 'UPDATE'] as const) {
          const has = granted.has(`${role}|${table}|${column}|${privilege}`);
          const right = `${privilege} (${column}) on app.${table}`;
          mutants.push(
            flipGrant(
              `${purpose} ${words[privilege]} ${table}.${column}`,
              role,
              right,
              has,
              `: ${purpose} may( not)? ${words[privilege]} ${table}\\.${column}$`,
            ),
          );
        }
      }
      const has = granted.has(`${role}|${table}||DELETE`);
      mutants.push(
        flipGrant(
          `${purpose} delete from ${table}`,
          role,
          `DELETE on app.${table}`,
          has,
          `: ${purpose} may( not)? delete from ${table}$`,
        ),
      );
    }
  }
  return mutants;
}

function flipGrant(what: string, role: string, right: string, has: boolean, pattern: string): Mutant {
  const give = `grant ${right} to ${role}`;
  const take = `revoke ${right} from ${role}`;
  return sqlMutant(
    `${has ? 'taken from' : 'given to'} ${what}`,
    new RegExp(pattern),
    has ? take : give,
    has ? give : take,
  );
}

/** Rights on the kernel's own functions and tables, given and taken, one purpose at a time. */
export function kernelMutants(
  calls: Readonly<Record<string, readonly string[]>>,
  insertOnly: Readonly<Record<string, readonly string[]>>,
  signatures: ReadonlyMap<string, string>,
): Mutant[] {
  const mutants: Mutant[] = [];
  for (const purpose of Object.keys(actorOf)) {
    const role = `${rolePrefix}_${purpose}`;
    for (const [call, callers] of Object.entries(calls)) {
      const name = call.split('(')[0] ?? '';
      const right = `execute on function ${signatures.get(name)}`;
      mutants.push(
        flipGrant(
          `${purpose} calling ${name}`,
          role,
          right,
          callers.includes(purpose),
          `: ${purpose} may( not)? call ${name}$`,
        ),
      );
    }
    for (const table of kernelTables) {
      for (const [privilege, words] of [
        ['select', 'read'],
        ['delete', 'delete from'],
        ['truncate', 'empty'],
      ] as const) {
        mutants.push(
          flipGrant(
            `${purpose} ${privilege} kernel.${table}`,
            role,
            `${privilege} on kernel.${table}`,
            privilege === 'select' && copies(purpose, table),
            `: ${purpose} may( not)? ${words} kernel\\.${table}$`,
          ),
        );
      }
    }
    for (const [table, columns] of Object.entries(insertOnly)) {
      for (const column of columns) {
        mutants.push(
          flipGrant(
            `${purpose} insert kernel.${table}.${column}`,
            role,
            `insert (${column}) on kernel.${table}`,
            true,
            `: ${purpose} may add ${column} to kernel\\.${table}$`,
          ),
          flipGrant(
            `${purpose} update kernel.${table}.${column}`,
            role,
            `update (${column}) on kernel.${table}`,
            false,
            `: ${purpose} may not change kernel\\.${table}\\.${column}$`,
          ),
        );
      }
    }
  }
  return mutants;
}
