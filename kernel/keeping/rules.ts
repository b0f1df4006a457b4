import { type Area, type Retention, retentionOf } from '@axent/policy/compile';
import type { PolicyShape } from '@axent/policy/shape';

/**
 * How long everything is kept, in one place. What belongs to a category goes as the policy says, the longest duty
 * first; the kernel's own tables, which belong to none, go by the rules below.
 */
export const ownRules = {
  /** A repeated try comes within minutes; a day is generous. */
  idempotency: { table: 'kernel.idempotency', days: 1, from: 'when it came' },
  /** For questions about a sign-in, once it is over. */
  session: { table: 'kernel.session', days: 30, from: 'when it ended' },
  /** What a closed function left, from the closing: `withheld_days` of the policy. */
  withheld: { table: 'rows of functions', days: null, from: 'when the function was closed' },
  /** How often each clause was used on a day: nobody is in it. */
  use_count: { table: 'kernel.use_count', days: 1095, from: 'its day' },
  /** This report itself. */
  deletion: { table: 'kernel.deletion', days: 1095, from: 'its day' },
} as const;

export type OwnKind = keyof typeof ownRules;

/** Tables of the kernel that hold a category's rows, beside those of the features. */
export const ownTables = {
  /** One that cannot be delivered is given up within a day; the days of its category are the limit. */
  'kernel.message': 'message',
  /** Records of use and what a person accepted and opened live as long as the account: they are its proof. */
  'kernel.record': 'consent',
  'kernel.acceptance': 'consent',
  'kernel.opening_change': 'consent',
} as const;

/** Kept for good: what was published, and the ledger, in which nobody is. */
export const forGood = [
  'kernel.policy_version',
  'kernel.entry_bundle',
  'kernel.tile',
  'kernel.former_log',
] as const;

export interface Rule {
  readonly kind: string;
  readonly retention: Retention;
}

/** Every rule there is under a policy, in a legal area: categories that are stored, then the kernel's own kinds. */
export function keepingRules(policy: PolicyShape, area: Area): Rule[] {
  const categories = Object.entries(policy.categories)
    .filter(([, { storage }]) => storage !== 'fleeting')
    .map(([kind]): Rule => ({ kind, retention: retentionOf(policy, kind, area) }))
    .filter(({ retention }) => retention.duties.length > 0);
  const own = Object.entries(ownRules).map(([kind, rule]): Rule => {
    const days = rule.days ?? policy.withheld_days;
    const clause = kind === 'withheld' ? 'F.close' : 'S.access';
    return { kind, retention: { days, duties: [{ days, clause, purpose: 'service', law: null }] } };
  });
  return [...categories, ...own];
}
