import type { Purpose } from '@axent/policy';
import type { Actor } from '@axent/policy/shape';
import type { PoolClient } from 'pg';
import { Dialogue, isStale } from '../database/dialogue.ts';
import type { Connection } from '../database/rows.ts';
import type { PublishedPolicy } from '../gate/published.ts';
import { deviceRenewal } from '../person/device.ts';
import { ownRecords } from '../person/records.ts';
import type { DeviceId, PersonId } from '../vault/identifier.ts';
import { counting, transactBriefly, transactSilently } from './brief.ts';
import type { Caller, Context, Reply, Session } from './context.ts';
import { isSafe } from './contract.ts';
import { evidenceOf } from './evidence.ts';
import { attest, insertMatterRecords } from './except.ts';
import type { Operation } from './feature.ts';
import { Unforeseen } from './foresight.ts';
import { claimKey } from './idempotency.ts';
import type { Kernel } from './parts.ts';
import { eachOf } from './people.ts';
import { ProblemError, problem } from './problem.ts';
import { type Leaf, Recorder } from './recorder.ts';
import { Sendings } from './sending.ts';
import { type Begun, begin, type Entered, type Performed, type Transacted } from './transaction.ts';
import { makeUse } from './use.make.ts';
import type { Use } from './use.ts';

const fresh_ms = 10 * 60_000;

/**
 * Runs one operation: one purpose, one transaction, its record and leaf. Validation happens at the edge. A handler
 * that throws undoes everything; one that returns a problem keeps what it wrote (a counted guess) and refuses.
 * `told` hears who came as soon as it is known.
 */
export async function run(
  kernel: Kernel,
  operation: Operation,
  caller: Caller,
  reply: Reply,
  input: unknown,
  told: (session: Session) => void = () => undefined,
): Promise<unknown> {
  const ready = await equipped(kernel, operation, caller, input);
  try {
    return await attempt(kernel, ready, caller, reply, input, told, isSafe(operation.contract));
  } catch (error) {
    // A grant went while this operation was on its way in: another node published. Decide once more, anew.
    if ((error as { code?: string }).code === '42501') kernel.policies.forget();
    else if (!isStale(error) && !(error instanceof Unforeseen)) throw error;
    return await attempt(kernel, ready, caller, reply, input, told, false);
  }
}

/**
 * The operation with what it needs from elsewhere, which is fetched once, however often it is attempted. Where that
 * fails, who may not call at all hears of it first.
 */
async function equipped(
  kernel: Kernel,
  operation: Operation,
  caller: Caller,
  input: unknown,
): Promise<Operation> {
  if (operation.fetch === undefined) return operation;
  try {
    const outside = await operation.fetch({ caller, keyedHash: kernel.keyedHash }, input);
    return { ...operation, handle: (context, given) => operation.handle(context, given, outside) };
  } catch (error) {
    return { ...operation, handle: () => Promise.reject(error) };
  }
}

async function attempt(
  kernel: Kernel,
  operation: Operation,
  caller: Caller,
  reply: Reply,
  input: unknown,
  told: (session: Session) => void,
  foresee: boolean,
): Promise<unknown> {
  const { purpose, name } = operation.contract;
  const { foresight } = kernel;
  const known = foresee && foresight.of(caller.tokenHash) !== null;
  const { result, recorder, recorded } = await kernel.watch.part('transaction', async (note) => {
    note('purpose', purpose);
    const performing = async (begun: Begun) => {
      const connection = counting(begun.connection);
      const done = { ...begun, connection };
      const performed = await perform(kernel, done, operation, caller, reply, input, told);
      if (isSafe(operation.contract)) foresight.noteAsked(name, connection.asked);
      return performed;
    };
    if (known && foresight.isSilent(name)) return await transactSilently(kernel, purpose, caller, performing);
    const client = await kernel.connect(purpose);
    return known && foresight.isBrief(name)
      ? await transactBriefly(kernel, client, caller, performing)
      : await transact(kernel, client, caller, foresee, performing);
  });
  // No answer leaves before its record is durable; the connection serves others meanwhile.
  await recorded;
  kernel.afterCommit(recorder);
  if (result instanceof ProblemError) throw result;
  return result;
}

/** The operation's transaction, from BEGIN to COMMIT, after which the connection is given back. */
async function transact(
  kernel: Kernel,
  client: PoolClient,
  caller: Caller,
  foresee: boolean,
  performing: (begun: Begun) => Promise<Performed>,
): Promise<Transacted> {
  let dialogue: Dialogue | null = null;
  let released = false;
  let broken: Error | undefined;
  try {
    dialogue = new Dialogue(client);
    const begun = await begin(dialogue, caller.tokenHash, kernel.foresight, foresee);
    const { result, recorder } = await performing(begun).finally(() => begun.sure);
    const leaves = await recorder.leaves();
    if (recorder.wrote) for (const leaf of leaves) await insertLeaf(kernel, dialogue, leaf);
    // What comes next on this connection is sent right behind: a commit that wrote nothing keeps nobody waiting.
    released = !recorder.wrote && dialogue.settled;
    const committing = dialogue.end('commit');
    dialogue = null;
    if (released) client.release();
    const recorded = Promise.all(recorder.wrote ? [] : leaves.map((leaf) => kernel.ledger.append(leaf)));
    // Awaited once the transaction has ended; a failure meanwhile must not count as unhandled.
    recorded.catch(() => undefined);
    const committed = await committing.catch((cause: Error) => {
      broken = cause;
      throw cause;
    });
    if (!committed) throw problem('internal', { commit: 'rolled back' });
    return { result, recorder, recorded };
  } catch (error) {
    await dialogue?.end('rollback').catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    if (!released) client.release(broken);
  }
}

