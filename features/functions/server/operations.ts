import { type Context, everyDevice, implement, type Operation, problem } from '@axent/kernel';
import {
  deviceOf,
  ownAcceptance,
  ownOpenings,
  ownWithheld,
  setOpening,
  withhold,
} from '@axent/kernel/person';
import { listCells } from '@axent/policy/compile';
import type { FunctionShape } from '@axent/policy/shape';
import * as contract from '../contract.ts';
import { type FunctionState, stateOf } from '../functions.ts';

type Service = Context<'service'>;

/** A function is offered when its clause is built and some cell that needs it is offered. */
function isOffered({ policy }: Service, name: string): boolean {
  return listCells(policy.compiled.table).some(
    ({ cell }) => cell.offered && (cell.function === name || (cell.or_functions?.includes(name) ?? false)),
  );
}

function shapeOf({ policy }: Service, name: string): FunctionShape {
  const { functions } = policy.compiled.policy;
  // What every object inherits is no function.
  const shape = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (shape === undefined) throw problem('function_unknown', {}, 404);
  return shape;
}

async function revisionOf({ version }: Service, sequence: number | null): Promise<string | null> {
  return sequence === null ? null : ((await version(sequence))?.revision ?? null);
}

async function stateFor(context: Service, name: string, facts: Facts): Promise<FunctionState> {
  const shape = shapeOf(context, name);
  const revision = await revisionOf(context, facts.sequence);
  return stateOf(name, shape, {
    ...facts,
    revision,
    offered: isOffered(context, name),
    gpc: context.caller.gpc,
  });
}

interface Facts {
  /** Null: never touched. */
  readonly open: boolean | null;
  readonly sequence: number | null;
  readonly since: string | null;
  readonly closed_by: 'person' | 'device' | null;
  readonly withheld: number;
  readonly shred_at: string | null;
}

const untouched: Facts = {
  open: null,
  sequence: null,
  since: null,
  closed_by: null,
  withheld: 0,
  shred_at: null,
};

/** What is known of every function here: from the person's rows, or from the visitor's cookie. */
async function factsOf({ use, session, caller }: Service): Promise<ReadonlyMap<string, Facts>> {
  if (session.person === null) {
    return new Map(
      Object.entries(caller.visitor.openings).map(([name, sequence]) => [
        name,
        {
          ...untouched,
          open: sequence !== -1,
          sequence: sequence === -1 ? null : sequence,
          closed_by: sequence === -1 ? 'person' : null,
        },
      ]),
    );
  }
  const device = session.device ?? everyDevice;
  const rows = await ownOpenings(use, device);
  const waiting = rows.some((row) => row.shred_at !== null);
  const withheld = waiting ? await ownWithheld(use, device) : new Map<string, number>();
  return new Map(
    rows.map((row) => [
      row.function,
      {
        open: row.open,
        sequence: row.sequence,
        since: row.changed_at.toISOString(),
        closed_by: row.closed_by,
        withheld: withheld.get(row.function) ?? 0,
        shred_at: row.shred_at?.toISOString() ?? null,
      },
    ]),
  );
}

/** A switch that nobody touched stands as accepting the notice left it. */
async function acceptedFacts({ use, session, caller }: Service): Promise<Facts> {
  if (session.person === null) {
    const { accepted } = caller.visitor;
    return { ...untouched, sequence: accepted?.sequence ?? null, since: accepted?.day ?? null };
  }
  const own = await ownAcceptance(use);
  return { ...untouched, sequence: own?.sequence ?? null, since: own?.at.toISOString() ?? null };
}

const list = implement(contract.list, async (context) => {
  const facts = await factsOf(context);
  const accepted = await acceptedFacts(context);
  const functions = await Promise.all(
    Object.entries(context.policy.compiled.policy.functions).map(([name, { kind }]) =>
      stateFor(context, name, facts.get(name) ?? (kind === 'switch' ? accepted : untouched)),
    ),
  );
  return { functions };
});

const open = implement(contract.open, async (context, input) => {
  const { use, session, caller, policy, reply, now } = context;
  const name = input.function;
  const shape = shapeOf(context, name);
  // An objection may be taken back before its use is offered; that lets nothing through.
  if (shape.kind === 'function' && !isOffered(context, name))
    throw problem('not_offered', { clause: shape.clause, function: name });
  const words = policy.compiled.prompt_hashes[input.language][name];
  if (input.hash !== policy.hash || input.text_hash !== words) throw problem('notice_changed', {}, 409);
  if (session.person === null || session.device === null) {
    const { visitor } = caller;
    reply.setVisitor({
      ...visitor,
      openings: { ...visitor.openings, [name]: policy.sequence },
      words: { ...visitor.words, [name]: input.text_hash },
    });
  } else {
    const place = { person: session.person, device: deviceOf(shape.kind, session.device), name, open: true };
    await setOpening(context, {
      ...place,
      language: input.language,
      text_hash: input.text_hash,
      by: 'person',
    });
    await withhold(use, place);
  }
  return await stateFor(context, name, {
    ...untouched,
    open: true,
    sequence: policy.sequence,
    since: now.toISOString(),
  });
});

const close = implement(contract.close, async (context, input) => {
  const { use, session, caller, policy, reply, now } = context;
  const name = input.function;
  const shape = shapeOf(context, name);
  if (session.person === null || session.device === null) {
    const { visitor } = caller;
    reply.setVisitor({ ...visitor, openings: { ...visitor.openings, [name]: -1 } });
    return await stateFor(context, name, { ...untouched, open: false, closed_by: input.by });
  }
  const place = { person: session.person, device: deviceOf(shape.kind, session.device), name, open: false };
  const text_hash = policy.compiled.prompt_hashes[caller.language][name] ?? '';
  await setOpening(context, { ...place, language: caller.language, text_hash, by: input.by });
  const withheld = await withhold(use, place);
  const shred_ms = now.getTime() + policy.compiled.policy.withheld_days * 86_400_000;
  return await stateFor(context, name, {
    open: false,
    sequence: policy.sequence,
    since: now.toISOString(),
    closed_by: input.by,
    withheld,
    shred_at: new Date(shred_ms).toISOString(),
  });
});

export const operations: readonly Operation[] = [list, open, close];
