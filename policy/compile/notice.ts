import {
  type ClauseShape,
  type ClauseWords,
  type Language,
  type LegalBasis,
  legalAreas,
  type NoticeWords,
  type PolicyShape,
  type PromptWords,
} from '../shape.ts';
import type { Cell, CellVerb } from './table.ts';
import { decisionTable, listCells } from './table.ts';
import { keptText, useWords } from './text.ts';

/** What the operator of this deployment has to say about itself. Its hash is kept apart from the policy's. */
export interface OperatorSettings {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
  readonly representative: string;
  readonly authority: string;
  readonly imprint: string;
}

/** One exact use, the deepest layer. `retention_days`: null while the account lives, 0 never stored. */
export interface ExactUse {
  readonly verb: CellVerb;
  readonly purpose: string;
  readonly purpose_name: string;
  /** The category or, for `send`, the message. */
  readonly category: string;
  readonly category_name: string;
  /** Exactly what the category holds, in words; empty for a message. */
  readonly holds: string;
  readonly sensitive: readonly string[];
  readonly basis: LegalBasis;
  readonly retention_days: number | null;
  readonly function: string | null;
  readonly function_name: string | null;
  /** Functions that let the same use in as well. */
  readonly or_functions: readonly string[];
  readonly while_closed: boolean;
  readonly offered: boolean;
  readonly words: UseWords;
}

/** A use as it is read, line by line: what is shown, printed and hashed. An empty text is not shown. */
export interface UseWords {
  readonly says: string;
  readonly kept: string;
  /** The functions that must be open, and whether closing stops it. */
  readonly terms: readonly string[];
  readonly sensitive: string;
  /** One line a law. */
  readonly basis: readonly string[];
  /** That it is not offered yet. */
  readonly status: string;
}

/** A standing legal ground: a use that needs no authorization. */
export interface StandingUse {
  readonly law: string;
  readonly area: 'eu_ch' | 'cn' | 'all';
  readonly purpose: string;
  readonly purpose_name: string;
  readonly category_names: readonly string[];
  /** Those of them that nothing is done with yet. */
  readonly waiting_names: readonly string[];
  readonly retention_days: number | null;
  readonly kept: string;
}

/** A kind of third party that may get something. */
export interface RecipientUse {
  readonly name: string;
  readonly category_names: readonly string[];
}

/** What a matter on this ground may open. */
export interface MatterUse {
  /** Lawful bases of every legal area. */
  readonly bases: readonly string[];
  readonly purpose_names: readonly string[];
  readonly category_names: readonly string[];
  /** How long one may be open, in words. */
  readonly longest: string;
}

export interface NoticeClause extends ClauseWords {
  readonly id: string;
  readonly status: ClauseShape['built'];
  readonly status_name: string;
  readonly unbuilt: readonly string[];
  readonly uses: readonly ExactUse[];
  readonly standing: readonly StandingUse[];
  readonly recipients: readonly RecipientUse[];
  readonly matters: readonly MatterUse[];
}

export interface NoticeChapter {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly NoticeClause[];
}

export interface LayeredNotice {
  readonly revision: string;
  readonly language: Language;
  readonly title: string;
  readonly in_short: readonly string[];
  readonly contents: readonly { id: string; title: string; clauses: { id: string; title: string }[] }[];
  readonly chapters: readonly NoticeChapter[];
  readonly prompts: Readonly<Record<string, PromptWords>>;
  readonly categories: Readonly<Record<string, string>>;
  readonly purposes: Readonly<Record<string, string>>;
  readonly functions: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<string, string>>;
  readonly labels: NoticeWords['labels'];
  readonly controller: OperatorSettings;
}

/** Stand-ins that stay visible as placeholders: the notice as hashed, before any operator filled it in. */
export const unfilled: OperatorSettings = {
  name: '{controller}',
  address: '{address}',
  contact: '{contact}',
  representative: '{representative}',
  authority: '{authority}',
  imprint: '{imprint}',
};

/** The notice in one language as plain data, in all its layers, with the operator's settings filled in. */
export function layeredNotice(
  policy: PolicyShape,
  notice: NoticeWords,
  language: Language,
  settings: OperatorSettings,
): LayeredNotice {
  const words = fill(notice, slotsOf(policy, settings));
  const cells = listCells(decisionTable(policy));
  const chapters = Object.entries(words.chapters).map(([id, title]) => ({
    id,
    title,
    clauses: Object.entries(policy.clauses)
      .filter(([, clause]) => clause.chapter === id)
      .map(([clause, shape]) => noticeClause(policy, words, clause, shape, cells)),
  }));
  return {
    revision: policy.revision,
    language,
    title: words.title,
    in_short: words.in_short,
    contents: chapters.map((chapter) => ({
      id: chapter.id,
      title: chapter.title,
      clauses: chapter.clauses.map((clause) => ({ id: clause.id, title: clause.title })),
    })),
    chapters,
    prompts: words.prompts,
    categories: words.categories,
    purposes: words.purposes,
    functions: words.functions,
    messages: words.messages,
    labels: words.labels,
    controller: settings,
  };
}

function slotsOf(policy: PolicyShape, settings: OperatorSettings): Readonly<Record<string, string>> {
  return {
    controller: settings.name,
    contact: settings.contact,
    representative: settings.representative,
    authority: settings.authority,
    minimum_age: String(policy.minimum_age),
    withheld_days: String(policy.withheld_days),
    brand: policy.brand,
  };
}

