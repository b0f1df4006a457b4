/** A store that was kept some time ago, with its door as it is now: worked out from its own hours, on the device. */
import type { Store } from './contract.ts';
import { epochDay, openNow, type Schedule } from './hours.ts';

const day_minutes = 1440;

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}

/** Minutes of the day; a closing not after its opening is on the following day. */
function span({ opens, closes }: { opens: string; closes: string }): [number, number] {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  return [from, to > from ? to : to + day_minutes];
}

function scheduleOf({ hours, special_days }: Store): Schedule | null {
  if (!hours) return null;
  const week = hours.map((each) => {
    const [from, to] = span(each);
    const begin = (each.weekday - 1) * day_minutes;
    return [begin + from, begin + to] as const;
  });
  const special = special_days.flatMap(({ date, hours: spans }) =>
    spans.map((each) => {
      const [from, to] = span(each);
      const begin = (epochDay(date) ?? 0) * day_minutes;
      return [begin + from, begin + to] as const;
    }),
  );
  return {
    opens: week.map(([from]) => from),
    closes: week.map(([, to]) => to),
    closed_days: special_days.map(({ date }) => epochDay(date) ?? 0),
    special_opens: special.map(([from]) => from),
    special_closes: special.map(([, to]) => to),
  };
}

/** Minutes since 1970-01-01 00:00 on a clock in this zone. */
function wallMinute(time_zone: string, now_ms: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: time_zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(now_ms);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) / 60_000;
}

export function renewed(store: Store, now_ms: number): Store {
  const minute = wallMinute(store.time_zone, now_ms);
  const today = Math.floor(minute / day_minutes);
  const special_days = store.special_days.filter(({ date }) => (epochDay(date) ?? 0) >= today);
  const because = special_days.find(({ date }) => epochDay(date) === today)?.reason ?? null;
  return { ...store, special_days, open_now: openNow(scheduleOf(store), minute, because) };
}