/** The leaf, and for a matter its persons' records, in the operation's transaction. */
async function insertLeaf(kernel: Kernel, connection: Connection, leaf: Leaf): Promise<void> {
  await kernel.ledger.insert(connection, leaf);
  if (leaf.matter !== undefined) await insertMatterRecords(connection, leaf.id, leaf.matter);
}

/** Who came, whether they may, and then what the handler does. */
async function perform(
  kernel: Kernel,
  { entered, connection, sure }: Begun,
  operation: Operation,
  caller: Caller,
  reply: Reply,
  input: unknown,
  told: (session: Session) => void,
): Promise<Performed> {
  const { contract } = operation;
  const policy = await kernel.policies.at(entered.sequence, entered.hash);
  const now = new Date(kernel.clock());
  const session = caller.system ? systemSession : sessionOf(entered, caller, operation, now);
  sure.then(
    () => told(session),
    () => undefined,
  );
  admit(operation, session, policy);
  const recorder = new Recorder(contract, session.actor, policy, now, kernel.vault);
  const sendings = new Sendings(kernel, connection, recorder);
  const parts = { kernel, connection, contract, session, caller, policy, recorder, sendings };
  const use = makeUse(parts);
  const context: Context<Purpose> = {
    use,
    session,
    caller,
    now,
    policy,
    version: (sequence) =>
      sequence > policy.sequence ? Promise.resolve(null) : kernel.policies.at(sequence, ''),
    records: ownRecords(kernel, use as unknown as Use<'rights'>, policy.sequence),
    renewDevice: deviceRenewal(kernel, use as unknown as Use<'rights'>),
    attest: (matter) => attest(kernel, connection, policy.gate, recorder, matter),
    evidence: evidenceOf(kernel, connection, now),
    reply: isSafe(contract) ? unchanging : reply,
    carries: (channel) => kernel.channels.has(channel),
    each: eachOf(parts),
    keyedHash: kernel.keyedHash,
  };
  // What a visitor's write changes is in its answer alone, which must come again if it was lost.
  if (contract.once === true && caller.idempotencyKey !== null && session.person !== null) {
    recorder.writes();
    await claimKey(kernel, connection, contract.name, caller, input);
  }
  const result = await operation.handle(context, input).finally(() => {
    recorder.ended = true;
  });
  await sendings.flush();
  return { result, recorder };
}

const refuse = (): never => {
  throw new Error('A safe operation changes nothing in the browser.');
};
const unchanging: Reply = {
  startSession: refuse,
  endSession: refuse,
  setVisitor: refuse,
  setDevice: refuse,
  bind: refuse,
};

/** Jobs act for nobody: what they may touch is what needs no acceptance and no opening. */
const systemSession: Session = {
  actor: 'system',
  kind: 'staff',
  person: null,
  device: null,
  roles: [],
  createdAt: null,
  fresh: false,
  accepted: null,
  openings: {},
  erasedAt: null,
};

function sessionOf(entered: Entered, caller: Caller, operation: Operation, now: Date): Session {
  if (entered.person_id === null) {
    return {
      actor: 'visitor',
      kind: 'visitor',
      person: null,
      device: null,
      roles: [],
      createdAt: null,
      fresh: false,
      accepted: caller.visitor.accepted?.sequence ?? null,
      openings: caller.visitor.openings,
      erasedAt: null,
    };
  }
  const staff = entered.kind === 'staff';
  const roles = entered.roles ?? [];
  const actor = staff
    ? (operation.contract.actors.find((role) => roles.includes(role)) ?? ('visitor' as Actor))
    : 'person';
  return {
    actor,
    kind: staff ? 'staff' : 'person',
    person: entered.person_id as PersonId,
    device: entered.device_id as DeviceId,
    roles,
    createdAt: entered.created_at,
    fresh: entered.fresh_at !== null && now.getTime() - entered.fresh_at.getTime() < fresh_ms,
    accepted: entered.accepted,
    openings: entered.openings ?? {},
    erasedAt: entered.erased_at,
  };
}

/** Who may call at all: the contract's actors, as far as the published policy lets them act for the purpose. */
function admit({ contract }: Operation, session: Session, policy: PublishedPolicy): void {
  const allowed =
    contract.actors.includes(session.actor) &&
    (policy.compiled.policy.purposes[contract.purpose]?.actors.includes(session.actor) ?? false);
  if (!allowed) {
    throw session.kind === 'visitor' ? problem('not_signed_in') : problem('not_allowed');
  }
  if (session.erasedAt !== null && contract.whileClosed !== true)
    throw problem('account_closed', { erased_at: session.erasedAt.toISOString() });
  if (contract.acceptance && session.accepted === null) throw problem('not_accepted');
  if (contract.fresh === true && !session.fresh) throw problem('fresh_sign_in_needed');
}
