import type { Category } from '@axent/policy';
import type { Actor, LegalArea } from '@axent/policy/shape';
import { type Connection, statement } from '../database/rows.ts';
import { type Decision, decide, deskOf, type Gate, type Standing } from '../gate/gate.ts';
import { decideShare, type RecipientFacts } from '../gate/sharing.ts';
import { type Box, categoryOf } from '../vault/box.ts';
import type { PersonId } from '../vault/identifier.ts';
import type { Contract } from './contract.ts';
import type { Kernel } from './parts.ts';
import { type ProblemError, problem } from './problem.ts';
import type { Recorder } from './recorder.ts';

interface Operation {
  readonly kernel: Kernel;
  readonly client: Connection;
  readonly contract: Contract;
  readonly gate: Gate;
  readonly recorder: Recorder;
  readonly actor: Actor;
  readonly standing: () => Standing;
  readonly subject: () => PersonId | null;
  /** Reads a box of the operation's person for its purpose. */
  readonly read: (box: Box<Category>) => Promise<Readonly<Record<string, unknown>>>;
}

/** `Share` without its types: which fields there are is said by `Use`. */
interface Untyped {
  readonly hand: (field: string, box: Box<Category>) => Promise<string | null>;
  readonly revoke: () => void;
}

interface RecipientRow {
  readonly kind: string;
  readonly name: string;
  readonly area: LegalArea;
  readonly fields: string[];
  readonly terms_from: string | null;
  readonly terms_until: string | null;
  readonly ended: boolean;
}

async function factsOf(client: Connection, recipient: string): Promise<RecipientFacts | null> {
  const { rows } = await client.query<RecipientRow>(
    statement('select * from kernel.recipient_facts($1)', [recipient]),
  );
  const row = rows[0];
  if (row === undefined) return null;
  const { terms_from: from, terms_until: until, ...facts } = row;
  return { ...facts, terms: from === null || until === null ? null : { from, until } };
}

function refusalOf(
  { reason, function: name }: Extract<Decision, { allowed: false }>,
  told: Readonly<Record<string, string>>,
): ProblemError {
  return problem(reason, { ...told, ...(name === null ? {} : { function: name }) });
}

/**
 * `use.share`: the gate and the register are asked at once for all fields, and again at each that is handed over. What
 * is handed over leaves with the operation's answer, so never before its record is durable.
 */
export async function share(
  operation: Operation,
  kind: string,
  recipient: string,
  fields: readonly string[],
): Promise<Untyped> {
  const { kernel, client, contract, gate, recorder } = operation;
  const { purpose } = contract;
  let over = false;
  const ask = async (field: string) => {
    const facts = await factsOf(client, recipient);
    const now = new Date(kernel.clock());
    const asked = { purpose, kind, field };
    const { actor, standing } = operation;
    const decision = decideShare(gate, asked, actor, standing(), facts, kernel.area, now);
    const told = { clause: decision.clause, purpose, subject: field };
    if (!decision.allowed) throw refusalOf(decision, told);
    return { clause: decision.clause, name: facts?.name ?? '', now, told };
  };
  // What the policy does not name is refused before anything is looked up.
  const named = decide(deskOf(gate, purpose, operation.actor), 'share', kind, operation.standing());
  if (!named.allowed) throw refusalOf(named, { clause: named.clause, purpose, subject: kind });
  for (const field of fields) await ask(field);
  return {
    hand: async (field, box) => {
      if (over || recorder.ended) throw problem('share_ended', { purpose, subject: field });
      const [category = '', name = ''] = field.split('.');
      if (!fields.includes(field) || categoryOf(box.sealed) !== category)
        throw problem('field_not_listed', { purpose, subject: field });
      const value = (await operation.read(box))[name];
      const { clause, name: third, now, told } = await ask(field);
      const { rows } = await client.query<{ refusal: string | null }>(
        statement('select kernel.hand_over($1, $2, $3) as refusal', [recipient, field, now]),
      );
      const refusal = rows[0]?.refusal ?? null;
      if (refusal !== null) throw problem(refusal, told);
      recorder.allowed(clause, `share:${kind}`, operation.standing(), null, operation.subject());
      recorder.note(clause, category, operation.subject(), third);
      recorder.writes();
      return typeof value === 'string' ? value : null;
    },
    revoke: () => {
      over = true;
    },
  };
}
