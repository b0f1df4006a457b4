import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, epochDay, isOpen, openings, openNow, parseHours, type Schedule } from './hours.ts';
import { localMinute, type Zone, zoneTable } from './zone.ts';

function schedule(text: string): Schedule {
  const parsed = parseHours(text);
  if (!('schedule' in parsed)) throw new Error(`${parsed.fault} at ${parsed.at}`);
  return parsed.schedule;
}

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const names = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

interface DaySpan {
  readonly day: number;
  readonly from: number;
  readonly length: number;
}

/** Stretches that do not overlap, over midnight and over Sunday night among them. */
const spans = fc
  .array(fc.record({ day: fc.nat(6), from: fc.nat(1439), length: fc.integer({ min: 1, max: 1439 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((wished) => {
    const taken: DaySpan[] = [];
    for (const span of wished) {
      const start = span.day * 1440 + span.from;
      const clash = taken.some((other) => {
        const other_start = other.day * 1440 + other.from;
        return [-10080, 0, 10080].some(
          (shift) => start + shift < other_start + other.length && other_start < start + shift + span.length,
        );
      });
      if (!clash) taken.push(span);
    }
    return taken;
  });

const text = (list: readonly DaySpan[], closed: readonly number[]) =>
  [
    ...list.map(({ day, from, length }) => {
      const end = from + length;
      return `${names[day]} ${clock(from)}-${end === 1440 ? '24:00' : clock(end % 1440)}`;
    }),
    ...closed.map((day) => `${dateOf(day)} off`),
  ].join('; ');

/** Asks the calendar of the runtime, day by day, in words: shares nothing with the rule. */
function openByCalendar(
  list: readonly DaySpan[],
  closed: readonly number[],
  zone: string,
  now_ms: number,
): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now_ms);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const today = Date.UTC(part('year'), part('month') - 1, part('day'));
  const minute = part('hour') * 60 + part('minute');
  return [0, 1].some((days_back) => {
    const begun = new Date(today - days_back * 86_400_000);
    if (closed.map(dateOf).includes(begun.toISOString().slice(0, 10))) return false;
    const weekday = (begun.getUTCDay() + 6) % 7;
    const now = minute + days_back * 1440;
    return list.some(({ day, from, length }) => day === weekday && now >= from && now < from + length);
  });
}

const zones = [
  'Europe/Zurich',
  'Asia/Shanghai',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
];
const year_start = Date.UTC(2026, 0, 1);
const tables = new Map(
  zones.map((name) => [name, zoneTable(name, year_start, year_start + 800 * 86_400_000) as Zone]),
);
/** Anywhere in two years, and often within hours of a change of the clock. */
const moments = fc.constantFrom(...zones).chain((name) => {
  const changes = tables.get(name)?.changes_ms ?? [];
  const any = fc.integer({ min: 0, max: 700 * 1440 }).map((minute) => year_start + minute * 60_000);
  if (changes.length === 0) return any.map((now_ms) => ({ name, now_ms }));
  const close = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -300, max: 300 }))
    .map(([change, minutes]) => change + minutes * 60_000);
  return fc.oneof(any, close).map((now_ms) => ({ name, now_ms }));
});

