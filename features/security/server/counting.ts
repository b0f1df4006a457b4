import { randomBytes } from 'node:crypto';
import { implement, ProblemError, type System } from '@axent/kernel';
import { internal } from '@axent/kernel/operation';
import Type from 'typebox';
import type { Counted, Signals } from './signals.ts';
import * as storage from './storage.ts';

const salt_bytes = 32;
const fingerprint_bytes = 12;

const count = implement(
  internal({
    purpose: 'security',
    name: 'security.count',
    summary: 'Add what stood out, at fingerprints of the day in place of addresses',
    input: Type.Object({ counted: Type.Unsafe<readonly Counted[]>(Type.Array(Type.Unknown())) }),
    output: Type.Object({}),
  }),
  async ({ use, keyedHash }, { counted }) => {
    use.keep('signal');
    const salts = new Map<string, string>();
    for (const { day } of counted)
      if (!salts.has(day))
        salts.set(day, (await storage.saltOf(use, day, randomBytes(salt_bytes))).toString('hex'));
    const fingerprint = (day: string, address: string) =>
      keyedHash('address of the day', `${salts.get(day)}|${address}`).subarray(0, fingerprint_bytes);
    const sessions = await storage.knownSessions(
      use,
      counted.flatMap(({ claims }) => claims ?? []),
    );
    const rows = new Map<string, storage.CountRow>();
    for (const { address, claims, ...one } of counted) {
      // It came in a person's session: nothing is counted of them.
      if (claims !== null && sessions.has(claims.toString('hex'))) continue;
      const made = fingerprint(one.day, address);
      const key = `${one.day} ${one.rule} ${made.toString('hex')}`;
      const row = rows.get(key) ?? { ...one, id: use.newId(), fingerprint: made, times: 0 };
      const last_at = new Date(Math.max(row.last_at.getTime(), one.last_at.getTime()));
      rows.set(key, { ...row, times: row.times + one.times, last_at });
    }
    if (rows.size > 0) await storage.addCounts(use, [...rows.values()]);
    return {};
  },
);

const forget = implement(
  internal({
    purpose: 'security',
    name: 'security.forget',
    summary:
      'Delete counts that stayed below their rule, and what the fingerprints of past days were made with',
    input: Type.Object({}),
    output: Type.Object({}),
  }),
  async ({ use, now }) => {
    // Whoever may keep them may let them go.
    use.keep('signal');
    await storage.forgetBefore(use, now.toISOString().slice(0, 10));
    return {};
  },
);

/** The policy in force is of an earlier release, which did not offer this: nothing is counted until it is published. */
function unlessNotOffered(error: unknown): void {
  if (!(error instanceof ProblemError) || error.code !== 'not_offered') throw error;
}

/** Writes down what was counted. What could not be written is lost: it is counts, and the next ones come. */
export function counting(signals: Signals): (system: System) => Promise<void> {
  return async (system) => {
    const counted = signals.take();
    if (counted.length === 0) return;
    await system.run(count, { counted }).catch(unlessNotOffered);
  };
}

export const forgetting = async (system: System): Promise<void> => {
  await system.run(forget, {}).catch(unlessNotOffered);
};
