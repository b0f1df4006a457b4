/**
 * Days that are not like their weekday: public holidays of the calendar that a store goes by, and days of its own.
 * Both are compiled into the schedule, so that a search asks them like any other hours.
 */
import type { Names } from './contract.ts';
import { clockText, epochDay, parseSpan, type Schedule, weekdayOf } from './hours.ts';

const day_minutes = 1440;
const days_most = 60;
const reason_characters = 80;

/** Minutes of the day; `to` may pass midnight, then it is above 1440. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A day of a calendar, for example of a canton. */
export interface Holiday {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Within which stores may be open; null: they stay closed. */
  readonly within: Span | null;
  readonly name: Names;
}

/** By the calendar's name, for example `CH-ZH`. */
export type Calendars = ReadonlyMap<string, readonly Holiday[]>;

/** A day on which a store has other hours than on the weekday. */
export interface SpecialDay {
  readonly day: number;
  /** None: closed. */
  readonly spans: readonly Span[];
  readonly reason: Names | null;
}

export type SpecialFault =
  | 'days_too_long'
  | 'days_empty_part'
  | 'days_date_malformed'
  | 'days_time_malformed'
  | 'days_overlap'
  | 'days_reason_malformed'
  | 'days_twice'
  | 'days_too_many';

export type ParsedDays =
  | { readonly days: readonly SpecialDay[] }
  | { readonly fault: SpecialFault; readonly at: string };

/** One text for all languages, or English, Chinese and German divided by `|`. */
function parseReason(text: string): Names | null {
  const [en = '', chinese = en, de = en, more] = text.split('|').map((part) => part.trim());
  const given = text.split('|').length;
  if ((given !== 1 && given !== 3) || more !== undefined) return null;
  const names = { en, 'zh-CN': chinese, de };
  return Object.values(names).every((name) => name !== '' && name.length <= reason_characters) ? names : null;
}

function parseDay(part: string): SpecialDay | SpecialFault {
  const [, date = '', hours = '', reason] = /^(\S+)(?: (\S+))?(?: (.+))?$/u.exec(part) ?? [];
  const day = epochDay(date);
  if (day === null) return 'days_date_malformed';
  const spans = hours === 'off' ? [] : hours.split(',').map(parseSpan);
  if (spans.includes(null)) return 'days_time_malformed';
  const sorted = (spans as Span[]).toSorted((a, b) => a.from - b.from);
  if (sorted.some(({ to }, at) => to > (sorted[at + 1]?.from ?? Number.POSITIVE_INFINITY)))
    return 'days_overlap';
  const names = reason === undefined ? null : parseReason(reason);
  if (reason !== undefined && !names) return 'days_reason_malformed';
  return { day, spans: sorted, reason: names };
}

/** Reads `2026-12-24 09:00-14:00 Christmas Eve; 2027-01-15 off Stocktaking|盘点|Inventur`. */
export function parseSpecialDays(text: string): ParsedDays {
  if (text.length > 4_000) return { fault: 'days_too_long', at: `${text.slice(0, 20)}…` };
  const days: SpecialDay[] = [];
  for (const part of text.split(';').map((piece) => piece.trim())) {
    if (part === '') return { fault: 'days_empty_part', at: text };
    const read = parseDay(part);
    if (typeof read === 'string') return { fault: read, at: part };
    if (days.some(({ day }) => day === read.day)) return { fault: 'days_twice', at: part };
    days.push(read);
  }
  if (days.length > days_most) return { fault: 'days_too_many', at: text };
  return { days: days.toSorted((a, b) => a.day - b.day) };
}

/** What the weekday's hours are on this day, in minutes of the day. */
function usualSpans({ opens, closes }: Schedule, day: number): Span[] {
  const begin = weekdayOf(day) * day_minutes;
  return opens.flatMap((from, at) =>
    from >= begin && from < begin + day_minutes
      ? [{ from: from - begin, to: (closes[at] as number) - begin }]
      : [],
  );
}

const cut = (spans: readonly Span[], within: Span): Span[] =>
  spans
    .map(({ from, to }) => ({ from: Math.max(from, within.from), to: Math.min(to, within.to) }))
    .filter(({ from, to }) => from < to);

/** What a holiday makes of a store's day; null where the store is closed on that weekday anyway. */
function onHoliday(week: Schedule, { day, within, name }: Holiday): SpecialDay | null {
  const usual = usualSpans(week, day);
  if (usual.length === 0) return null;
  const closed = within === null || week.closed_days.includes(day);
  return { day, spans: closed ? [] : cut(usual, within), reason: name };
}

/** Every special day of a store, ascending. Its own days outrank the calendar's; `off` in its hours counts as well. */
export function specialDays(
  week: Schedule,
  holidays: readonly Holiday[],
  own: readonly SpecialDay[],
): SpecialDay[] {
  const found = new Map<number, SpecialDay>();
  for (const day of week.closed_days) found.set(day, { day, spans: [], reason: null });
  for (const holiday of holidays) {
    const day = onHoliday(week, holiday);
    if (day) found.set(day.day, day);
  }
  for (const day of own) found.set(day.day, day);
  return [...found.values()].sort((a, b) => a.day - b.day);
}

/** The week with its special days in it. */
export function withSpecialDays(week: Schedule, days: readonly SpecialDay[]): Schedule {
  const spans = days.flatMap(({ day, spans }) =>
    spans.map(({ from, to }) => ({ from: day * day_minutes + from, to: day * day_minutes + to })),
  );
  return {
    opens: week.opens,
    closes: week.closes,
    closed_days: days.map(({ day }) => day),
    special_opens: spans.map(({ from }) => from),
    special_closes: spans.map(({ to }) => to),
  };
}

/** As a screen shows it. */
export function hoursOf({ spans }: SpecialDay): { opens: string; closes: string }[] {
  return spans.map(({ from, to }) => ({
    opens: clockText(from),
    closes: clockText(to > day_minutes ? to - day_minutes : to),
  }));
}
