/** When a person is not to be disturbed. */
export interface QuietHours {
  /** IANA name; null: the operator's own. */
  readonly time_zone: string | null;
  /** Minutes of the day. The same twice: no quiet hours. */
  readonly from_minute: number;
  readonly to_minute: number;
}

export const usual_hours = { from_minute: 21 * 60, to_minute: 8 * 60 } as const;

const minute_ms = 60_000;
/** Clocks turn by an hour or so at night; what is asked for again is never farther away than a day. */
const step_minutes = 15;
const day_minutes = 24 * 60;

const clocks = new Map<string, Intl.DateTimeFormat>();
const clocks_at_most = 600;

/** Null when there is no such zone. */
function clockOf(time_zone: string): Intl.DateTimeFormat | null {
  let clock = clocks.get(time_zone);
  if (clock !== undefined) return clock;
  try {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: time_zone, hour: '2-digit', minute: '2-digit' });
  } catch {
    return null;
  }
  if (clocks.size < clocks_at_most) clocks.set(time_zone, clock);
  return clock;
}

export function isTimeZone(text: string): boolean {
  return text.length <= 64 && clockOf(text) !== null;
}

function minuteOfDay(clock: Intl.DateTimeFormat, at_ms: number): number {
  const [hours = '0', minutes = '0'] = clock.format(at_ms).split(':');
  return (Number(hours) % 24) * 60 + Number(minutes);
}

function isQuietMinute(minute: number, { from_minute: from, to_minute: to }: QuietHours): boolean {
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

/**
 * When a message may go that respects these hours: `now_ms`, or when they end, in milliseconds. Steps by quarters of an
 * hour, then to the minute, since a night on which clocks turn is not as long as others.
 */
export function quietUntil(quiet: QuietHours, now_ms: number, own_zone: string): number {
  const clock = clockOf(quiet.time_zone ?? own_zone) ?? clockOf(own_zone);
  if (clock === null || quiet.from_minute === quiet.to_minute) return now_ms;
  const quietAt = (ms: number) => isQuietMinute(minuteOfDay(clock, ms), quiet);
  if (!quietAt(now_ms)) return now_ms;
  let at = now_ms;
  for (let minutes = 0; minutes <= day_minutes + 120; minutes += step_minutes) {
    const next = at + step_minutes * minute_ms;
    if (!quietAt(next)) break;
    at = next;
  }
  const first = Math.floor(at / minute_ms) * minute_ms;
  for (let minute = 1; minute <= step_minutes + 1; minute++)
    if (!quietAt(first + minute * minute_ms)) return first + minute * minute_ms;
  return at + step_minutes * minute_ms;
}
