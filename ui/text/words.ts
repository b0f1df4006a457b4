import type { Language } from '@axent/policy/shape';

/** Names of the placeholders in a message: `{count}` and `{count|# use|# uses}` both give `count`. */
type Placeholders<S extends string> = S extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | Placeholders<Rest>
  : never;

export type Values<S extends string> = { readonly [name in Placeholders<S>]: string | number };

export type Words = Readonly<Record<string, string>>;

/** The locale by which dates and numbers are written in each language. */
const locales: Readonly<Record<Language, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN', de: 'de-CH' };

/** Made at first use and kept: to make a format takes as long as to use it a hundred times. */
export function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The same for each language. */
export function perLanguage<T>(make: (locale: string) => T): (language: Language) => T {
  const made = Object.fromEntries(
    Object.entries(locales).map(([language, locale]) => [language, lazily(() => make(locale))]),
  ) as Record<Language, () => T>;
  return (language) => made[language]();
}

const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));
const plurals = perLanguage((locale) => new Intl.PluralRules(locale));

/**
 * Fills a message. `{name}` is replaced by its value; `{count|# use|# uses}` picks the form for the number
 * (first: one, last: any other; a single form serves languages without plural) and writes it for `#`.
 */
export function fill(text: string, values: Readonly<Record<string, string | number>>, language: Language) {
  return text.replace(/\{(\w+)((?:\|[^|}]*)*)\}/g, (whole, name: string, rest: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    const shown = typeof value === 'number' ? numbers(language).format(value) : value;
    const forms = rest.split('|').slice(1);
    if (forms.length === 0) return shown;
    const one = plurals(language).select(Number(value)) === 'one';
    return ((one ? forms[0] : forms.at(-1)) ?? '').replace('#', shown);
  });
}
