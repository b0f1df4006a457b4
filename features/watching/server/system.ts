import { implement } from '@axent/kernel';
import { operation } from '@axent/kernel/operation';
import type { CompiledPolicy } from '@axent/policy/compile';
import Type from 'typebox';
import { type Announcement, told as toldOf, weigh as weighed } from '../alert.ts';
import { judge } from '../judgement.ts';
import type { Facts, Node } from '../watching.ts';
import * as storage from './storage.ts';

const systemOnly = {
  method: 'POST',
  purpose: 'service',
  actors: ['system'],
  acceptance: false,
  errors: [],
} as const;
const Nothing = Type.Object({});

/** What a policy's revision and hash are, beside those of the release. */
export function policyFacts(
  published: { readonly hash: string; readonly compiled: CompiledPolicy },
  release: CompiledPolicy,
): Facts['policy'] {
  return {
    revision: published.compiled.policy.revision,
    hash: published.hash,
    release_revision: release.policy.revision,
  };
}

/** What only the server itself asks for: looking, saying that it is there, weighing what needs a hand. */
export function systemOperations(release: CompiledPolicy) {
  const look = implement(
    operation({
      ...systemOnly,
      name: 'watching.look',
      path: '/api/watching/look',
      summary: 'How the service runs, for the metrics',
      input: Nothing,
      output: Type.Unsafe<Facts>(Type.Object({})),
    }),
    async ({ use, policy }) => ({ ...(await storage.look(use)), policy: policyFacts(policy, release) }),
  );
  const present = implement(
    operation({
      ...systemOnly,
      name: 'watching.present',
      path: '/api/watching/present',
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
    operation({
      ...systemOnly,
      name: 'watching.leave',
      path: '/api/watching/leave',
      summary: 'Say that this server ends',
      input: Type.Object({ id: Type.String() }),
      output: Nothing,
    }),
    async ({ use }, { id }) => {
      await storage.dropNode(use, id);
      return {};
    },
  );
  return { look, present, leave, ...alertOperations(release) };
}

function alertOperations(release: CompiledPolicy) {
  const weigh = implement(
    operation({
      ...systemOnly,
      name: 'watching.weigh',
      path: '/api/watching/weigh',
      summary: 'Weigh how the service runs against what was seen before',
      input: Nothing,
      output: Type.Object({ announcement: Type.Unsafe<Announcement | null>(Type.Unknown()) }),
    }),
    async ({ use, policy, now }) => {
      const before = await storage.holdAlerts(use);
      const facts = { ...(await storage.look(use)), policy: policyFacts(policy, release) };
      const { state, announcement } = weighed(before, judge(facts, now), now.getTime());
      await storage.storeAlerts(use, state);
      return { announcement };
    },
  );
  const told = implement(
    operation({
      ...systemOnly,
      name: 'watching.told',
      path: '/api/watching/told',
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
