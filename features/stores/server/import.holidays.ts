/** Public holidays from CSV, by calendar. Pure, like the reading of stores. */
import { type HolidayRecord, isCalendar } from '../calendar.ts';
import { epochDay, parseSpan } from '../hours.ts';
import { type Fault, inOrder, readTable } from './import.csv.ts';

const columns = ['calendar', 'day', 'hours', 'en', 'zh-CN', 'de'] as const;

export type ReadHolidays = { readonly holidays: HolidayRecord[] } | { readonly faults: Fault[] };

/** `hours` empty: stores stay closed; else they open within these at most, `00:00-24:00` for a day like any other. */
export function readHolidays(bytes: Uint8Array): ReadHolidays {
  const table = readTable(bytes, { columns, signed: [] });
  const faults: Fault[] = [...table.faults];
  const lines = new Map<string, number>();
  const holidays = table.rows.map(({ line, cells }): HolidayRecord => {
    const { calendar, day, hours, en, de } = cells;
    const complain = (column: (typeof columns)[number], reason: string) =>
      faults.push({ line, column, reason: `${column} ${reason}.` });
    if (!isCalendar(calendar))
      complain('calendar', 'must be capitals, digits and single dashes, for example CH-ZH');
    if (epochDay(day) === null) complain('day', `"${day.slice(0, 20)}" is no date such as 2026-12-25`);
    if (hours !== '' && parseSpan(hours) === null)
      complain('hours', `"${hours.slice(0, 20)}" must be like 10:00-18:00, or empty for closed`);
    for (const name of ['en', 'zh-CN', 'de'] as const)
      if (cells[name] === '' || cells[name].length > 120) complain(name, 'must have 1 to 120 characters');
    const key = `${calendar} ${day}`;
    const earlier = lines.get(key);
    if (earlier !== undefined) complain('day', `${day} of ${calendar} is already on line ${earlier}`);
    else lines.set(key, line);
    return {
      calendar,
      day,
      hours: hours === '' ? null : hours,
      name_en: en,
      name_zh_cn: cells['zh-CN'],
      name_de: de,
    };
  });
  return faults.length > 0 ? { faults: inOrder(faults) } : { holidays };
}
