import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarsOf } from './calendar.ts';
import type { Store, StoreId } from './contract.ts';
import { buildDirectory, days_ahead, page, present } from './directory.ts';
import { dateOf, epochDay, isOpen, openNow, parseHours, type Schedule } from './hours.ts';
import { renewed } from './renewal.ts';
import { parseSpecialDays, specialDays, withSpecialDays } from './special.ts';
import type { StoreRecord } from './stores.ts';

const names = (text: string) => ({ name_en: text, name_zh_cn: text, name_de: text });
const calendars = calendarsOf([
  { calendar: 'X', day: '2026-12-08', hours: '10:00-18:00', ...names('Eighth') },
  { calendar: 'X', day: '2026-12-24', hours: '00:00-14:00', ...names('Eve') },
  { calendar: 'X', day: '2026-12-25', hours: null, ...names('Christmas') },
  { calendar: 'X', day: '2026-12-27', hours: null, ...names('A Sunday') },
  { calendar: 'X', day: '2027-01-01', hours: '00:00-24:00', ...names('Like any other') },
]);

function week(hours: string): Schedule {
  const parsed = parseHours(hours);
  if (!('schedule' in parsed)) throw new Error(parsed.fault);
  return parsed.schedule;
}

function schedule(hours: string, own: string | null = null): Schedule {
  const days = own === null ? { days: [] } : parseSpecialDays(own);
  if (!('days' in days)) throw new Error(`${days.fault} at ${days.at}`);
  const plain = week(hours);
  return withSpecialDays(plain, specialDays(plain, calendars.get('X') ?? [], days.days));
}

const at = (moment: string) => {
  const [date = '', time = ''] = moment.split(' ');
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return (epochDay(date) as number) * 1440 + hour * 60 + minute;
};

const shop = 'Mo-Fr 09:00-18:30; Sa 09:00-16:00';

describe('holidays', () => {
  test('close the store, and the next opening is looked for beyond them', () => {
    const hours = schedule(shop);
    expect(isOpen(hours, at('2026-12-25 10:00'))).toBe(false);
    expect(isOpen(hours, at('2026-12-26 10:00'))).toBe(true);
    expect(openNow(hours, at('2026-12-24 15:00')).next).toEqual({ days_ahead: 2, weekday: 6, time: '09:00' });
  });

  test('that are short cut the hours at both ends', () => {
    const hours = schedule(shop);
    expect(isOpen(hours, at('2026-12-08 09:30'))).toBe(false);
    expect(openNow(hours, at('2026-12-08 09:30')).next?.time).toBe('10:00');
    expect(openNow(hours, at('2026-12-08 12:00')).until?.time).toBe('18:00');
    expect(openNow(hours, at('2026-12-24 13:59')).until?.time).toBe('14:00');
    expect(isOpen(hours, at('2026-12-24 14:00'))).toBe(false);
  });

  test('on a day without hours are not mentioned, and one like any other is, with its hours', () => {
    const days = specialDays(week(shop), calendars.get('X') ?? [], []);
    expect(days.map(({ day }) => dateOf(day))).toEqual([
      '2026-12-08',
      '2026-12-24',
      '2026-12-25',
      '2027-01-01',
    ]);
    expect(days.at(-1)?.spans).toEqual([{ from: 540, to: 1110 }]);
  });

  test("give way to the store's own days, open where all are closed, closed where all are open", () => {
    const hours = schedule(
      shop,
      '2026-12-25 11:00-15:00 For guests; 2026-12-09 off Stocktaking|盘点|Inventur',
    );
    expect(isOpen(hours, at('2026-12-25 12:00'))).toBe(true);
    expect(isOpen(hours, at('2026-12-25 10:00'))).toBe(false);
    expect(isOpen(hours, at('2026-12-09 12:00'))).toBe(false);
  });

  test('leave a night that began the day before to its end, and a special night goes past midnight', () => {
    const bar = schedule('Th 20:00-02:00', '2026-12-26 22:00-03:00');
    expect(isOpen(bar, at('2026-12-25 01:59'))).toBe(false);
    expect(isOpen(schedule('We 20:00-02:00'), at('2026-12-24 01:00'))).toBe(true);
    expect(isOpen(bar, at('2026-12-27 02:59'))).toBe(true);
    expect(isOpen(bar, at('2026-12-27 03:00'))).toBe(false);
  });
});

