import type { Judgement, Part } from './watching.ts';

/** What is remembered of a part from one look to the next. Times in Unix milliseconds. */
interface Alert {
  /** Since when it has been so without a break; exactly one of the two is set. */
  readonly bad_since: number | null;
  readonly good_since: number | null;
  readonly raised_at: number | null;
  readonly told_at: number | null;
  /** How it was judged when it last needed a hand. */
  readonly reason: string;
}

export interface AlertState {
  readonly looked_at: number | null;
  readonly alerts: Readonly<Partial<Record<Part, Alert>>>;
  /** Whoever announces has it for so long; then it is anybody's again. */
  readonly telling_until: number | null;
  /** When mails went out, of the last day. */
  readonly mails: readonly number[];
}

export interface Announcement {
  readonly raised: readonly Judgement[];
  readonly repeated: readonly Judgement[];
  /** Good again; `reason` says how they stand now. */
  readonly cleared: readonly Judgement[];
}

export const noAlerts: AlertState = { looked_at: null, alerts: {}, telling_until: null, mails: [] };

/** A fault of one look is none: it has to stay. */
export const hold_ms = 2 * 60_000;
/** Good again only when it stays good, so that what comes and goes is one alert and not ten. */
export const calm_ms = 10 * 60_000;
const repeat_ms = 24 * 3_600_000;
const lease_ms = 2 * 60_000;
/** More would be read by nobody. What is over waits for the next day. */
export const mails_a_day = 24;
/** Looks come every minute. A longer gap, or one backwards, says nothing about how long a fault lasted. */
const gap_max_ms = 10 * 60_000;
const gap_min_ms = -60_000;

/**
 * Weighs a look against what was seen before: what is to be announced now, and what to remember. Every time that is
 * remembered moves along with a clock that jumps, so that a jump neither repeats, raises nor clears anything.
 */
export function weigh(
  before: AlertState,
  judgements: readonly Judgement[],
  now: number,
): { readonly state: AlertState; readonly announcement: Announcement | null } {
  const known = steady(before, now);
  const alerts: Partial<Record<Part, Alert>> = {};
  const seen = new Map(judgements.map((one) => [one.part, one]));
  for (const one of judgements) {
    const alert = step(known.alerts[one.part], one, now);
    if (alert !== null) alerts[one.part] = alert;
  }
  // A part that has no line any more, a queue that is empty, stands as well as one that is good.
  for (const [part, alert] of Object.entries(known.alerts) as [Part, Alert][]) {
    if (seen.has(part)) continue;
    const over: Judgement = { part, level: 'good', reason: 'queue_empty', figures: {} };
    seen.set(part, over);
    const kept = step(alert, over, now);
    if (kept !== null) alerts[part] = kept;
  }
  const state = { ...known, looked_at: now, alerts };
  const announcement = due(state, seen, now);
  if (announcement === null) return { state, announcement };
  return { state: { ...state, telling_until: now + lease_ms }, announcement };
}

/** What to remember once an announcement went out. */
export function told(state: AlertState, announcement: Announcement, now: number): AlertState {
  const alerts: Partial<Record<Part, Alert>> = { ...state.alerts };
  for (const { part } of announcement.cleared) delete alerts[part];
  for (const { part } of [...announcement.raised, ...announcement.repeated]) {
    const alert = alerts[part];
    if (alert !== undefined) alerts[part] = { ...alert, told_at: now };
  }
  return { ...state, alerts, telling_until: null, mails: [...state.mails, now] };
}

function steady(state: AlertState, now: number): AlertState {
  const gap = state.looked_at === null ? 0 : now - state.looked_at;
  const jump = gap > gap_max_ms || gap < gap_min_ms ? gap : 0;
  const moved = (at: number | null) => (at === null ? null : at + jump);
  const alerts = Object.fromEntries(
    Object.entries(state.alerts).map(([part, alert]) => [
      part,
      {
        reason: alert.reason,
        bad_since: moved(alert.bad_since),
        good_since: moved(alert.good_since),
        raised_at: moved(alert.raised_at),
        told_at: moved(alert.told_at),
      },
    ]),
  );
  const mails = state.mails.map((at) => at + jump).filter((at) => now - at < repeat_ms);
  return { ...state, alerts, mails, telling_until: jump === 0 ? state.telling_until : null };
}

/** Null: there is nothing to remember. */
function step(before: Alert | undefined, { level, reason }: Judgement, now: number): Alert | null {
  const raised_at = before?.raised_at ?? null;
  const told_at = before?.told_at ?? null;
  if (level === 'act') {
    const bad_since = before?.bad_since ?? now;
    const raises = raised_at === null && now - bad_since >= hold_ms;
    return { bad_since, good_since: null, raised_at: raises ? now : raised_at, told_at, reason };
  }
  if (before === undefined || raised_at === null) return null;
  const good_since = before.good_since ?? now;
  // Nobody heard of it, so nobody has to hear that it is over.
  if (told_at === null && now - good_since >= calm_ms) return null;
  return { ...before, bad_since: null, good_since };
}

function due(state: AlertState, seen: ReadonlyMap<Part, Judgement>, now: number): Announcement | null {
  if (state.telling_until !== null && state.telling_until > now) return null;
  if (state.mails.length >= mails_a_day) return null;
  const raised: Judgement[] = [];
  const repeated: Judgement[] = [];
  const cleared: Judgement[] = [];
  for (const [part, alert] of Object.entries(state.alerts) as [Part, Alert][]) {
    const judgement = seen.get(part);
    if (judgement === undefined || alert.raised_at === null) continue;
    const over = alert.good_since !== null && now - alert.good_since >= calm_ms;
    if (over) cleared.push(judgement);
    else if (alert.bad_since === null) continue;
    else if (alert.told_at === null) raised.push(judgement);
    else if (now - alert.told_at >= repeat_ms) repeated.push(judgement);
  }
  return raised.length + repeated.length + cleared.length === 0 ? null : { raised, repeated, cleared };
}
