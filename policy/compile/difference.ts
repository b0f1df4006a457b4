import type { Language, NoticeWords, PolicyShape } from '../shape.ts';
import { canonicalJson } from './canonical.ts';
import type { Change, ChangeClass } from './change.ts';
import { cellChanges } from './difference.cells.ts';
import { clauseChanges } from './difference.clauses.ts';
import { subjectChanges } from './difference.subjects.ts';

export interface Difference {
  /** The widest of its changes; `neutral` when nothing but words changed, or nothing at all. */
  readonly class: ChangeClass;
  readonly changes: readonly Change[];
}

export interface Worded {
  readonly policy: PolicyShape;
  readonly notices: Readonly<Record<Language, NoticeWords>>;
}

/** What changed from one version to the next, widening first. */
export function difference(before: Worded, after: Worded): Difference {
  const changes = [
    ...cellChanges(before.policy, after.policy),
    ...subjectChanges(before.policy, after.policy),
    ...clauseChanges(before.policy, after.policy),
    ...wordChanges(before, after),
  ];
  const order: readonly ChangeClass[] = ['widening', 'narrowing', 'neutral'];
  const sorted = changes.toSorted((a, b) => order.indexOf(a.class) - order.indexOf(b.class));
  return { class: sorted[0]?.class ?? 'neutral', changes: sorted };
}

function wordChanges(before: Worded, after: Worded): Change[] {
  const clauses = Object.keys(after.policy.clauses).filter((id) => {
    if (!before.policy.clauses[id]) return false;
    return wordsOf(before, id) !== wordsOf(after, id);
  });
  return clauses.map((clause) => ({
    class: 'neutral',
    key: 'words_changed',
    clauses: [clause],
    args: { clause },
  }));
}

function wordsOf(version: Worded, clause: string): string {
  return canonicalJson(Object.values(version.notices).map((words) => words.clauses[clause] ?? null));
}

/**
 * The change in plain words. Names come from the version that knows them: `words` first, then `earlier`.
 * `{days}` and numbers are filled in as they are; a null retention is worded by its label.
 */
export function describeChange(change: Change, words: NoticeWords, earlier: NoticeWords = words): string {
  const named: Readonly<Record<string, (id: string) => string | undefined>> = {
    purpose: (id) => words.purposes[id] ?? earlier.purposes[id],
    category: (id) => words.categories[id] ?? earlier.categories[id],
    function: (id) => words.functions[id] ?? earlier.functions[id],
    message: (id) => words.messages[id] ?? earlier.messages[id],
    recipient: (id) => words.recipients?.[id] ?? earlier.recipients?.[id],
    clause: (id) => words.clauses[id]?.title ?? earlier.clauses[id]?.title,
  };
  const template = words.changes[change.key];
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = change.args[slot];
    if (value === undefined) return '';
    if (slot === 'from' || slot === 'to') return keptWords(value, words);
    return named[slot]?.(String(value)) ?? String(value);
  });
}

function keptWords(value: string | number, words: NoticeWords): string {
  if (value === 'account') return words.labels.kept_account;
  if (value === 0) return words.labels.kept_never;
  return typeof value === 'number' ? words.labels.kept_days.replace('{days}', String(value)) : value;
}
