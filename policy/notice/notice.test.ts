import { describe, expect, test } from 'vitest';
import { compile } from '../compile/compile.ts';
import { policy } from '../policy.ts';
import { type Language, languages, type NoticeWords } from '../shape.ts';
import { type ClauseTexts, checkWords, notices, type Prompts } from './notice.ts';

type Words = Record<Language, NoticeWords>;

function withEnglish(change: (words: NoticeWords) => NoticeWords): Words {
  return { ...notices, en: change(notices.en) };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([id]) => id !== key));
}

test('policy and words fit in all three languages', () => {
  expect(() => checkWords(policy, notices)).not.toThrow();
});

describe('a build without words fails and says what is missing', () => {
  test('a clause without words', () => {
    const words = withEnglish((en) => ({ ...en, clauses: without(en.clauses, 'C.log') }));
    expect(() => checkWords(policy, words)).toThrow('en: clause C.log has no words');
  });

  test('words without a clause', () => {
    const stray = { title: 'Dreams', short: 'Yours.', text: ['All of them.'] };
    const words = withEnglish((en) => ({ ...en, clauses: { ...en.clauses, 'C.dreams': stray } }));
    expect(() => checkWords(policy, words)).toThrow(
      'en: words for clause C.dreams, which is not in the policy',
    );
  });

  test('a clause whose words are blank', () => {
    const blank = { title: 'Log', short: ' ', text: ['Text.'] };
    const words = withEnglish((en) => ({ ...en, clauses: { ...en.clauses, 'C.log': blank } }));
    expect(() => checkWords(policy, words)).toThrow('en: clause C.log: some of its words are empty');
  });

  test('a function without a card, in German alone', () => {
    const words: Words = {
      ...notices,
      de: { ...notices.de, prompts: without(notices.de.prompts, 'nearby') },
    };
    expect(() => checkWords(policy, words)).toThrow('de: prompt nearby has no words');
  });

  test.each(['categories', 'holds', 'purposes', 'functions', 'messages', 'chapters'] as const)(
    'a name missing from %s',
    (part) => {
      const first = Object.keys(notices.en[part])[0] ?? '';
      const words = withEnglish((en) => ({ ...en, [part]: without(en[part], first) }));
      expect(() => checkWords(policy, words)).toThrow(`${first} has no words`);
    },
  );

  test('an unbuilt part that the notice keeps silent about', () => {
    const words = withEnglish((en) => ({ ...en, unbuilt: { ...en.unbuilt, 'C.profile': ['One.', 'Two.'] } }));
    expect(() => checkWords(policy, words)).toThrow('en: clause C.profile: 1 unbuilt parts, 2 worded');
  });
});

describe('what is compiled stands or falls with its words', () => {
  test('a policy whose clause has no words does not compile, in whichever language they are missing', () => {
    for (const language of languages) {
      const own: NoticeWords = notices[language];
      const words: Words = { ...notices, [language]: { ...own, clauses: without(own.clauses, 'C.log') } };
      expect(() => compile(policy, words)).toThrow(`${language}: clause C.log has no words`);
    }
  });

  test('words without a clause do not compile either', () => {
    const stray = { title: 'Dreams', short: 'Yours.', text: ['All of them.'] };
    const words = withEnglish((en) => ({ ...en, clauses: { ...en.clauses, 'C.dreams': stray } }));
    expect(() => compile(policy, words)).toThrow('words for clause C.dreams');
  });

  test('the compiler refuses both before anything runs', () => {
    const { 'C.log': _, ...fewer } = notices.en.clauses;
    // @ts-expect-error a clause without words is no set of words for this policy
    const missing: ClauseTexts = fewer;
    const stray: ClauseTexts = {
      ...notices.en.clauses,
      // @ts-expect-error words without a clause have no place in it
      'C.dreams': { title: 'Dreams', short: 'Yours.', text: ['All of them.'] },
    };
    const { nearby: __, ...cards } = notices.en.prompts;
    // @ts-expect-error a function without its card is no set of cards for this policy
    const closed: Prompts = cards;
    const [clauses, functions] = [notices.en.clauses, notices.en.prompts].map(
      (all) => Object.keys(all).length,
    );
    expect(Object.keys(missing)).toHaveLength((clauses ?? 0) - 1);
    expect(Object.keys(stray)).toHaveLength((clauses ?? 0) + 1);
    expect(Object.keys(closed)).toHaveLength((functions ?? 0) - 1);
  });
});

describe('the words themselves', () => {
  test('the residual risk is said openly in each language', () => {
    expect(notices.en.clauses['S.residual'].short).toBe('No system is completely safe. Ours is not either.');
    expect(notices['zh-CN'].clauses['S.residual'].short).toBe('没有绝对安全的系统，我们的也不例外。');
    expect(notices.de.clauses['S.residual'].short).toBe('Kein System ist ganz sicher. Auch unseres nicht.');
  });

  test('no language bakes into its clauses what the computed status says', () => {
    const text = JSON.stringify(Object.values(notices).map((words) => [words.clauses, words.prompts]));
    expect(text).not.toMatch(/not offered yet|noch nicht angeboten|尚未提供/i);
  });

  test('only known placeholders appear', () => {
    const text = JSON.stringify(Object.values(notices).map(({ labels: _, changes: __, ...words }) => words));
    const found = new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
    expect([...found].toSorted()).toEqual([
      'authority',
      'brand',
      'contact',
      'controller',
      'minimum_age',
      'representative',
      'withheld_days',
    ]);
  });

  test('change sentences of all languages fill the same places', () => {
    const places = (words: NoticeWords) =>
      Object.entries(words.changes).map(([key, text]) => [
        key,
        [...text.matchAll(/\{\w+\}/g)].map(String).toSorted(),
      ]);
    expect(places(notices.de)).toEqual(places(notices.en));
    expect(places(notices['zh-CN'])).toEqual(places(notices.en));
  });
});
