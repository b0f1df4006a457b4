import { checkWords } from '../notice/check.ts';
import type { Language, NoticeWords, PolicyShape } from '../shape.ts';
import { languages } from '../shape.ts';
import { sha256Hex } from './canonical.ts';
import { checkPolicy } from './check.ts';
import { layeredNotice, unfilled } from './notice.ts';
import { policyHash, readingOrder } from './order.ts';
import { type DecisionTable, decisionTable } from './table.ts';
import { noticeText, promptText } from './text.ts';

export { canonicalJson, sha256Hex } from './canonical.ts';
export type { Change, ChangeClass } from './change.ts';
export { checkPolicy, PolicyError } from './check.ts';
export {
  type CoverageRow,
  type CoverageTotals,
  coverageRows,
  coverageTotals,
  type Evidence,
} from './coverage.ts';
export { type Difference, describeChange, difference } from './difference.ts';
export { type DataComment, parseComment } from './grants.comment.ts';
export {
  type ColumnFact,
  type Grant,
  GrantError,
  type Grants,
  type TableGrant,
  wantedGrants,
} from './grants.ts';
export {
  type ExactUse,
  type LayeredNotice,
  layeredNotice,
  type NoticeChapter,
  type NoticeClause,
  type OperatorSettings,
  type StandingUse,
  type UseWords,
} from './notice.ts';
export { type Duty, type Retention, retentionOf } from './retention.ts';
export { type PublishedPolicy, sinceOf } from './since.ts';
export {
  type Cell,
  type Cells,
  type CellVerb,
  cellKey,
  type DecisionTable,
  decisionTable,
  listCells,
  type ShareCell,
  shareKey,
} from './table.ts';
export { clauseLines, keptText, noticeText, promptText } from './text.ts';
export { policyTypes } from './types.ts';

export interface CompiledPolicy {
  /** SHA-256 over the canonical JSON of policy and words, lower-case hex: the one hash that every wall names. */
  readonly hash: string;
  readonly revision: string;
  readonly table: DecisionTable;
  readonly policy: PolicyShape;
  readonly notices: Readonly<Record<Language, NoticeWords>>;
  /** Hash of the exact text of the notice in each language, with the operator's placeholders unfilled. */
  readonly text_hashes: Readonly<Record<Language, string>>;
  /** Hash of each function's card: language → function. */
  readonly prompt_hashes: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/**
 * Compiles a policy with its words. Throws PolicyError when the policy names what it does not define, WordsError
 * when a clause has no words or words have no clause. The same input in the same order gives the same hash: store
 * a policy as the text it was published with, never in a form that reorders keys.
 */
export function compile(
  policy: PolicyShape,
  notices: Readonly<Record<Language, NoticeWords>>,
): CompiledPolicy {
  checkPolicy(policy);
  checkWords(policy, notices);
  return compiled(policy, notices);
}

/** A version as it was published: checked by the release that published it, which asked for other words. */
export function compilePublished(
  policy: PolicyShape,
  notices: Readonly<Record<Language, NoticeWords>>,
): CompiledPolicy {
  return compiled(policy, notices);
}

function compiled(policy: PolicyShape, notices: Readonly<Record<Language, NoticeWords>>): CompiledPolicy {
  return {
    hash: policyHash({ policy, notices, order: readingOrder(policy, notices) }),
    revision: policy.revision,
    table: decisionTable(policy),
    policy,
    notices,
    text_hashes: perLanguage((language) =>
      sha256Hex(noticeText(layeredNotice(policy, notices[language], language, unfilled))),
    ),
    prompt_hashes: perLanguage((language) =>
      Object.fromEntries(
        Object.entries(notices[language].prompts).map(([id, prompt]) => [
          id,
          sha256Hex(promptText(id, prompt)),
        ]),
      ),
    ),
  };
}

function perLanguage<T>(of: (language: Language) => T): Record<Language, T> {
  const [en, zh, de] = languages;
  return { [en]: of(en), [zh]: of(zh), [de]: of(de) };
}
