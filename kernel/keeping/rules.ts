import { type Retention, retentionOf } from '@axent/policy/compile';
import type { LegalArea, PolicyShape } from '@axent/policy/shape';

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
  /** All that an account was, once its person closed it and did not take that back. */
  account: { table: 'every row of the person', days: 7, from: 'when the account was closed' },
  /** The proof that an account was erased, for whoever holds the ticket. */
  erasure: { table: 'kernel.erasure', days: 1095, from: 'when the account was erased' },
  /** The document that a matter rested on: for whoever asks afterwards whether it was right. */
  evidence: { table: 'kernel.matter_evidence', days: 1095, from: 'when the matter was over' },
  /** How often each clause was used on a day: nobody is in it. */
  use_count: { table: 'kernel.use_count', days: 1095, from: 'its day' },
  /** How many messages of a kind somebody got on a day: only today's count. */
  message_count: { table: 'kernel.message_count', days: 2, from: 'its day' },
  /** This report itself. */
  deletion: { table: 'kernel.deletion', days: 1095, from: 'its day' },
} as const;

/** Tables of the kernel that go by another rule, and by which. A test looks whether one is missing. */
export const otherTables: Readonly<Record<string, string>> = {
  'kernel.message': 'given up after a day undelivered, within the days of its category',
  'kernel.receipt_awaited': 'an hour; a keyed hash of whom a message went to, for the choice of carrier',
  'kernel.message_refused': 'an hour; the number of a message that nobody took',
  'kernel.carrier': 'the present state: how each carrier does, nobody in it',
  'kernel.quiet_hours': 'while the account lives',
  'kernel.sharing': 'while the account lives: it shows the person who got what',
  'kernel.recipient': 'for good: who may get what, under which terms',
  'kernel.recipient_change': 'for good: what the register said when something was shared',
  'kernel.matter': 'for good: it answers for what was read without authorization',
  'kernel.matter_act': 'for good: which officer did what',
  'kernel.matter_person': 'while the account lives: it leads the person to what was read',
  'kernel.matter_record': 'while the account lives: it proves each use to the person',
  'kernel.closing': 'until the account is erased or the closing taken back',
  'kernel.deployment': 'one row, the present state',
  'kernel.person': 'for good: the bare number of an account, so that no other takes its place',
  'kernel.identifier': 'while the account lives',
  'kernel.half_session': 'ten minutes; gone when the next one begins',
  'kernel.role': 'while the account lives',
  'kernel.work_name': 'while the account lives: what a member of staff is called at work',
  'kernel.role_grant': 'for good: who had access, and who gave it',
  'kernel.access_review': 'for good: who had access, and who looked at it again',
  'kernel.training_note': 'while the account lives: what a member of staff has read',
  'kernel.premise_tick': 'for good: when the operator saw to what',
  'kernel.incident': 'for good: it answers for every address that was opened',
  'kernel.incident_look': 'for good: who opened addresses, when and how many',
  'kernel.opening': 'while the account lives',
  'kernel.record': 'while the account lives: it proves each use to the person',
  'kernel.acceptance': 'while the account lives: it proves what was accepted',
  'kernel.opening_change': 'while the account lives: it proves what was opened and closed',
  'kernel.matter_evidence_look': 'for good: who looked at what it rests on',
  'kernel.request': 'three years from its end: it shows that it was answered, in time',
  'kernel.request_act': 'with its request',
  'kernel.recovery': 'with its request',
  'kernel.event': 'until it is handled',
  'kernel.leaf_pending': 'until it is in the ledger',
  'kernel.leaf_group': 'until it is in the ledger',
  'kernel.policy_version': 'for good: it was published',
  'kernel.former_log': 'for good: it was published',
  'kernel.entry_bundle': 'for good: hashes, nobody in them',
  'kernel.tile': 'for good: hashes, nobody in them',
  'kernel.published': 'one row, the present state',
  'kernel.checkpoint': 'one row, the present state',
  'kernel.cell_since': 'the present state',
  'kernel.migration': 'for good: what the schema is made of',
};

export interface Rule {
  readonly kind: string;
  readonly retention: Retention;
}

/** Every rule there is under a policy, in a legal area: categories that are stored, then the kernel's own kinds. */
export function keepingRules(policy: PolicyShape, area: LegalArea): Rule[] {
  const categories = Object.entries(policy.categories)
    .filter(([, { storage }]) => storage !== 'fleeting')
    .map(([kind]): Rule => ({ kind, retention: retentionOf(policy, kind, area) }))
    .filter(({ retention }) => retention.duties.length > 0);
  const own = Object.entries(ownRules).map(([kind, rule]): Rule => {
    const days = rule.days ?? policy.withheld_days;
    const clause = kind === 'withheld' ? 'F.close' : kind === 'account' ? 'S.loss' : 'S.access';
    return { kind, retention: { days, duties: [{ days, clause, purpose: 'service', law: null }] } };
  });
  return [...categories, ...own];
}
