import type { DecisionTable } from '@axent/policy/compile';
import type { LegalArea, PolicyShape } from '@axent/policy/shape';

export interface KeptByLaw {
  readonly law: string;
  readonly days: number;
  readonly categories: readonly string[];
}

/**
 * What the law keeps of an account that is erased: the standing rules of the policy that name days, for this area, as
 * far as something is kept by them at all.
 */
export function keptByLaw(policy: PolicyShape, table: DecisionTable, area: LegalArea): KeptByLaw[] {
  const isUsed = (purpose: string, category: string) =>
    [table.read, table.collect].some((verb) => verb[purpose]?.[category]?.offered === true);
  const rules = Object.values(policy.exceptions).flatMap(({ standing }) => standing);
  return rules.flatMap(({ area: where, law, purpose, categories, retention_days: days }) => {
    const used = categories.filter((category) => isUsed(purpose, category));
    const holds = (where === 'all' || where === area) && days !== null && used.length > 0;
    return holds ? [{ law, days, categories: used }] : [];
  });
}