describe('opening hours', () => {
  test('a store is open exactly when the calendar of its own zone says so, clock changes and midnights included', () => {
    fc.assert(
      fc.property(
        spans,
        moments,
        fc.array(fc.integer({ min: -1, max: 1 }), { maxLength: 2 }),
        (list, at, near) => {
          const local = localMinute(tables.get(at.name) as Zone, at.now_ms);
          const closed = [...new Set(near.map((days) => Math.floor(local / 1440) + days))];
          const rule = isOpen(schedule(text(list, closed)), local);
          expect(rule).toBe(openByCalendar(list, closed, at.name, at.now_ms));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('what the door says agrees with being open, and its moments are the first at which that changes', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 29_000_000, max: 29_040_000 }), (list, local) => {
        const hours = schedule(text(list, []));
        const door = openNow(hours, local);
        expect(door.state).toBe(isOpen(hours, local) ? 'open' : 'closed');
        const said = door.until ?? door.next;
        let change = local;
        const end = (Math.floor(local / 1440) + 14) * 1440;
        while (change <= end && isOpen(hours, change) === (door.state === 'open')) change++;
        if (!said) {
          expect(change).toBeGreaterThanOrEqual(end);
          return;
        }
        const [hour, minute] = said.time.split(':').map(Number);
        const day = Math.floor(local / 1440) + said.days_ahead;
        expect(day * 1440 + (hour as number) * 60 + (minute as number)).toBe(change);
        expect(said.weekday).toBe((((day + 3) % 7) + 7) % 7 === 6 ? 7 : ((day + 3) % 7) + 1);
      }),
      { numRuns: 400 },
    );
  });

  test('a bar that closes at two is still open on the day after, unless the night itself is off', () => {
    const late = schedule('Fr-Sa 20:00-02:00; 2026-12-25 off');
    const at = (date: string, minute: number) => (epochDay(date) as number) * 1440 + minute;
    expect(openNow(late, at('2026-12-19', 90))).toEqual({
      state: 'open',
      until: { days_ahead: 0, weekday: 6, time: '02:00' },
      next: null,
      because: null,
    });
    expect(openNow(late, at('2026-12-25', 21 * 60)).state).toBe('closed');
    expect(openNow(late, at('2026-12-26', 60)).next).toEqual({ days_ahead: 0, weekday: 6, time: '20:00' });
    expect(openNow(late, at('2026-12-27', 60)).state).toBe('open');
  });

  test('always open has no closing; midnight is said as 24:00 of the same day; no hours are unknown', () => {
    expect(openNow(schedule('Mo-Su 00:00-24:00'), 29_000_123)).toEqual({
      state: 'open',
      until: null,
      next: null,
      because: null,
    });
    const day = (epochDay('2026-11-23') as number) * 1440;
    expect(openNow(schedule('Mo 09:00-24:00'), day + 600).until).toEqual({
      days_ahead: 0,
      weekday: 1,
      time: '24:00',
    });
    expect(openNow(null, day).state).toBe('unknown');
  });

  test('the answered stretches read like the compact form', () => {
    expect(openings(schedule('Mo,We 09:00-12:00,13:30-18:30; Sa 22:00-02:00'))).toEqual([
      { weekday: 1, opens: '09:00', closes: '12:00' },
      { weekday: 1, opens: '13:30', closes: '18:30' },
      { weekday: 3, opens: '09:00', closes: '12:00' },
      { weekday: 3, opens: '13:30', closes: '18:30' },
      { weekday: 6, opens: '22:00', closes: '02:00' },
    ]);
  });

  test.each([
    ['', 'hours_empty_part'],
    ['Mo 09:00-18:00;', 'hours_empty_part'],
    ['Mon 09:00-18:00', 'hours_day_unknown'],
    ['Mo', 'hours_time_malformed'],
    ['Mo 9-18', 'hours_time_malformed'],
    ['Mo 09:00-25:00', 'hours_time_malformed'],
    ['Mo 09:60-10:00', 'hours_time_malformed'],
    ['Mo 24:00-02:00', 'hours_time_malformed'],
    ['Mo 09:00-09:00', 'hours_time_malformed'],
    ['Mo 09:00-18:00 extra', 'hours_time_malformed'],
    ['2026-02-30 off', 'hours_date_malformed'],
    ['Mo 09:00-12:00,11:00-13:00', 'hours_overlap'],
    ['Mo-Fr 09:00-18:00; Fr 17:00-20:00', 'hours_overlap'],
    ['Su 20:00-03:00; Mo 02:00-10:00', 'hours_overlap'],
    [
      'Mo-Su 00:00-01:00,02:00-03:00,04:00-05:00,06:00-07:00,08:00-09:00,10:00-11:00,12:00-13:00',
      'hours_too_many',
    ],
    ['x'.repeat(1001), 'hours_too_long'],
  ])('"%s" is refused: %s', (wrong, fault) => {
    expect(parseHours(wrong)).toMatchObject({ fault });
  });
});

describe('zones', () => {
  test('local time is what the runtime says, in every zone it knows', () => {
    const any = fc.constantFrom(...Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/')));
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 700 * 1440 }), (name, minute) => {
        const now_ms = year_start + minute * 60_000;
        const zone = zoneTable(name, year_start, year_start + 800 * 86_400_000) as Zone;
        const local = new Date(now_ms).toLocaleString('sv-SE', { timeZone: name });
        expect(localMinute(zone, now_ms)).toBe(Date.parse(`${local.replace(' ', 'T')}Z`) / 60_000);
      }),
      { numRuns: 500 },
    );
  });
  test('the clock changes at the very millisecond', () => {
    for (const [name, zone] of tables)
      for (const change_ms of zone.changes_ms)
        for (const now_ms of [change_ms - 1, change_ms]) {
          const local = new Date(now_ms).toLocaleString('sv-SE', { timeZone: name });
          const minute = Math.floor(Date.parse(`${local.replace(' ', 'T')}Z`) / 60_000);
          expect([name, localMinute(zone, now_ms)]).toEqual([name, minute]);
        }
  });
  test('what is no zone is none', () => {
    for (const name of ['', 'Zurich', '+01:00', 'Europe/Atlantis', 'Etc/../UTC', 'UTC+1'])
      expect(zoneTable(name, 0, 1)).toBeNull();
  });
});
