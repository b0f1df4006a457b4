import type { Language, NoticeWords, PolicyShape, PromptWords } from '../shape.ts';
import { changeKeys, labelKeys, languages } from '../shape.ts';

/** Words and policy do not fit together. The message lists every gap, language by language. */
export class WordsError extends Error {
  override readonly name = 'WordsError';
}

const promptKeys = [
  'title',
  'what',
  'purpose',
  'kept',
  'otherwise',
  'open',
  'not_now',
  'closed',
] as const satisfies readonly (keyof PromptWords)[];

/**
 * Throws a WordsError unless, in every language, each clause, prompt, category, purpose, function, message,
 * recipient and chapter of the policy has words, and no words stand without one of them.
 */
export function checkWords(policy: PolicyShape, notices: Readonly<Record<Language, NoticeWords>>): void {
  const problems = languages.flatMap((language) => {
    const words: NoticeWords | undefined = notices[language];
    if (!words) return [`${language}: no notice`];
    return languageProblems(policy, words).map((problem) => `${language}: ${problem}`);
  });
  if (problems.length > 0) {
    throw new WordsError(`the words do not fit policy ${policy.revision}:\n- ${problems.join('\n- ')}`);
  }
}

function languageProblems(policy: PolicyShape, words: NoticeWords): string[] {
  const chapters = new Set<string>(Object.values(policy.clauses).map((clause) => clause.chapter));
  return [
    ...(words.title.trim() === '' ? ['the title is empty'] : []),
    ...(words.in_short.length < 4 || words.in_short.length > 7 ? ['in short: four to seven sentences'] : []),
    ...blanks('in short', words.in_short),
    ...matching('chapter', [...chapters], words.chapters, (text) => [text]),
    ...matching('clause', Object.keys(policy.clauses), words.clauses, ({ title, short, text }) =>
      text.length === 0 ? [''] : [title, short, ...text],
    ),
    ...matching('prompt', Object.keys(policy.functions), words.prompts, (prompt) =>
      promptKeys.map((key) => prompt[key] ?? ''),
    ),
    ...matching('category', Object.keys(policy.categories), words.categories, (text) => [text]),
    ...matching('contents of category', Object.keys(policy.categories), words.holds, (text) => [text]),
    ...matching('purpose', Object.keys(policy.purposes), words.purposes, (text) => [text]),
    ...matching('function', Object.keys(policy.functions), words.functions, (text) => [text]),
    ...matching('message', Object.keys(policy.messages), words.messages, (text) => [text]),
    ...(words.recipients === undefined
      ? []
      : matching('recipient', Object.keys(policy.recipients), words.recipients, (text) => [text])),
    ...matching('label', labelKeys, words.labels, (text) => [text]),
    ...matching('change', changeKeys, words.changes, (text) => [text]),
    ...unbuiltProblems(policy, words),
  ];
}

function matching<T>(
  kind: string,
  ids: readonly string[],
  words: Readonly<Record<string, T>>,
  texts: (item: T) => readonly string[],
): string[] {
  const missing = ids.filter((id) => !Object.hasOwn(words, id)).map((id) => `${kind} ${id} has no words`);
  const stray = Object.keys(words)
    .filter((id) => !ids.includes(id))
    .map((id) => `words for ${kind} ${id}, which is not in the policy`);
  const empty = Object.entries(words).flatMap(([id, item]) => blanks(`${kind} ${id}`, texts(item)));
  return [...missing, ...stray, ...empty];
}

function blanks(where: string, texts: readonly string[]): string[] {
  return texts.some((text) => text.trim() === '') ? [`${where}: some of its words are empty`] : [];
}

function unbuiltProblems(policy: PolicyShape, words: NoticeWords): string[] {
  const counts = Object.entries(policy.clauses).flatMap(([id, clause]) => {
    const worded = words.unbuilt[id] ?? [];
    if (worded.length === clause.unbuilt.length) return blanks(`unbuilt parts of ${id}`, worded);
    return [`clause ${id}: ${clause.unbuilt.length} unbuilt parts, ${worded.length} worded`];
  });
  const stray = Object.keys(words.unbuilt).filter((id) => !policy.clauses[id]);
  return [...counts, ...stray.map((id) => `unbuilt parts of clause ${id}, which is not in the policy`)];
}
