import type { Language } from '@axent/policy/shape';
import type { TLocalizedValidationError } from 'typebox/error';
import { Locale } from 'typebox/system';

const longest = 200;

const whole: Readonly<Record<Language, string>> = {
  en: '(the whole request)',
  'zh-CN': '（整个请求）',
  de: '(die ganze Anfrage)',
};

const words: Readonly<Record<Language, (error: TLocalizedValidationError) => string>> = {
  en: Locale.en_US,
  'zh-CN': Locale.zh_Hans,
  de: Locale.de_DE,
};

const deep: Readonly<Record<Language, string>> = {
  en: 'it is nested too deeply',
  'zh-CN': '嵌套层级过深',
  de: 'es ist zu tief verschachtelt',
};

/** Where input leaves its schema and why, in the reader's language; never with the value itself. */
export interface Misfit {
  /** Path with dots, for example `value.phone`. */
  readonly field: string;
  readonly why: string;
  readonly [name: string]: string;
}

export function misfit(error: TLocalizedValidationError | undefined, language: Language): Misfit {
  const path = (error?.instancePath ?? '').split('/').filter(Boolean).join('.').slice(0, longest);
  const why = error === undefined ? '' : words[language](error).slice(0, longest);
  return { field: path || whole[language], why };
}

export function tooDeep(language: Language): Misfit {
  return { field: whole[language], why: deep[language] };
}
