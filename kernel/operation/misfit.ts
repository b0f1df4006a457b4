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

/** Where the schema's own words would speak of schemas. */
const plainer: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  pattern: {
    en: 'it is not written the way it must be',
    'zh-CN': '格式不正确',
    de: 'es ist nicht so geschrieben, wie es sein muss',
  },
  anyOf: {
    en: 'it is none of what is allowed here',
    'zh-CN': '不是此处允许的值',
    de: 'es ist nichts von dem, was hier erlaubt ist',
  },
  const: {
    en: 'it is not what is allowed here',
    'zh-CN': '不是此处允许的值',
    de: 'es ist nicht, was hier erlaubt ist',
  },
  additionalProperties: {
    en: 'it holds something that nobody asked for',
    'zh-CN': '包含未要求的内容',
    de: 'es enthält etwas, wonach niemand fragt',
  },
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
  const why = error === undefined ? '' : (plainer[error.keyword]?.[language] ?? words[language](error));
  return { field: path || whole[language], why: why.slice(0, longest) };
}

export function tooDeep(language: Language): Misfit {
  return { field: whole[language], why: deep[language] };
}
