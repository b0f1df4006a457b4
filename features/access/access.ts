/** When access is looked at again, what staff read, what the operator sees to. Pure: times come in. */

/** The roles that work with something already, and so have something to keep to. */
const roles = ['privacy_officer', 'security', 'administrator'] as const;
type Role = (typeof roles)[number];

/** What a member of staff reads once a year, by the roles that it is for. */
export const topics = {
  purpose: roles,
  signs: roles,
  requests: ['privacy_officer'],
  addresses: ['security', 'privacy_officer'],
  machines: ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;
export type Topic = keyof typeof topics;

/** What only people on the spot can see to, and how many days may pass until they do so again. */
export const premises = {
  rooms: 90,
  visitors: 90,
  screens: 90,
  keys: 90,
  copies: 30,
  disks: 365,
} as const satisfies Readonly<Record<string, number>>;
export type Premise = keyof typeof premises;

const day_ms = 86_400_000;
const note_days = 365;
/** Who has just come in, or finds a text changed, has so long to read. */
const reading_days = 14;
/** So long before, a review is worth a look. */
const soon_days = 14;

const plus = (at: Date, days: number) => new Date(at.getTime() + days * day_ms);

/** By when a role has to be looked at again. */
export const reviewDue = (looked_at: Date, review_days: number): Date => plus(looked_at, review_days);

export function topicsOf(held: readonly string[]): Topic[] {
  return (Object.keys(topics) as Topic[]).filter((topic) =>
    topics[topic].some((role: string) => held.includes(role)),
  );
}

/** Until when what was read counts; null: it was not read as it stands. */
export function readUntil(read_at: Date | null): Date | null {
  return read_at === null ? null : plus(read_at, note_days);
}

/** By when something on the spot has to be seen to again; null: it never was. */
export function premiseDue(item: Premise, done_at: Date | null): Date | null {
  return done_at === null ? null : plus(done_at, premises[item]);
}

export interface AccessFacts {
  /** When each role that somebody holds was last looked at. */
  readonly roles: readonly Date[];
  readonly people: readonly {
    readonly roles: readonly string[];
    readonly since: Date;
    readonly read: readonly { readonly topic: string; readonly hash: string; readonly at: Date }[];
  }[];
  readonly premises: Readonly<Partial<Record<Premise, Date>>>;
}

/** What is due, in numbers. */
export interface AccessState {
  readonly reviews_over: number;
  readonly reviews_soon: number;
  /** Texts that somebody has not read in time. */
  readonly unread: number;
  readonly premises_over: number;
}

/** @param current hashes of each topic's text as it stands, in any language. */
export function accessState(
  facts: AccessFacts,
  current: Readonly<Record<Topic, readonly string[]>>,
  review_days: number,
  now: Date,
): AccessState {
  const left_days = facts.roles.map((at) => (reviewDue(at, review_days).getTime() - now.getTime()) / day_ms);
  const over = left_days.filter((days) => days <= 0).length;
  const unread = facts.people.flatMap(({ roles: held, since, read }) =>
    plus(since, reading_days) > now
      ? []
      : topicsOf(held).filter(
          (topic) =>
            !read.some(
              (one) =>
                one.topic === topic && current[topic].includes(one.hash) && plus(one.at, note_days) > now,
            ),
        ),
  );
  const items = Object.keys(premises) as Premise[];
  return {
    reviews_over: over,
    reviews_soon: left_days.filter((days) => days > 0 && days <= soon_days).length,
    unread: unread.length,
    premises_over: items.filter((item) => {
      const due = premiseDue(item, facts.premises[item] ?? null);
      return due === null || due <= now;
    }).length,
  };
}
