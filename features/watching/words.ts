import type { Language } from '@axent/policy/shape';
import type { Figures } from './watching.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN', de: 'de-CH' };

const unit = (value: number, name: string, locale: string, display: 'short' | 'long') =>
  new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: name,
    unitDisplay: display,
    maximumFractionDigits: display === 'short' && value < 10 ? 1 : 0,
  }).format(value);

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function size(bytes: number, locale: string): string {
  const power = Math.min(sizes.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
  return unit(bytes / 1024 ** power, sizes[power] ?? 'byte', locale, 'short');
}

const spans = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** In the largest unit of which there are at least two. */
function span(seconds: number, locale: string): string {
  const [name, length] = spans.find(([, one]) => seconds >= 2 * one) ?? ['second', 1];
  return unit(Math.floor(seconds / length), name, locale, 'long');
}

/** A figure as a reader of the language writes it, by the unit that its name ends with. */
function shown(name: string, value: string | number, language: Language, zone: string | null): string {
  const locale = locales[language];
  if (typeof value === 'string' && name.endsWith('_at')) {
    const day = {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    } as const;
    return new Intl.DateTimeFormat(locale, {
      ...day,
      ...(zone === null ? {} : { timeZone: zone, timeZoneName: 'short' }),
    }).format(new Date(value));
  }
  if (typeof value === 'string') return value;
  if (name.endsWith('_bytes')) return size(value, locale);
  if (name.endsWith('_s')) return span(value, locale);
  return new Intl.NumberFormat(locale).format(value);
}

/** The sentence under this key with its figures filled in. `zone`: where moments are told; null: where the reader is. */
export function sentence(
  words: Readonly<Record<string, string>>,
  key: string,
  figures: Figures,
  language: Language,
  zone: string | null = null,
): string {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = figures[name];
    return value === undefined ? whole : shown(name, value, language, zone);
  });
}
