/**
 * The rules by which something is held up, by name. Pure: counts come in, a verdict goes out. No rule is told a
 * country, a nationality or a position: what they count by is a network, a device, an account or a block of numbers.
 */

const minute_ms = 60_000;
const hour_ms = 60 * minute_ms;
const day_ms = 24 * hour_ms;

/** What is about to be done. */
export type Act = 'code' | 'sign_in' | 'password' | 'contact_code' | 'contact' | 'way';

/** Acts of a person who is signed in, in which they can be held. */
export const reviewed = (act: Act): boolean => act === 'contact_code' || act === 'contact' || act === 'way';

/**
 * What is counted, and over how long. `times` is how often it was noted, `others` how many different ones: recipients
 * at a network, networks at an account.
 */
export const measures = {
  /** Numbers of one block to which codes went, whoever asked. */
  range_numbers: { kind: 'range', window_ms: hour_ms, of: 'others' },
  /** Numbers of one block to which this network asked for codes. */
  range_network: { kind: 'range network', window_ms: hour_ms, of: 'others' },
  /** Numbers of one block to which this device asked for codes. */
  range_device: { kind: 'range device', window_ms: hour_ms, of: 'others' },
  network_recipients: { kind: 'network', window_ms: hour_ms, of: 'others' },
  device_recipients: { kind: 'device', window_ms: hour_ms, of: 'others' },
  /** Minor units of money that SMS cost within a day. */
  sms_spent: { kind: 'sms cost', window_ms: day_ms, of: 'times' },
  network_sign_ups: { kind: 'sign up', window_ms: 10 * minute_ms, of: 'times' },
  account_failures: { kind: 'failure', window_ms: hour_ms, of: 'times' },
  /** Networks from which an account was tried in vain. */
  failing_networks: { kind: 'failure', window_ms: hour_ms, of: 'others' },
  device_accounts: { kind: 'account', window_ms: day_ms, of: 'others' },
  /** The device at hand was first seen with this account. */
  device_is_new: { kind: 'new device', window_ms: day_ms, of: 'times' },
  /** Accounts with which this device was first seen. */
  device_newcomers: { kind: 'newcomer', window_ms: day_ms, of: 'others' },
} as const satisfies Readonly<Record<string, Measuring>>;

interface Measuring {
  readonly kind: string;
  readonly window_ms: number;
  readonly of: 'times' | 'others';
}

export type Measure = keyof typeof measures;
export type Counts = Readonly<Record<Measure, number>>;

export interface Limits {
  /** Minor units a day; null: no ceiling. */
  readonly sms_day_ceiling: number | null;
}

type Verdict = 'allow' | 'ask' | 'hold' | 'refuse';

/** What is asked for: to wait, another channel, a code in place of a password, or a device that is known. */
export type Asks = 'wait' | 'mail' | 'code' | 'known_device' | 'review' | 'later';

interface Rule {
  readonly acts: readonly Act[];
  readonly verdict: Exclude<Verdict, 'allow'>;
  readonly asks: Asks;
  /** All that it looks at. */
  readonly reads: readonly Measure[];
  /** How strongly it stands out: the count by which it was decided; null: it does not. */
  readonly weigh: (counts: Counts, limits: Limits) => number | null;
}

const from = (count: number, least: number): number | null => (count >= least ? count : null);

