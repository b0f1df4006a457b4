import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { formats } from './formats.ts';
import { bestLanguage, createSpeech } from './text.ts';
import { fill } from './words.ts';

const root = join(import.meta.dirname, '../..');

test('a number picks the form of its language and is written as readers of it write numbers', () => {
  const words = '{count|# use|# uses} of {name}';
  expect(fill(words, { count: 1, name: 'the log' }, 'en')).toBe('1 use of the log');
  expect(fill(words, { count: 1234, name: 'it' }, 'en')).toBe('1,234 uses of it');
  expect(fill('{count|# Laden|# Läden}', { count: 0 }, 'de')).toBe('0 Läden');
  expect(fill('{count|# 家}', { count: 1 }, 'zh-CN')).toBe('1 家');
});

test('a value that is missing stays visible instead of vanishing', () => {
  expect(fill('until {time}', {}, 'en')).toBe('until {time}');
});

test('distances are said as they are: metres below a kilometre, one decimal below ten', () => {
  const { distance } = formats('en');
  expect([distance(400), distance(1400), distance(10_000), distance(24_000)]).toEqual([
    '400 m',
    '1.4 km',
    '10 km',
    '24 km',
  ]);
});

test('a week begins on Monday and an unknown country is no error', () => {
  expect(formats('de').weekday(1)).toBe('Montag');
  expect(formats('en').weekday(7)).toBe('Sunday');
  expect(formats('en').country('CH')).toBe('Switzerland');
  expect(formats('en').country('unknown')).toBe('Unknown Region');
});

test('the first language of the reader that is spoken here is taken, English otherwise', () => {
  expect(bestLanguage(['fr-CH', 'de-CH', 'en'])).toBe('de');
  expect(bestLanguage(['zh-TW'])).toBe('zh-CN');
  expect(bestLanguage(['fr'])).toBe('en');
});

test('a switch of language changes every loaded catalogue at once, and only after all are there', async () => {
  const chosen: string[] = [];
  const catalogue = {
    en: async () => ({ default: { hello: 'Hello' } }),
    de: async () => ({ default: { hello: 'Guten Tag' } }),
    'zh-CN': async () => Promise.reject(new Error('no connection')),
  };
  const speech = createSpeech('en', (language) => chosen.push(language));
  await speech.load(catalogue);
  await speech.choose('de');
  expect(speech.words(catalogue)).toEqual({ hello: 'Guten Tag' });
  await expect(speech.choose('zh-CN')).rejects.toThrow('no connection');
  expect([speech.language.value, chosen]).toEqual(['de', ['de']]);
});

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

const catalogues = globSync('{ui,apps,features}/**/text/en.ts', {
  cwd: root,
  exclude: (path) => /(^|\/)(node_modules|dist)$/.test(path),
});

test.each(catalogues)('%s: every language carries the values of every sentence', async (path) => {
  const load = async (language: string): Promise<Record<string, string>> =>
    (await import(join(root, dirname(path), `${language}.ts`))).default;
  const english = await load('en');
  for (const language of ['de', 'zh-CN']) {
    const words = await load(language);
    for (const [key, text] of Object.entries(english))
      expect([key, placeholders(words[key] ?? '')]).toEqual([key, placeholders(text)]);
  }
});

test.each(catalogues)('%s: every key is said somewhere', (path) => {
  const folder = join(root, dirname(path), '..');
  const code = globSync('**/*.{ts,tsx}', {
    cwd: folder,
    exclude: (one) => /(^|\/)(en|de|zh-CN)\.ts$/.test(one),
  })
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const keys = [...readFileSync(join(root, path), 'utf8').matchAll(/^ {2}(\w+):/gm)].map(
    ([, key]) => key ?? '',
  );
  // A key may be put together: `status_${status}`, `${kind}_title`.
  const said = (key: string) => {
    const [first, last] = [key.split('_')[0], key.split('_').at(-1)];
    return new RegExp(`\\b${key}\\b|\`${first}_\\$|\`\\$\\{[\\w.]+\\}_${last}\``).test(code);
  };
  const idle = keys.filter((key) => !said(key));
  expect(idle).toEqual([]);
});
