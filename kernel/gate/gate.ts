import type { Cell, CellVerb, DecisionTable } from '@axent/policy/compile';
import type { Actor, MatterShape, PolicyShape } from '@axent/policy/shape';

export type Refusal =
  | 'not_in_policy'
  | 'not_allowed'
  | 'not_offered'
  | 'not_accepted'
  | 'accept_anew'
  | 'function_closed'
  | 'open_anew'
  | 'objected';

/** Why nothing is handed to a third party, besides what refuses any use. */
export type ShareRefusal =
  | 'recipient_unknown'
  | 'recipient_elsewhere'
  | 'terms_missing'
  | 'terms_out_of_date'
  | 'field_not_listed';

/** What one decision says, and the clause that decided. */
export type Decision =
  | { readonly allowed: true; readonly clause: string; readonly function: string | null }
  | {
      readonly allowed: false;
      readonly clause: string;
      readonly reason: Refusal | ShareRefusal | 'no_matter';
      readonly function: string | null;
    };

/** What the person, or the visitor's cookie, has accepted and opened. Sequences number published versions. */
export interface Standing {
  /** Version accepted last; null: none yet. */
  readonly accepted: number | null;
  /** Function → version under which it was opened; -1: closed by the person; absent: never touched. */
  readonly openings: Readonly<Record<string, number>>;
  /** The browser sends `Sec-GPC: 1`. */
  readonly gpc: boolean;
}

/** One cell with everything resolved that a decision needs. */
export interface GateCell {
  readonly yes: Decision;
  /** Every refusal there can be, made once: a decision makes nothing. */
  readonly no: Readonly<Record<Refusal, Decision>>;
  readonly clause: string;
  readonly offered: boolean;
  readonly before_accepting: boolean;
  /** First version since which the cell has stood unbroken under the same or wider terms. */
  readonly since: number;
  readonly actors: ReadonlySet<string>;
  /** Any of these being open lets the use in; empty: none is needed. */
  readonly functions: readonly GateFunction[];
}

interface GateFunction {
  readonly yes: Decision;
  readonly name: string;
  readonly kind: 'function' | 'switch';
  readonly gpc: boolean;
}

type Cells = Map<string, GateCell>;

/** The published decision table: verb → purpose → category or message. */
export interface Gate {
  readonly sequence: number;
  readonly hash: string;
  readonly collect: ReadonlyMap<string, Cells>;
  readonly read: ReadonlyMap<string, Cells>;
  readonly send: ReadonlyMap<string, Cells>;
  /** purpose → recipient */
  readonly share: ReadonlyMap<string, Cells>;
  /** `purpose recipient` → categories that it may get. */
  readonly shareable: ReadonlyMap<string, ReadonlySet<string>>;
  /** Grounds that a matter may name, as far as their clause is built. */
  readonly grounds: ReadonlyMap<string, MatterShape & { readonly clause: string }>;
  /** Desks that were asked for: purpose → actor. */
  readonly desks: Map<string, Map<Actor, Desk>>;
}

/** A cell as one actor meets it: null, or the refusal that no standing changes. */
interface DeskCell {
  readonly cell: GateCell;
  readonly refused: Decision | null;
}

/** The table as one purpose and one actor meet it: an operation has one of each, and asks for each verb. */
export interface Desk {
  readonly collect: ReadonlyMap<string, DeskCell>;
  readonly read: ReadonlyMap<string, DeskCell>;
  readonly send: ReadonlyMap<string, DeskCell>;
  readonly share: ReadonlyMap<string, DeskCell>;
}

export interface GateSource {
  readonly sequence: number;
  readonly hash: string;
  readonly table: DecisionTable;
  readonly policy: Pick<PolicyShape, 'functions' | 'exceptions' | 'clauses'>;
  /** `verb:purpose:category` → first version; absent: this one. */
  readonly since: Readonly<Record<string, number>>;
}

