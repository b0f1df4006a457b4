import { type Context, implement, type Use } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import type { CompiledPolicy } from '@axent/policy/compile';
import Type from 'typebox';
import { type Announcement, told as toldOf, weigh as weighed } from '../alert.ts';
import { judge } from '../judgement.ts';
import type { Access, Facts, Node } from '../watching.ts';
import * as storage from './storage.ts';

const Nothing = Type.Object({});

/** What a policy's revision and hash are, beside those of the release. */
function policyFacts(
  published: { readonly hash: string; readonly compiled: CompiledPolicy },
  release: CompiledPolicy,
): Facts['policy'] {
  return {
    revision: published.compiled.policy.revision,
    hash: published.hash,
    release_revision: release.policy.revision,
  };
}

/** What other features know of what is due. */
export type LookAtAccess = (use: Use<'service'>, now: Date) => Promise<Access>;

export interface Looking {
  readonly release: CompiledPolicy;
  readonly lookAtAccess: LookAtAccess;
}

/** Everything that is judged, as it is now. */
export async function factsOf(
  { release, lookAtAccess }: Looking,
  { use, policy, now }: Pick<Context<'service'>, 'use' | 'policy' | 'now'>,
): Promise<Facts> {
  const access = await lookAtAccess(use, now);
  return { ...(await storage.look(use)), access, policy: policyFacts(policy, release) };
}

/** What only the server itself asks for: looking, saying that it is there, weighing what needs a hand. */
export function systemOperations(looking: Looking) {
  const look = implement(
    internal({
      purpose: 'service',
      name: 'watching.look',
      summary: 'How the service runs, for the metrics',
      input: Nothing,
      output: Type.Unsafe<Facts>(Type.Object({})),
    }),
    (context) => factsOf(looking, context),
  );
  const present = implement(
    internal({
      purpose: 'service',
      name: 'watching.present',
      summary: 'Say what this server is and how its machine stands',
      input: Type.Object({ node: Type.Unsafe<Node>(Type.Object({})) }),
      output: Nothing,
    }),
    async ({ use }, { node }) => {
      await storage.storeNode(use, node);
      return {};
    },
  );
  const leave = implement(
    internal({
      purpose: 'service',
      name: 'watching.leave',
      summary: 'Say that this server ends',
      input: Type.Object({ id: Type.String() }),
      output: Nothing,
    }),
    async ({ use }, { id }) => {
      await storage.dropNode(use, id);
      return {};
    },
  );
  return { look, present, leave, ...alertOperations(looking) };
}

function alertOperations(looking: Looking) {
  const weigh = implement(
    internal({
      purpose: 'service',
      name: 'watching.weigh',
      summary: 'Weigh how the service runs against what was seen before',
      input: Nothing,
      output: Type.Object({ announcement: Type.Unsafe<Announcement | null>(Type.Unknown()) }),
    }),
    async (context) => {
      const { use, now } = context;
      const before = await storage.holdAlerts(use);
      const facts = await factsOf(looking, context);
      const { state, announcement } = weighed(before, judge(facts, now), now.getTime());
      await storage.storeAlerts(use, state);
      return { announcement };
    },
  );
  const told = implement(
    internal({
      purpose: 'service',
      name: 'watching.told',
      summary: 'Note that the operator was told',
      input: Type.Object({ announcement: Type.Unsafe<Announcement>(Type.Object({})) }),
      output: Nothing,
    }),
    async ({ use, now }, { announcement }) => {
      await storage.storeAlerts(use, toldOf(await storage.holdAlerts(use), announcement, now.getTime()));
      return {};
    },
  );
  return { weigh, told };
}

export type SystemOperations = ReturnType<typeof systemOperations>;
