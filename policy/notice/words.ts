import type {
  Category,
  ClauseId,
  FunctionName,
  MessageName,
  Purpose,
  policy,
  RecipientName,
} from '../policy.ts';
import type { ClauseWords, NoticeWords, PromptWords } from '../shape.ts';

type Chapter = (typeof policy.clauses)[ClauseId]['chapter'];

/** Words for every clause of the policy: a missing one does not compile, a stray one neither. */
export type ClauseTexts = Readonly<Record<ClauseId, ClauseWords>>;
export type Prompts = Readonly<Record<FunctionName, PromptWords>>;

export interface PolicyWords extends NoticeWords {
  readonly chapters: Readonly<Record<Chapter, string>>;
  readonly clauses: ClauseTexts;
  readonly prompts: Prompts;
  readonly categories: Readonly<Record<Category, string>>;
  readonly holds: Readonly<Record<Category, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly functions: Readonly<Record<FunctionName, string>>;
  readonly messages: Readonly<Record<MessageName, string>>;
  readonly recipients: Readonly<Record<RecipientName, string>>;
}