export function buildGate(source: GateSource): Gate {
  const { functions } = source.policy;
  const resolve = (verb: CellVerb | 'share', purpose: string, subject: string, cell: Cell): GateCell => {
    const names =
      cell.while_closed === true || cell.function === undefined
        ? []
        : [cell.function, ...(cell.or_functions ?? [])];
    return {
      yes: { allowed: true, clause: cell.clause, function: null },
      no: refusals(cell.clause, names[0] ?? null),
      clause: cell.clause,
      offered: cell.offered,
      before_accepting: cell.before_accepting,
      since: source.since[`${verb}:${purpose}:${subject}`] ?? source.sequence,
      actors: new Set(cell.actors),
      functions: names.map((name) => ({
        name,
        yes: { allowed: true, clause: cell.clause, function: name } as const,
        kind: functions[name]?.kind ?? 'function',
        gpc: functions[name]?.gpc ?? false,
      })),
    };
  };
  const side = (verb: 'collect' | 'read') => {
    const purposes = new Map<string, Cells>();
    for (const [purpose, cells] of Object.entries(source.table[verb])) {
      const resolved: Cells = new Map();
      for (const [category, cell] of Object.entries(cells))
        resolved.set(category, resolve(verb, purpose, category, cell));
      purposes.set(purpose, resolved);
    }
    return purposes;
  };
  const send = new Map<string, Cells>();
  for (const [message, cell] of Object.entries(source.table.send)) {
    const cells = send.get(cell.purpose) ?? new Map<string, GateCell>();
    cells.set(message, resolve('send', cell.purpose, message, cell));
    send.set(cell.purpose, cells);
  }
  const share = new Map<string, Cells>();
  const shareable = new Map<string, ReadonlySet<string>>();
  for (const [purpose, cells] of Object.entries(source.table.share)) {
    const resolved: Cells = new Map();
    for (const [recipient, cell] of Object.entries(cells)) {
      resolved.set(recipient, resolve('share', purpose, recipient, cell));
      shareable.set(`${purpose} ${recipient}`, new Set(cell.categories));
    }
    share.set(purpose, resolved);
  }
  const { sequence, hash } = source;
  const grounds = groundsOf(source.policy);
  const sides = { collect: side('collect'), read: side('read'), send, share };
  return { sequence, hash, ...sides, shareable, grounds, desks: new Map() };
}

function groundsOf({ exceptions, clauses }: GateSource['policy']): Gate['grounds'] {
  return new Map(
    Object.entries(exceptions).flatMap(([ground, { clause, matter }]) => {
      const built = clauses[clause]?.built ?? 'not';
      return matter === undefined || built === 'not' ? [] : [[ground, { ...matter, clause }] as const];
    }),
  );
}

/** The part of the table that an operation asks. The same purpose and actor get the same one. */
export function deskOf(gate: Gate, purpose: string, actor: Actor): Desk {
  const kept = gate.desks.get(purpose)?.get(actor);
  if (kept !== undefined) return kept;
  const refused = ({ offered, actors, no }: GateCell) => {
    if (!offered) return no.not_offered;
    return actors.has(actor) ? null : no.not_allowed;
  };
  const side = (verb: CellVerb | 'share') =>
    new Map(
      [...(gate[verb].get(purpose) ?? [])].map(([name, cell]) => [name, { cell, refused: refused(cell) }]),
    );
  const desk = { collect: side('collect'), read: side('read'), send: side('send'), share: side('share') };
  const desks = gate.desks.get(purpose) ?? new Map<Actor, Desk>();
  gate.desks.set(purpose, desks.set(actor, desk));
  return desk;
}

/** Default deny: what the published policy does not name is refused. */
const unnamed: Decision = { allowed: false, clause: 'G.accept', reason: 'not_in_policy', function: null };

/** Decides one use. Pure: the same desk, question and standing always give the same answer. */
export function decide(desk: Desk, verb: CellVerb | 'share', subject: string, standing: Standing): Decision {
  // Spelled out: a property by a variable's name costs a quarter of the whole decision.
  const side =
    verb === 'read'
      ? desk.read
      : verb === 'collect'
        ? desk.collect
        : verb === 'send'
          ? desk.send
          : desk.share;
  const found = side.get(subject);
  if (found === undefined) return unnamed;
  if (found.refused !== null) return found.refused;
  const { cell } = found;
  const asked = cell.functions[0];
  if (!cell.before_accepting) {
    if (standing.accepted === null) return cell.no.not_accepted;
    // A function's own opening says how far it reaches; all else reaches as far as what was accepted.
    if (asked?.kind !== 'function' && cell.since > standing.accepted) return cell.no.accept_anew;
  }
  if (asked === undefined) return cell.yes;
  let refusal: Refusal | null = null;
  for (const one of cell.functions) {
    const reason = closedBecause(one, cell.since, standing);
    if (reason === null) return one.yes;
    refusal ??= reason;
  }
  return cell.no[refusal ?? 'function_closed'];
}

function closedBecause(one: GateFunction, since: number, standing: Standing): Refusal | null {
  const opened = standing.openings[one.name];
  if (one.kind === 'switch')
    return opened === -1 || (opened === undefined && one.gpc && standing.gpc) ? 'objected' : null;
  if (opened === undefined || opened === -1) return 'function_closed';
  return since > opened ? 'open_anew' : null;
}

/** `asked` is the function that a refusal for want of an opening names. */
function refusals(clause: string, asked: string | null): Readonly<Record<Refusal, Decision>> {
  const no = (reason: Refusal, name: string | null): Decision => ({
    allowed: false,
    clause,
    reason,
    function: name,
  });
  return {
    not_in_policy: no('not_in_policy', null),
    not_allowed: no('not_allowed', null),
    not_offered: no('not_offered', null),
    not_accepted: no('not_accepted', null),
    accept_anew: no('accept_anew', null),
    function_closed: no('function_closed', asked),
    open_anew: no('open_anew', asked),
    objected: no('objected', asked),
  };
}
