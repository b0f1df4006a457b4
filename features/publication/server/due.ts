import { implement, type System } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import type { CompiledPolicy } from '@axent/policy/compile';
import Type from 'typebox';
import { isApproved, standing } from '../publication.ts';
import * as storage from './storage.ts';

/** The event that wakes the publication; the job finds whatever it missed. */
export const approved_event = 'publication.approved';

/**
 * Publishes this release's policy if enough officers approved it on top of the version in force. Looking comes first
 * and publishing checks the version again under its own lock, so any number of tries on any number of nodes publish
 * it once. An approval of another release's policy waits for a node of that release.
 */
export function publishingWhenDue(release: CompiledPolicy): (system: System) => Promise<void> {
  const look = implement(
    internal({
      name: 'publication.due',
      safe: true,
      summary: "Whether this release's policy was approved and is not in force yet",
      purpose: 'service',
      input: Type.Object({}),
      output: Type.Object({ base: Type.Integer(), by: Type.Array(Type.String()), due: Type.Boolean() }),
    }),
    async ({ use, policy }) => {
      const [approved, officers] = [
        await storage.approvedBy(use, policy.sequence, release.hash),
        await storage.officers(use),
      ];
      const due = policy.hash !== release.hash && isApproved(approved, officers);
      return { base: policy.sequence, by: standing(approved, officers), due };
    },
  );
  return async (system) => {
    const { due, base, by } = await system.run(look, {});
    if (due) await system.publish(by, base);
  };
}
