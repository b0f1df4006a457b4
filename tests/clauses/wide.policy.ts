import { policy } from '@axent/policy';
import { type CompiledPolicy, compile } from '@axent/policy/compile';
import { notices } from '@axent/policy/notice';
import type { Language, MessageShape, NoticeWords, PolicyShape, UseShape } from '@axent/policy/shape';
import { withFault, withFaultWords } from '../../policy/revisions/fault.ts';

/**
 * A policy of the tests' own, in which everything is built and each use of a function may be made by the person, so
 * that every function and switch can be tried, and a later version of it that widens every use.
 */

type Uses = PolicyShape['collect'];

function mapped<T>(record: Readonly<Record<string, T>>, to: (item: T, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, to(item, key)]));
}

function built(shape: PolicyShape): PolicyShape {
  const reachable = (uses: Uses): Uses =>
    mapped(uses, (own, purpose) =>
      mapped(own, ({ unbuilt: _, ...use }: UseShape) => {
        const actors = use.actors ?? shape.purposes[purpose]?.actors ?? [];
        return use.function === undefined
          ? use
          : { ...use, actors: [...new Set([...actors, 'person'] as const)] };
      }),
    );
  return {
    ...shape,
    revision: `${shape.revision}-wide`,
    clauses: mapped(shape.clauses, (clause) => ({ ...clause, built: 'whole', unbuilt: [] })),
    purposes: mapped(shape.purposes, (purpose) => ({
      ...purpose,
      actors: [...new Set([...purpose.actors, 'person'] as const)],
    })),
    collect: reachable(shape.collect),
    read: reachable(shape.read),
  };
}

/** Each category holds a field more, and each message passes the switches and quiet hours: every use is wider. */
function widened(shape: PolicyShape): PolicyShape {
  return {
    ...shape,
    revision: `${shape.revision}r`,
    categories: mapped(shape.categories, (category) => ({
      ...category,
      fields: [...(category.fields ?? []), 'later'],
    })),
    messages: mapped(shape.messages, (message: MessageShape) => ({
      ...message,
      passes_switches: true,
      passes_quiet_hours: true,
    })),
  };
}

/** Nothing is missing any more. */
const complete = (words: NoticeWords): NoticeWords => ({ ...words, unbuilt: {} });
const words: Record<Language, NoticeWords> = {
  en: complete(notices.en),
  'zh-CN': complete(notices['zh-CN']),
  de: complete(notices.de),
};

const first = built(policy);
const second = withFault(widened(first));

export const widePolicies: readonly [first: CompiledPolicy, second: CompiledPolicy] = [
  compile(first, words),
  compile(second, withFaultWords(words)),
];
