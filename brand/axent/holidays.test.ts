import { describe, expect, test } from 'vitest';
import { holidaysBetween } from './holidays.generate.ts';
import { easter, naefels, onMoon, qingming, weekdayFrom } from './holidays.ts';

const day = (date: Temporal.PlainDate) => date.toString();

describe('Easter', () => {
  // Early and late ends, and the two years in which simpler rules go wrong.
  test.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ])('of %i is on %s', (year, date) => expect(day(easter(year))).toBe(date));

  test('is always a Sunday between the 22nd of March and the 25th of April', () => {
    for (let year = 1900; year < 2200; year++) {
      const sunday = easter(year);
      expect(sunday.dayOfWeek).toBe(7);
      const [earliest, latest] = [new Temporal.PlainDate(year, 3, 22), new Temporal.PlainDate(year, 4, 25)];
      expect(Temporal.PlainDate.compare(sunday, earliest)).toBeGreaterThanOrEqual(0);
      expect(Temporal.PlainDate.compare(sunday, latest)).toBeLessThanOrEqual(0);
    }
  });
});

describe('the Chinese calendar', () => {
  // Hong Kong Observatory, conversion tables of the Gregorian and the lunar calendar.
  test.each([
    [2024, '2024-02-10', '2024-06-10', '2024-09-17'],
    [2025, '2025-01-29', '2025-05-31', '2025-10-06'],
    [2026, '2026-02-17', '2026-06-19', '2026-09-25'],
    [2027, '2027-02-06', '2027-06-09', '2027-09-15'],
    [2028, '2028-01-26', '2028-05-28', '2028-10-03'],
  ])(
    'has new year, dragon boats and full autumn moon of %i where the observatory has them',
    (year, ...dates) => {
      expect([onMoon(1, 1)(year), onMoon(5, 5)(year), onMoon(8, 15)(year)].map(day)).toEqual(dates);
    },
  );

  test.each([
    [2024, '2024-04-04'],
    [2025, '2025-04-04'],
    [2026, '2026-04-05'],
    [2027, '2027-04-05'],
    [2028, '2028-04-04'],
  ])('Qingming of %i is on %s', (year, date) => expect(day(qingming(year))).toBe(date));
});

describe('weekdays', () => {
  test('Saxony’s day of prayer is the Wednesday before the 23rd of November', () => {
    expect([2026, 2027, 2028].map((year) => day(weekdayFrom(11, 16, 3)(year)))).toEqual([
      '2026-11-18',
      '2027-11-17',
      '2028-11-22',
    ]);
  });

  test('Geneva fasts on the Thursday after the first Sunday of September', () => {
    expect([2026, 2027].map((year) => day(weekdayFrom(9, 1, 7, 4)(year)))).toEqual([
      '2026-09-10',
      '2027-09-09',
    ]);
  });

  test('Glarus walks to Näfels a week later where Thursday is in Holy Week', () => {
    expect([2025, 2026, 2027].map((year) => day(naefels(year)))).toEqual([
      '2025-04-03',
      '2026-04-09',
      '2027-04-01',
    ]);
  });
});

describe('the list', () => {
  const year = holidaysBetween(new Temporal.PlainDate(2027, 1, 1), new Temporal.PlainDate(2027, 12, 31));
  const of = (calendar: string) => year.filter((row) => row.calendar === calendar);
  const days = (calendar: string) => of(calendar).map((row) => row.day.slice(5));

  test('has Austria’s thirteen, the two short days at the year’s end, and the eighth of December from ten to six', () => {
    expect(days('AT')).toEqual([
      '01-01',
      '01-06',
      '03-29',
      '05-01',
      '05-06',
      '05-17',
      '05-27',
      '08-15',
      '10-26',
      '11-01',
      '12-08',
      '12-24',
      '12-25',
      '12-26',
      '12-31',
    ]);
    expect(of('AT').find((row) => row.day === '2027-12-08')?.hours).toBe('10:00-18:00');
  });

  test('tells cantons and lands apart', () => {
    expect(days('CH-ZH')).toContain('05-01');
    expect(days('CH-BE')).not.toContain('05-01');
    expect(days('DE-SN')).toContain('11-17');
    expect(days('DE-BY').length).toBeGreaterThan(days('DE-BE').length);
  });

  test('closes China on the first day of the year of the moon only', () => {
    expect(
      of('CN')
        .filter((row) => row.hours === '')
        .map((row) => row.day),
    ).toEqual(['2027-02-06']);
  });

  test('names every day in three languages, and each once', () => {
    for (const row of year)
      expect([row.en, row['zh-CN'], row.de].every((name) => name.length > 1)).toBe(true);
    expect(new Set(year.map((row) => `${row.calendar} ${row.day}`)).size).toBe(year.length);
  });
});
