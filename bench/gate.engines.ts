import type { Actor } from '@axent/policy/shape';
import type { Gate, GateCell, Standing } from '../kernel/gate/gate.ts';
import { decide, deskOf } from '../kernel/gate/gate.ts';
import { peer } from './peers.install.ts';

// The same rules in three engines. The peers get them in the form that suits them best: no engine but ours has to
// say why it refuses, what an engine needs for a question is made before the clock runs, and CASL holds one set of
// rules per actor as our table does, with purpose and category in one word.

export type Verb = 'collect' | 'read' | 'send';

/** One question to the gate. */
export interface Question {
  readonly verb: Verb;
  readonly purpose: string;
  readonly subject: string;
  readonly actor: Actor;
  readonly standing: Standing;
}

export interface Engine {
  readonly name: string;
  /** Makes a question ready; what it answers is only the decision. */
  readonly prepare: (question: Question) => () => boolean;
}

interface NamedCell {
  readonly verb: Verb;
  readonly key: string;
  readonly cell: GateCell;
}

function cellsOf(gate: Gate): NamedCell[] {
  return (['collect', 'read', 'send'] as const).flatMap((verb) =>
    [...gate[verb]].flatMap(([purpose, cells]) =>
      [...cells].map(([subject, cell]) => ({ verb, key: `${purpose}:${subject}`, cell })),
    ),
  );
}

export function tableEngine(gate: Gate): Engine {
  return {
    name: 'table',
    prepare: ({ verb, purpose, subject, actor, standing }) => {
      const desk = deskOf(gate, purpose, actor);
      return () => decide(desk, verb, subject, standing).allowed;
    },
  };
}

/** The standing as flat numbers: 0 for never accepted and never touched. */
function flat({ accepted, openings, gpc }: Standing, names: readonly string[]) {
  const touched = Object.fromEntries(names.map((name) => [column(name), openings[name] ?? 0]));
  return { ...touched, accepted: accepted ?? 0, gpc };
}

const column = (name: string) => `f_${name.replaceAll('.', '_')}`;

/** Lowest accepted version that suffices; 0: none is needed. */
function leastAccepted(cell: GateCell): number {
  if (cell.before_accepting) return 0;
  return cell.functions[0]?.kind === 'function' ? 1 : cell.since;
}

interface Ability {
  readonly can: (action: string, subject: object) => boolean;
}
interface Casl {
  readonly createMongoAbility: (
    rules: readonly { readonly action: string; readonly subject: string; readonly conditions?: object }[],
    options: { readonly detectSubjectType: (object: { readonly type: string }) => string },
  ) => Ability;
}

export async function caslEngine(
  gate: Gate,
  names: readonly string[],
  actors: readonly Actor[],
): Promise<Engine> {
  const { createMongoAbility } = await peer<Casl>('@casl/ability');
  const abilityOf = (actor: Actor) =>
    createMongoAbility(
      cellsOf(gate)
        .filter(({ cell }) => cell.offered && cell.actors.has(actor))
        .flatMap(({ verb, key, cell }) =>
          caslConditions(cell).map((conditions) => ({
            action: verb,
            subject: key,
            ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
          })),
        ),
      { detectSubjectType: ({ type }) => type },
    );
  const abilities = new Map(actors.map((actor) => [actor, abilityOf(actor)]));
  return {
    name: 'CASL',
    prepare: ({ verb, purpose, subject, actor, standing }) => {
      const object = { type: `${purpose}:${subject}`, ...flat(standing, names) };
      const ability = abilities.get(actor);
      if (ability === undefined) throw new Error(`no ability for ${actor}`);
      return () => ability.can(verb, object);
    },
  };
}

/** Alternatives, since CASL lets in what any of its rules lets in. */
function caslConditions(cell: GateCell): object[] {
  const least = leastAccepted(cell);
  const accepted = least === 0 ? {} : { accepted: { $gte: least } };
  if (cell.functions.length === 0) return [accepted];
  return cell.functions.flatMap(({ name, kind, gpc }) => {
    if (kind === 'function') return [{ ...accepted, [column(name)]: { $gte: cell.since } }];
    if (!gpc) return [{ ...accepted, [column(name)]: { $gte: 0 } }];
    return [
      { ...accepted, [column(name)]: { $gt: 0 } },
      { ...accepted, [column(name)]: 0, gpc: false },
    ];
  });
}

interface Cedar {
  readonly preparsePolicySet: (id: string, policies: { readonly staticPolicies: string }) => { type: string };
  readonly statefulIsAuthorized: (call: object) => {
    readonly type: string;
    readonly response?: { readonly decision: string };
  };
}

export async function cedarEngine(gate: Gate, names: readonly string[]): Promise<Engine> {
  const cedar = await peer<Cedar>('@cedar-policy/cedar-wasm/nodejs');
  const staticPolicies = cellsOf(gate)
    .filter(({ cell }) => cell.offered)
    .map(
      ({ verb, key, cell }) =>
        `permit(principal, action == Action::"${verb}", resource == Use::"${key}") when {${cedarCondition(cell)}};`,
    )
    .join('\n');
  const parsed = cedar.preparsePolicySet('axent', { staticPolicies });
  if (parsed.type !== 'success') throw new Error(`Cedar refuses the rules: ${JSON.stringify(parsed)}`);
  return {
    name: 'Cedar',
    prepare: ({ verb, purpose, subject, actor, standing }) => {
      const call = {
        principal: { type: 'Actor', id: actor },
        action: { type: 'Action', id: verb },
        resource: { type: 'Use', id: `${purpose}:${subject}` },
        context: flat(standing, names),
        preparsedPolicySetId: 'axent',
        entities: [],
      };
      return () => cedar.statefulIsAuthorized(call).response?.decision === 'allow';
    },
  };
}

function cedarCondition(cell: GateCell): string {
  const actors = [...cell.actors].map((actor) => `Actor::"${actor}"`).join(', ');
  const least = leastAccepted(cell);
  const open = cell.functions.map(({ name, kind, gpc }) => {
    const opened = `context.${column(name)}`;
    if (kind === 'function') return `${opened} >= ${cell.since}`;
    return gpc ? `(${opened} > 0 || (${opened} == 0 && !context.gpc))` : `${opened} >= 0`;
  });
  return [
    `[${actors}].contains(principal)`,
    ...(least === 0 ? [] : [`context.accepted >= ${least}`]),
    ...(open.length === 0 ? [] : [`(${open.join(' || ')})`]),
  ].join(' && ');
}
