import { lazily, perLanguage } from './words.ts';

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

export const formats = perLanguage(formatsOf);

function formatsOf(locale: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = lazily(() => new Intl.DateTimeFormat(locale, options));
    return (iso: string) => format().format(new Date(iso));
  };
  const unit = (name: string, display: 'short' | 'long', digits: number) => {
    const options = {
      style: 'unit',
      unit: name,
      unitDisplay: display,
      maximumFractionDigits: digits,
    } as const;
    const format = lazily(() => new Intl.NumberFormat(locale, options));
    return (value: number) => format().format(value);
  };
  const long_day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const this_year = dates(long_day);
  const other_year = dates({ ...long_day, year: 'numeric' });
  const weekdays = lazily(() => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }));
  const metres = unit('meter', 'short', 0);
  const near_km = unit('kilometer', 'short', 1);
  const far_km = unit('kilometer', 'short', 0);
  const numbers = lazily(() => new Intl.NumberFormat(locale));
  const lists = lazily(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const regions = lazily(() => new Intl.DisplayNames(locale, { type: 'region' }));
  return {
    date: dates({ dateStyle: 'long' }),
    day: (iso, now) => (new Date(iso).getFullYear() === now.getFullYear() ? this_year(iso) : other_year(iso)),
    time: dates(clock),
    moment: dates({ day: 'numeric', month: 'long', year: 'numeric', ...clock }),
    // 2024 began on a Monday.
    weekday: (number) => weekdays().format(Date.UTC(2024, 0, number)),
    distance: (distance_m) => {
      if (distance_m < 1000) return metres(distance_m);
      return (distance_m < 10_000 ? near_km : far_km)(distance_m / 1000);
    },
    number: (value) => numbers().format(value),
    days: unit('day', 'long', 0),
    list: (items) => lists().format(items),
    country: (code) => {
      try {
        // ZZ is the code for a region that is not known.
        return regions().of(/^[A-Z]{2}$/.test(code) ? code : 'ZZ') ?? code;
      } catch {
        return code;
      }
    },
  };
}
