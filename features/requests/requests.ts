/** The law's clock of requests about data, and what follows from it. Pure: time comes in. */

export const kinds = ['access', 'correction', 'objection', 'erasure'] as const;
export type Kind = (typeof kinds)[number] | 'recovery';
export type Area = 'eu_ch' | 'cn';

const day_ms = 86_400_000;
/** FADP; and the PIPL's "promptly", as its practice has it. */
const days = { eu_ch: 30, cn: 15 } as const;
/** GDPR: a month, and two more. */
const months = { first: 1, extended: 3 } as const;

/** In which the owner of an account can stop that somebody else gets it. */
export const recovery_wait_ms = 72 * 3_600_000;

/** The same day so many months later; the last one of a month that is shorter. */
function monthsLater(from: Date, count: number): Date {
  const last = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + count + 1, 0)).getUTCDate();
  const later = new Date(from);
  later.setUTCDate(1);
  later.setUTCMonth(from.getUTCMonth() + count);
  later.setUTCDate(Math.min(from.getUTCDate(), last));
  return later;
}

/** When the law wants an answer: of laws that hold together, the one that is sooner. */
export function dueAt(area: Area, received: Date): Date {
  const by_days = new Date(received.getTime() + days[area] * day_ms);
  if (area === 'cn') return by_days;
  const by_month = monthsLater(received, months.first);
  return by_month < by_days ? by_month : by_days;
}

/** Once, and with a reason that is told: until when. */
export function extendedUntil(area: Area, received: Date): Date {
  if (area === 'cn') return new Date(received.getTime() + 2 * days.cn * day_ms);
  return monthsLater(received, months.extended);
}

/** Whole days until it is due; below 0: so many days overdue. */
export function daysLeft(due: Date, now: Date): number {
  return Math.floor((due.getTime() - now.getTime()) / day_ms);
}

export type State = 'new' | 'taken' | 'answered' | 'refused' | 'withdrawn';

export function stateOf(row: { readonly taken: boolean; readonly outcome: string | null }): State {
  if (row.outcome !== null) return row.outcome as State;
  return row.taken ? 'taken' : 'new';
}

/** For talking about it: the end of its id, in two groups. */
export function referenceOf(id: string): string {
  const letters = id.replaceAll('-', '').slice(-8).toUpperCase();
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
