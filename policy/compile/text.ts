import type { NoticeWords, PromptWords } from '../shape.ts';
import type { ExactUse, LayeredNotice, MatterUse, NoticeClause, StandingUse } from './notice.ts';

/** `30 days`, `as long as the account exists`, `never stored`, in the words of the notice. */
export function keptText(retention_days: number | null, labels: NoticeWords['labels']): string {
  if (retention_days === null) return labels.kept_account;
  if (retention_days === 0) return labels.kept_never;
  return labels.kept_days.replace('{days}', String(retention_days));
}

/** The whole notice as text, every layer, in reading order: what is hashed as shown, and what is printed. */
export function noticeText(notice: LayeredNotice): string {
  const chapters = notice.chapters.flatMap((chapter) => [
    `# ${chapter.title}`,
    ...chapter.clauses.map((clause) => clauseText(clause, notice.labels)),
  ]);
  const prompts = Object.entries(notice.prompts).map(([id, prompt]) => promptText(id, prompt));
  return `${[notice.title, ...notice.in_short, ...chapters, ...prompts].join('\n\n')}\n`;
}

/** The card of one function as text: what is hashed when it is opened. */
export function promptText(id: string, prompt: PromptWords): string {
  const { title, what, purpose, kept, otherwise, open, not_now, closed } = prompt;
  return [`[${id}] ${title}`, what, purpose, kept, otherwise, open, not_now, closed].join('\n');
}

function clauseText(clause: NoticeClause, labels: NoticeWords['labels']): string {
  return [
    `## ${clause.id} ${clause.title} (${clause.status_name})`,
    clause.short,
    ...clause.text,
    ...clause.unbuilt.map((part) => `${labels.unbuilt}: ${part}`),
    ...clause.uses.map((use) => useText(use, labels)),
    ...clause.standing.map((rule) => standingText(rule, labels)),
    ...clause.recipients.map(({ name, category_names }) => `- ${name}: ${category_names.join(', ')}`),
    ...clause.matters.map((matter) => matterText(matter, labels)),
  ].join('\n');
}

function useText(use: ExactUse, labels: NoticeWords['labels']): string {
  const sentence = labels[use.verb]
    .replace('{category}', use.category_name)
    .replace('{purpose}', use.purpose_name);
  const parts = [
    sentence,
    use.verb === 'send' ? '' : keptText(use.retention_days, labels),
    use.function_name === null ? '' : labels.needs_function.replace('{function}', use.function_name),
    use.while_closed ? labels.also_while_closed : '',
    use.sensitive.length > 0
      ? labels.sensitive.replace('{laws}', use.sensitive.join(', ').toUpperCase())
      : '',
    `${labels.basis}: GDPR ${use.basis.gdpr}; FADP ${use.basis.fadp}; PIPL ${use.basis.pipl}`,
    use.offered ? '' : labels.not,
  ];
  return `- ${parts.filter((part) => part !== '').join(' · ')}`;
}

function standingText(rule: StandingUse, labels: NoticeWords['labels']): string {
  const kept = keptText(rule.retention_days, labels);
  return `- ${rule.purpose_name}: ${rule.category_names.join(', ')} · ${kept} · ${labels.law}: ${rule.law}`;
}

function matterText(matter: MatterUse, labels: NoticeWords['labels']): string {
  const kept = keptText(matter.longest_days, labels);
  const uses = `${matter.purpose_names.join(', ')}: ${matter.category_names.join(', ')}`;
  return `- ${uses} · ${kept} · ${labels.law}: ${matter.bases.join('; ')}`;
}
