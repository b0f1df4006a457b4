/** Public holidays as they are imported and kept, and as stores go by them. */
import { epochDay, parseSpan } from './hours.ts';
import type { Calendars, Holiday } from './special.ts';

export interface HolidayRecord {
  readonly calendar: string;
  /** `2026-12-25`. */
  readonly day: string;
  /** Within which stores may be open, for example `10:00-18:00`; null: they stay closed. */
  readonly hours: string | null;
  readonly name_en: string;
  readonly name_zh_cn: string;
  readonly name_de: string;
}

/** Letters, digits and dashes, for example `CH-ZH`. */
export const isCalendar = (name: string): boolean =>
  /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(name) && name.length <= 32;

export function calendarsOf(records: readonly HolidayRecord[]): Calendars {
  const calendars = new Map<string, Holiday[]>();
  for (const { calendar, day, hours, name_en, name_zh_cn, name_de } of records) {
    const epoch_day = epochDay(day);
    if (epoch_day === null) continue;
    const holiday = {
      day: epoch_day,
      within: hours === null ? null : parseSpan(hours),
      name: { en: name_en, 'zh-CN': name_zh_cn, de: name_de },
    };
    calendars.set(calendar, [...(calendars.get(calendar) ?? []), holiday]);
  }
  return calendars;
}
