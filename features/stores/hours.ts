/**
 * Opening hours: the compact form in which they are kept, and what a clock on the store's wall says about them.
 * A local minute is minutes since 1970-01-01 00:00 on that clock, as if the clock never changed.
 */
import type { LocalMoment, Names, Opening, OpenNow } from './contract.ts';

const day_minutes = 1440;
const week_minutes = 7 * day_minutes;
/** How far ahead the next opening or closing is looked for. */
const horizon_days = 14;
const spans_most = 42;
const closed_days_most = 60;

export interface Schedule {
  /** Minute of the week, Monday 00:00 is 0, ascending. */
  readonly opens: readonly number[];
  /** Minute of the week; at most a day after the opening, so past the week's end on a Sunday night. */
  readonly closes: readonly number[];
  /** Days since 1970-01-01, ascending. What begins on such a day is left out. */
  readonly closed_days: readonly number[];
  /** Stretches of single days instead, in local minutes, ascending. Their days are among the closed ones. */
  readonly special_opens: readonly number[];
  readonly special_closes: readonly number[];
}

export type HoursFault =
  | 'hours_too_long'
  | 'hours_day_unknown'
  | 'hours_time_malformed'
  | 'hours_overlap'
  | 'hours_date_malformed'
  | 'hours_empty_part'
  | 'hours_too_many';

export type ParsedHours =
  | { readonly schedule: Schedule }
  | { readonly fault: HoursFault; readonly at: string };

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** Days since 1970-01-01 of a date such as `2026-12-25`; null if there is no such day. */
export function epochDay(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return null;
  const time_ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(time_ms).toISOString().startsWith(date) ? time_ms / 86_400_000 : null;
}

export function dateOf(epoch_day: number): string {
  return new Date(epoch_day * 86_400_000).toISOString().slice(0, 10);
}

function parseDays(text: string): number[] | null {
  const days: number[] = [];
  for (const part of text.split(',')) {
    const [from, to, more] = part.split('-');
    const first = weekdays.indexOf(from ?? '');
    const last = to === undefined ? first : weekdays.indexOf(to);
    if (first < 0 || last < 0 || more !== undefined) return null;
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(day);
      if (day === last) break;
    }
  }
  return days;
}

function parseClock(text: string): number | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute <= day_minutes ? minute : null;
}

/** Minutes of the day; `to` may pass midnight, then it is above 1440. */
export function parseSpan(text: string): { from: number; to: number } | null {
  const [opens, closes, more] = text.split('-');
  const from = parseClock(opens ?? '');
  const to = parseClock(closes ?? '');
  if (from === null || to === null || more !== undefined || from === day_minutes) return null;
  if (to === from) return null;
  return { from, to: to > from ? to : to + day_minutes };
}

function overlap(spans: readonly (readonly [number, number])[]): boolean {
  for (let index = 0; index < spans.length; index++) {
    const next = spans[index + 1] ?? [(spans[0]?.[0] ?? 0) + week_minutes, 0];
    if ((spans[index]?.[1] ?? 0) > next[0]) return true;
  }
  return false;
}

/**
 * Reads `Mo-Fr 09:00-12:00,13:30-18:30; Sa 09:00-16:00; 2026-12-25 off`. Parts are divided by `;`, days by `,` or
 * `-`, stretches by `,`. A closing not after its opening is on the following day. Stretches must not overlap.
 */
export function parseHours(text: string): ParsedHours {
  if (text.length > 1000) return { fault: 'hours_too_long', at: `${text.slice(0, 20)}…` };
  const spans: [number, number][] = [];
  const closed = new Set<number>();
  for (const part of text.split(';').map((piece) => piece.trim())) {
    if (part === '') return { fault: 'hours_empty_part', at: text };
    const off = /^(\S+) off$/.exec(part);
    if (off) {
      const day = epochDay(off[1] ?? '');
      if (day === null) return { fault: 'hours_date_malformed', at: part };
      closed.add(day);
      continue;
    }
    const [days_text, times_text, more] = part.split(' ');
    const days = parseDays(days_text ?? '');
    if (!days) return { fault: 'hours_day_unknown', at: part };
    if (!times_text || more !== undefined) return { fault: 'hours_time_malformed', at: part };
    for (const span_text of times_text.split(',')) {
      const span = parseSpan(span_text);
      if (!span) return { fault: 'hours_time_malformed', at: part };
      for (const day of days) spans.push([day * day_minutes + span.from, day * day_minutes + span.to]);
    }
  }
  if (spans.length > spans_most || closed.size > closed_days_most)
    return { fault: 'hours_too_many', at: text };
  spans.sort((a, b) => a[0] - b[0]);
  if (overlap(spans)) return { fault: 'hours_overlap', at: text };
  return {
    schedule: {
      opens: spans.map(([from]) => from),
      closes: spans.map(([, to]) => to),
      closed_days: [...closed].sort((a, b) => a - b),
      special_opens: [],
      special_closes: [],
    },
  };
}

