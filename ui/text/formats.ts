import type { Language } from '@axent/policy/shape';
import { locales } from './words.ts';

/** Dates, amounts and lists as a reader of one language expects them. Dates come as ISO 8601 text. */
export interface Formats {
  /** 3 November 2026 */
  date(iso: string): string;
  /** Tuesday, 3 November; with the year where it is not the year of `now`. */
  day(iso: string, now: Date): string;
  /** 14:05 */
  time(iso: string): string;
  /** 3 November 2026, 14:05 */
  moment(iso: string): string;
  /** 1 is Monday, 7 is Sunday. */
  weekday(number: number): string;
  /** 400 m, 2.3 km, 12 km */
  distance(distance_m: number): string;
  number(value: number): string;
  days(value: number): string;
  list(items: readonly string[]): string;
  /** A country's name from its ISO 3166 code; the code itself where there is none. */
  country(code: string): string;
}

export function formats(language: Language): Formats {
  const locale = locales[language];
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, options);
    return (iso: string) => format.format(new Date(iso));
  };
  const unit = (name: string, display: 'short' | 'long', digits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: display,
      maximumFractionDigits: digits,
    });
  const long_day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const this_year = dates(long_day);
  const other_year = dates({ ...long_day, year: 'numeric' });
  return {
    date: dates({ dateStyle: 'long' }),
    day: (iso, now) => (new Date(iso).getFullYear() === now.getFullYear() ? this_year(iso) : other_year(iso)),
    time: dates(clock),
    moment: dates({ day: 'numeric', month: 'long', year: 'numeric', ...clock }),
    // 2024 began on a Monday.
    weekday: (number) =>
      new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, number)),
    distance: (distance_m) =>
      distance_m < 1000
        ? unit('meter', 'short', 0).format(distance_m)
        : unit('kilometer', 'short', distance_m < 10_000 ? 1 : 0).format(distance_m / 1000),
    number: (value) => new Intl.NumberFormat(locale).format(value),
    days: (value) => unit('day', 'long', 0).format(value),
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    country: (code) => {
      try {
        // ZZ is the code for a region that is not known.
        const region = /^[A-Z]{2}$/.test(code) ? code : 'ZZ';
        return new Intl.DisplayNames(locale, { type: 'region' }).of(region) ?? code;
      } catch {
        return code;
      }
    },
  };
}
