import type { NoticeWords, PromptWords } from '../shape.ts';
import type {
  ExactUse,
  LayeredNotice,
  MatterUse,
  NoticeClause,
  RecipientUse,
  StandingUse,
  UseWords,
} from './notice.ts';

/** `30 days`, `as long as the account exists`, `never stored`, in the words of the notice. */
export function keptText(retention_days: number | null, labels: NoticeWords['labels']): string {
  if (retention_days === null) return labels.kept_account;
  if (retention_days === 0) return labels.kept_never;
  return labels.kept_days.replace('{days}', String(retention_days));
}

/**
 * The whole notice as text, every layer, in reading order: what is hashed. Each line stands on the page by itself,
 * and nothing else is in it; the cards that ask for functions have hashes of their own.
 */
export function noticeText(notice: LayeredNotice): string {
  const chapters = notice.chapters.flatMap((chapter) => [
    chapter.title,
    ...chapter.clauses.map((clause) => clauseLines(clause, notice.labels).join('\n')),
  ]);
  return `${[notice.title, ...notice.in_short, ...chapters].join('\n\n')}\n`;
}

/** The card of one function as text: what is hashed when it is opened. */
export function promptText(id: string, prompt: PromptWords): string {
  const { title, what, purpose, kept, otherwise, open, not_now, closed } = prompt;
  return [`[${id}] ${title}`, what, purpose, kept, otherwise, open, not_now, closed].join('\n');
}

/** One clause, line by line, as it stands on the page. */
export function clauseLines(clause: NoticeClause, labels: NoticeWords['labels']): readonly string[] {
  return [
    clause.id,
    clause.title,
    clause.status_name,
    clause.short,
    ...clause.text,
    ...(clause.unbuilt.length > 0 ? [labels.unbuilt, ...clause.unbuilt] : []),
    ...clause.uses.flatMap((use) => useLines(use, labels)),
    ...clause.standing.flatMap((rule) => standingLines(rule, labels)),
    ...clause.recipients.flatMap(recipientLines),
    ...clause.matters.flatMap((matter) => matterLines(matter, labels)),
  ];
}

function useLines({ words, holds }: ExactUse, labels: NoticeWords['labels']): string[] {
  const { says, kept, terms, sensitive, basis, status } = words;
  return [says, status, holds, kept, ...terms, sensitive, labels.basis, ...basis].filter(
    (line) => line !== '',
  );
}

function standingLines(rule: StandingUse, labels: NoticeWords['labels']): string[] {
  const waiting = rule.waiting_names.length > 0 ? [labels.not, ...rule.waiting_names] : [];
  return [rule.purpose_name, ...rule.category_names, ...waiting, rule.kept, labels.law, rule.law];
}

function recipientLines({ name, category_names }: RecipientUse): string[] {
  return [name, ...category_names];
}

function matterLines(matter: MatterUse, labels: NoticeWords['labels']): string[] {
  const { purpose_names, category_names, longest, bases } = matter;
  return [...purpose_names, ...category_names, longest, labels.law, ...bases];
}

/** Names of functions that serve alike stand side by side. */
const either = ' / ';

/** A use in the words of the notice. */
export function useWords(use: Omit<ExactUse, 'words'>, words: NoticeWords): UseWords {
  const { labels } = words;
  const functions = use.function === null ? [] : [use.function, ...use.or_functions];
  const names = functions.map((name) => words.functions[name] ?? name).join(either);
  return {
    says: labels[use.verb].replace('{category}', use.category_name).replace('{purpose}', use.purpose_name),
    kept: use.verb === 'send' ? '' : keptText(use.retention_days, labels),
    terms: [
      ...(names === '' ? [] : [labels.needs_function.replace('{function}', names)]),
      ...(use.while_closed ? [labels.also_while_closed] : []),
    ],
    sensitive:
      use.sensitive.length === 0
        ? ''
        : labels.sensitive.replace('{laws}', use.sensitive.join(', ').toUpperCase()),
    basis: [`GDPR ${use.basis.gdpr}`, `FADP ${use.basis.fadp}`, `PIPL ${use.basis.pipl}`],
    status: use.offered ? '' : labels.not,
  };
}