/** Fills the placeholders of every string; labels and change sentences keep theirs, filled in at their use. */
function fill(words: NoticeWords, slots: Readonly<Record<string, string>>): NoticeWords {
  const text = (line: string) => line.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
  return {
    ...words,
    title: text(words.title),
    in_short: words.in_short.map(text),
    chapters: mapStrings(words.chapters, text),
    clauses: mapRecord(words.clauses, (clause) => ({
      title: text(clause.title),
      short: text(clause.short),
      text: clause.text.map(text),
    })),
    prompts: mapRecord(words.prompts, (prompt) => ({
      title: text(prompt.title),
      what: text(prompt.what),
      purpose: text(prompt.purpose),
      kept: text(prompt.kept),
      otherwise: text(prompt.otherwise),
      open: text(prompt.open),
      not_now: text(prompt.not_now),
      closed: text(prompt.closed),
    })),
    holds: mapStrings(words.holds, text),
  };
}

function mapRecord<T, U>(record: Readonly<Record<string, T>>, to: (item: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, to(item)]));
}

function mapStrings(record: Readonly<Record<string, string>>, to: (text: string) => string) {
  return mapRecord(record, to);
}

type Listed = ReturnType<typeof listCells>[number];

function noticeClause(
  policy: PolicyShape,
  words: NoticeWords,
  id: string,
  shape: ClauseShape,
  cells: readonly Listed[],
): NoticeClause {
  const own = words.clauses[id] ?? { title: id, short: '', text: [] };
  return {
    id,
    title: own.title,
    short: own.short,
    text: own.text,
    status: shape.built,
    status_name: words.labels[shape.built],
    unbuilt: words.unbuilt[id] ?? shape.unbuilt,
    uses: cells.filter(({ cell }) => cell.clauses.includes(id)).map((item) => exactUse(policy, words, item)),
    standing: standingUses(policy, words, id, cells),
    recipients: recipientUses(policy, words, id),
    matters: matterUses(policy, words, id),
  };
}

function exactUse(policy: PolicyShape, words: NoticeWords, { verb, subject, cell }: Listed): ExactUse {
  const names = verb === 'send' ? words.messages : words.categories;
  const facts = {
    verb,
    purpose: cell.purpose,
    purpose_name: words.purposes[cell.purpose] ?? cell.purpose,
    category: subject,
    category_name: names[subject] ?? subject,
    holds: verb === 'send' ? '' : (words.holds[subject] ?? ''),
    sensitive: verb === 'send' ? [] : (policy.categories[subject]?.sensitive ?? []),
    basis: basisOf(policy, verb, cell, subject),
    retention_days: cell.retention_days,
    function: cell.function ?? null,
    function_name: cell.function === undefined ? null : (words.functions[cell.function] ?? cell.function),
    or_functions: cell.or_functions ?? [],
    while_closed: cell.while_closed ?? false,
    offered: cell.offered,
  };
  return { ...facts, words: useWords(facts, words) };
}

function basisOf(policy: PolicyShape, verb: CellVerb, cell: Cell, subject: string): LegalBasis {
  const shape = verb === 'send' ? policy.messages[subject] : policy[verb][cell.purpose]?.[subject];
  if (!shape) throw new Error(`no ${verb} of ${subject} for ${cell.purpose}`);
  return shape.basis;
}

function standingUses(
  policy: PolicyShape,
  words: NoticeWords,
  clause: string,
  cells: readonly Listed[],
): StandingUse[] {
  const named = (category: string) => words.categories[category] ?? category;
  const isUsed = (purpose: string, category: string) =>
    cells.some((one) => one.subject === category && one.cell.purpose === purpose && one.cell.offered);
  return Object.values(policy.exceptions)
    .filter((exception) => exception.clause === clause)
    .flatMap((exception) => exception.standing)
    .map((rule) => ({
      law: rule.law,
      area: rule.area,
      purpose: rule.purpose,
      purpose_name: words.purposes[rule.purpose] ?? rule.purpose,
      category_names: rule.categories.map(named),
      waiting_names: rule.categories.filter((category) => !isUsed(rule.purpose, category)).map(named),
      retention_days: rule.retention_days,
      kept: keptText(rule.retention_days, words.labels),
    }));
}

function recipientUses(policy: PolicyShape, words: NoticeWords, clause: string): RecipientUse[] {
  // Versions from before third parties had names say nothing of them, as they did then.
  const { recipients } = words;
  if (recipients === undefined) return [];
  return Object.entries(policy.recipients)
    .filter(([, recipient]) => recipient.clause === clause)
    .map(([id, { categories }]) => ({
      name: recipients[id] ?? id,
      category_names: categories.map((category) => words.categories[category] ?? category),
    }));
}

function matterUses(policy: PolicyShape, words: NoticeWords, clause: string): MatterUse[] {
  return Object.values(policy.exceptions).flatMap(({ clause: own, matter }) =>
    own !== clause || matter === undefined
      ? []
      : [
          {
            bases: legalAreas.flatMap((area) => matter.bases[area]),
            purpose_names: matter.purposes.map((purpose) => words.purposes[purpose] ?? purpose),
            category_names: matter.categories.map((category) => words.categories[category] ?? category),
            longest: keptText(matter.longest_days, words.labels),
          },
        ],
  );
}
