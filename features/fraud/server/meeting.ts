import { type EventHandler, implement, ProblemError } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import Type from 'typebox';
import { counted_ms } from '../fraud.ts';
import { note } from './places.ts';
import { dayOf, type Salts } from './salts.ts';
import * as storage from './storage.ts';

/** Counts an account on a device: one that was made there, or one that is new there. */
const meeting = (salts: Salts) =>
  implement(
    internal({
      name: 'fraud.meet',
      summary: 'Count an account at a device that it was made on or is new to',
      purpose: 'fraud',
      input: Type.Object({ made: Type.Boolean(), person: Type.String(), device: Type.String() }),
      output: Type.Object({}),
    }),
    async (context, { made, person, device }) => {
      context.use.keep('signal');
      const place = { network: '', device, person, recipient: null };
      const kinds = made ? ['account'] : ['new device', 'newcomer'];
      await note(
        context,
        salts,
        place,
        kinds.map((kind) => ({ kind, other: person })),
      );
      return {};
    },
  );

/** Under the policy of an earlier release nothing is counted until this one's is published. */
function unlessNotOffered(error: unknown): void {
  const codes = ['not_offered', 'not_allowed', 'not_in_policy'];
  if (!(error instanceof ProblemError) || !codes.includes(error.code)) throw error;
}

export function met(salts: Salts, made: boolean): EventHandler {
  const meet = meeting(salts);
  return async ({ person, device }, system) => {
    await system.run(meet, { made, person: String(person), device: String(device) }).catch(unlessNotOffered);
  };
}

const forget = implement(
  internal({
    name: 'fraud.forget',
    summary:
      'Delete what was counted longer ago than any rule looks back, and what its fingerprints were made with',
    purpose: 'fraud',
    input: Type.Object({}),
    output: Type.Object({}),
  }),
  async ({ use, now }) => {
    // Whoever may keep them may let them go.
    use.keep('signal');
    const before = new Date(now.getTime() - counted_ms);
    await storage.forget(use, before, dayOf(before));
    return {};
  },
);

const forget_every_ms = 3_600_000;

export const tidying = {
  name: 'fraud tidying',
  every_ms: forget_every_ms,
  run: async (system: Parameters<EventHandler>[1]) => {
    await system.run(forget, {}).catch(unlessNotOffered);
  },
};
