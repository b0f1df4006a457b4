import { type Feature, implement, keepingRules, raw, type System, type Use } from '@axent/kernel';
import type { LegalArea } from '@axent/policy/shape';
import { sql } from 'kysely';
import { report as reportContract } from '../contract.ts';

export interface KeepingResources {
  /** Legal area of this deployment: its laws say how long some things have to be kept. */
  readonly area: LegalArea;
}

const expire_every_ms = 3_600_000;
const days_shown = 90;

interface Deletion {
  readonly day: string;
  readonly kind: string;
  readonly rows: number;
  readonly days: number;
}

const deletions = (use: Use<'service'>) =>
  use.rows(
    raw(sql<Deletion>`select day, kind, rows, days from kernel.deletion_list(${days_shown}::integer)`),
  );

export function keeping({ area }: KeepingResources): Feature {
  const report = implement(reportContract, async ({ use, policy, caller }) => {
    const words = policy.compiled.notices[caller.language];
    const rules = keepingRules(policy.compiled.policy, area).map(({ kind, retention }) => ({
      kind,
      name: words.categories[kind] ?? null,
      days: retention.days,
      duties: retention.duties.map(({ purpose, ...duty }) => ({
        ...duty,
        purpose: words.purposes[purpose] ?? purpose,
      })),
    }));
    return { rules, deletions: await deletions(use) };
  });
  const expire = async (system: System) => {
    await system.expire(area);
  };
  return {
    name: 'keeping',
    operations: [report],
    jobs: [{ name: 'retention', every_ms: expire_every_ms, run: expire }],
  };
}