export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

export function openings(schedule: Schedule): Opening[] {
  return schedule.opens.map((opens, index) => {
    const day = Math.floor(opens / day_minutes);
    const closes = (schedule.closes[index] ?? 0) - day * day_minutes;
    return {
      weekday: day + 1,
      opens: clockText(opens % day_minutes),
      closes: clockText(closes > day_minutes ? closes - day_minutes : closes),
    };
  });
}

/** Monday is 0. Day 0 of the epoch was a Thursday. */
export const weekdayOf = (epoch_day: number) => (((epoch_day + 3) % 7) + 7) % 7;

/** Whether it is open at this local minute. Called for many stores in one search, so it makes no objects. */
export function isOpen(schedule: Schedule, local_minute: number): boolean {
  const day = Math.floor(local_minute / day_minutes);
  const weekday = weekdayOf(day);
  const minute = weekday * day_minutes + local_minute - day * day_minutes;
  const { opens, closes, closed_days, special_opens, special_closes } = schedule;
  for (let index = 0; index < opens.length; index++) {
    const from = opens[index] as number;
    const to = closes[index] as number;
    const now = minute < from ? minute + week_minutes : minute;
    if (now >= to) continue;
    if (closed_days.length === 0) return true;
    const weeks_back = now === minute ? 0 : 7;
    const begun = day - weekday - weeks_back + Math.floor(from / day_minutes);
    if (!closed_days.includes(begun)) return true;
  }
  for (let index = 0; index < special_opens.length; index++) {
    const from = special_opens[index] as number;
    if (local_minute >= from && local_minute < (special_closes[index] as number)) return true;
  }
  return false;
}

/** A stretch in local minutes. */
interface Stretch {
  from: number;
  to: number;
}

/**
 * The stretch that is under way or comes next, joined with those that touch it; null if none comes before the horizon.
 * Asked for every store of an answer, so it looks no further than it must and makes one object.
 */
function stretchAround(schedule: Schedule, local_minute: number): Stretch | null {
  const { opens, closes, closed_days, special_opens, special_closes } = schedule;
  const today = Math.floor(local_minute / day_minutes);
  const found: Stretch = { from: 0, to: Number.NEGATIVE_INFINITY };
  /** True once it is whole: what comes does not touch it. */
  const meets = (from: number, to: number): boolean => {
    if (from <= found.to) found.to = Math.max(found.to, to);
    else if (found.to > local_minute) return true;
    else {
      found.from = from;
      found.to = to;
    }
    return false;
  };
  for (let day = today - 1; day <= today + horizon_days; day++) {
    const special = closed_days.includes(day);
    const monday = special ? 0 : (day - weekdayOf(day)) * day_minutes;
    const begins = special ? special_opens : opens;
    const ends = special ? special_closes : closes;
    for (let index = 0; index < begins.length; index++) {
      const from = monday + (begins[index] as number);
      if (Math.floor(from / day_minutes) !== day) continue;
      if (meets(from, monday + (ends[index] as number))) return found;
    }
  }
  return found.to > local_minute ? found : null;
}

function moment(local_minute: number, today: number, role: 'opening' | 'closing'): LocalMoment | null {
  let day = Math.floor(local_minute / day_minutes);
  let minute = local_minute - day * day_minutes;
  if (role === 'closing' && minute === 0) {
    day -= 1;
    minute = day_minutes;
  }
  const days_ahead = day - today;
  if (days_ahead >= horizon_days) return null;
  return { days_ahead, weekday: weekdayOf(day) + 1, time: clockText(minute) };
}

/**
 * What the door says at this local minute; `schedule` null means that the store has not said. `because`: why today is
 * a special day.
 */
export function openNow(
  schedule: Schedule | null,
  local_minute: number,
  because: Names | null = null,
): OpenNow {
  if (!schedule) return { state: 'unknown', until: null, next: null, because: null };
  const today = Math.floor(local_minute / day_minutes);
  const stretch = stretchAround(schedule, local_minute);
  if (!stretch) return { state: 'closed', until: null, next: null, because };
  if (stretch.from <= local_minute)
    return { state: 'open', until: moment(stretch.to, today, 'closing'), next: null, because };
  return { state: 'closed', until: null, next: moment(stretch.from, today, 'opening'), because };
}