describe('special days as text', () => {
  test.each([
    ['2026-13-01 off', 'days_date_malformed'],
    ['24.12. off', 'days_date_malformed'],
    ['2026-12-24', 'days_time_malformed'],
    ['2026-12-24 closed', 'days_time_malformed'],
    ['2026-12-24 14:00-14:00', 'days_time_malformed'],
    ['2026-12-24 09:00-12:00,11:00-13:00', 'days_overlap'],
    ['2026-12-24 off; 2026-12-24 off', 'days_twice'],
    ['2026-12-24 off;', 'days_empty_part'],
    ['2026-12-24 off A|B', 'days_reason_malformed'],
    ['2026-12-24 off A||C', 'days_reason_malformed'],
    [`2026-12-24 off ${'x'.repeat(81)}`, 'days_reason_malformed'],
    ['x'.repeat(4_001), 'days_too_long'],
  ])('%s is refused', (text, fault) => {
    const read = parseSpecialDays(text);
    expect('fault' in read && read.fault).toBe(fault);
  });

  test('have one reason for all languages, or three', () => {
    const read = parseSpecialDays(
      '2026-12-25 off; 2026-12-24 09:00-12:00,13:00-14:00 Eve|平安夜|Heiligabend',
    );
    expect('days' in read && read.days).toEqual([
      {
        day: epochDay('2026-12-24'),
        spans: [
          { from: 540, to: 720 },
          { from: 780, to: 840 },
        ],
        reason: { en: 'Eve', 'zh-CN': '平安夜', de: 'Heiligabend' },
      },
      { day: epochDay('2026-12-25'), spans: [], reason: null },
    ]);
  });
});

const record: StoreRecord = {
  id: 'one' as StoreId,
  name: 'A',
  street: 'B 1',
  postcode: '1',
  city: 'C',
  region: 'D',
  country: 'CH',
  latitude: 47,
  longitude: 8,
  datum: 'wgs84',
  time_zone: 'Europe/Zurich',
  phone: null,
  hours: shop,
  calendar: 'X',
  special_days: '2026-12-09 off Stocktaking; 2026-12-30 20:00-02:00 Long night',
  sells: [],
  displays: [],
};
const built_ms = Date.UTC(2026, 11, 1);

describe('a store', () => {
  const directory = buildDirectory([record], [], built_ms, { calendars });
  const shown = (now: string) => present(directory, 0, Date.parse(now), days_ahead.show);

  test('says what is special, why today is, and forgets what is over', () => {
    const eve = shown('2026-12-24T10:00:00+01:00');
    expect(eve.open_now).toMatchObject({ state: 'open', because: { de: 'Eve' }, until: { time: '14:00' } });
    expect(eve.special_days.map(({ date }) => date)).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-30',
      '2027-01-01',
    ]);
    expect(eve.closed_days).toEqual(['2026-12-25']);
    expect(shown('2026-12-23T10:00:00+01:00').open_now.because).toBe(null);
  });

  test('that was kept on a device says of its door later what the server would have said', () => {
    const [kept] = page(directory, { country: 'CH', after: undefined, limit: 1 }, built_ms).stores as [Store];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 45 * 1440 }), (minutes) => {
        const now_ms = built_ms + minutes * 60_000;
        expect(renewed(kept, now_ms).open_now).toEqual(present(directory, 0, now_ms, 14).open_now);
      }),
      { numRuns: 300 },
    );
  });
});