/** Counts are of before: what is about to be done is not in them. */
export const rules = {
  /** Many numbers of one block, and many of them asked for by the same network or device: codes sent for their fee. */
  sms_pumping: {
    acts: ['code', 'contact_code'],
    verdict: 'refuse',
    asks: 'later',
    reads: ['range_numbers', 'range_network', 'range_device'],
    weigh: (counts) =>
      counts.range_numbers >= 8 ? (from(counts.range_network, 5) ?? from(counts.range_device, 3)) : null,
  },
  device_floods: {
    acts: ['code', 'contact_code'],
    verdict: 'refuse',
    asks: 'later',
    reads: ['device_recipients'],
    weigh: (counts) => from(counts.device_recipients, 15),
  },
  /** Too many newcomers from one place at once. What is asked for is time, since a school has one network. */
  many_sign_ups: {
    acts: ['code', 'sign_in'],
    verdict: 'ask',
    asks: 'wait',
    reads: ['network_sign_ups'],
    weigh: (counts) => from(counts.network_sign_ups, 40),
  },
  network_floods: {
    acts: ['code', 'contact_code'],
    verdict: 'ask',
    asks: 'wait',
    reads: ['network_recipients'],
    weigh: (counts) => from(counts.network_recipients, 120),
  },
  many_recipients: {
    acts: ['code', 'contact_code'],
    verdict: 'ask',
    asks: 'wait',
    reads: ['device_recipients'],
    weigh: (counts) => from(counts.device_recipients, 6),
  },
  busy_range: {
    acts: ['code', 'contact_code'],
    verdict: 'ask',
    asks: 'mail',
    reads: ['range_numbers'],
    weigh: (counts) => from(counts.range_numbers, 30),
  },
  /** Asks what was spent, not what this message costs: where it goes to must not decide. */
  sms_ceiling: {
    acts: ['code', 'contact_code'],
    verdict: 'ask',
    asks: 'mail',
    reads: ['sms_spent'],
    weigh: (counts, { sms_day_ceiling }) =>
      sms_day_ceiling === null ? null : from(counts.sms_spent, sms_day_ceiling),
  },
  /** Guessing from all over. A code proves more than a password that may have leaked. */
  many_failures: {
    acts: ['password'],
    verdict: 'ask',
    asks: 'code',
    reads: ['account_failures', 'failing_networks'],
    weigh: (counts) => (counts.failing_networks >= 4 ? from(counts.account_failures, 10) : null),
  },
  /** One device that made many accounts. */
  many_accounts: {
    acts: ['contact_code', 'contact', 'way'],
    verdict: 'hold',
    asks: 'review',
    reads: ['device_accounts'],
    weigh: (counts) => from(counts.device_accounts, 4),
  },
  /** A device that is new to several accounts, and now changes how one of them is reached. */
  taking_over: {
    acts: ['contact_code', 'contact', 'way'],
    verdict: 'hold',
    asks: 'review',
    reads: ['device_is_new', 'device_newcomers'],
    weigh: (counts) => (counts.device_is_new >= 1 ? from(counts.device_newcomers, 3) : null),
  },
  new_device_change: {
    acts: ['contact_code', 'contact'],
    verdict: 'ask',
    asks: 'known_device',
    reads: ['device_is_new'],
    weigh: (counts) => from(counts.device_is_new, 1),
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof rules;
export const ruleNames = Object.keys(rules) as RuleName[];

export interface Judged {
  readonly rule: RuleName;
  readonly verdict: Exclude<Verdict, 'allow'>;
  readonly asks: Asks;
  readonly weight: number;
}

const severity = { ask: 1, hold: 2, refuse: 3 } as const;

/** The gravest of what stands out, the first where two are as grave; null: nothing does. */
export function judge(
  act: Act,
  counts: Counts,
  limits: Limits,
  /** Rules from which a review has released this person. */
  released: ReadonlySet<string> = new Set(),
): Judged | null {
  let found: Judged | null = null;
  for (const name of ruleNames) {
    const rule: Rule = rules[name];
    if (!rule.acts.includes(act) || released.has(name)) continue;
    const weight = rule.weigh(counts, limits);
    if (weight === null) continue;
    if (found === null || severity[rule.verdict] > severity[found.verdict])
      found = { rule: name, verdict: rule.verdict, asks: rule.asks, weight };
  }
  return found;
}

export const nothing: Counts = Object.fromEntries(
  Object.keys(measures).map((name) => [name, 0]),
) as unknown as Counts;

/** The measures that some rule for this act looks at. */
export function measuresOf(act: Act): readonly Measure[] {
  const own = ruleNames.map((name): Rule => rules[name]).filter(({ acts }) => acts.includes(act));
  return [...new Set(own.flatMap(({ reads }) => reads))];
}

const range_digits = 3;

/** The block of a thousand numbers that a number lies in, whatever the country. @param number in E.164 */
export const rangeOf = (number: string): string => number.slice(0, -range_digits);

/** By the longest prefix that fits; `*` is any other. Minor units of the operator's currency. */
export type Prices = Readonly<Record<string, number>>;

export function priceOf(number: string, prices: Prices): number {
  for (let length = number.length; length > 1; length--) {
    const price = prices[number.slice(0, length)];
    if (price !== undefined) return price;
  }
  return prices['*'] ?? 0;
}

const bucket_ms = 5 * minute_ms;
export const bucketOf = (at: Date): Date => new Date(Math.floor(at.getTime() / bucket_ms) * bucket_ms);

/** Longer than the longest window that anything is counted over. */
export const counted_ms = 2 * day_ms;

export type CaseState = 'held' | 'answered' | 'released' | 'refused';

/** So often a case can be answered; what more there is to say is said to a person. */
export const answers_at_most = 3;

/** Whoever was refused may answer once more, as long as answers are left. */
export const mayAnswer = (state: CaseState, answers: number): boolean =>
  state !== 'released' && state !== 'answered' && answers < answers_at_most;

export const mayDecide = (state: CaseState): boolean => state === 'held' || state === 'answered';
