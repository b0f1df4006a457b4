/**
 * Writes `holidays.csv`: the days on which shops of a canton, a German land or a country stay closed or open for
 * shorter, by rule. What only some towns keep is left to the stores themselves. A release moves the span on.
 */
import { type HolidayWords, holidayWords } from './holidays.words.ts';

/** From this day on, and how long: a year and the turn of the next. */
const first = new Temporal.PlainDate(2026, 11, 1);
const last = new Temporal.PlainDate(2028, 1, 31);

export interface Row extends Pick<HolidayWords, 'en' | 'zh-CN' | 'de'> {
  readonly calendar: string;
  readonly day: string;
  readonly hours: string;
}

/** Two that fall on one day: the first one of the list names it. */
export function holidaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): Row[] {
  const found = new Map<string, Row>();
  for (let year = from.year; year <= to.year; year++)
    for (const { when, where, hours = '', en, de, ...words } of holidayWords) {
      const date = when(year);
      if (Temporal.PlainDate.compare(date, from) < 0 || Temporal.PlainDate.compare(date, to) > 0) continue;
      const day = date.toString();
      for (const calendar of where.split(' ').filter(Boolean)) {
        const key = `${calendar} ${day}`;
        if (!found.has(key)) found.set(key, { calendar, day, hours, en, 'zh-CN': words['zh-CN'], de });
      }
    }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

export const generate = () => {
  const rows = holidaysBetween(first, last);
  const lines = rows.map((row) => [row.calendar, row.day, row.hours, row.en, row['zh-CN'], row.de].join(','));
  return [
    { path: 'brand/axent/holidays.csv', text: `calendar,day,hours,en,zh-CN,de\n${lines.join('\n')}\n` },
  ];
};
