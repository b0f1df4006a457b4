import type { Output } from '@axent/kernel/operation';
import { Details, Facts, Status, type Tone, useFormats, useText } from '@axent/ui';
import type { show } from '../contract.ts';
import styles from './notice.module.css';
import { Outside } from './outside.tsx';
import { catalogue } from './text.ts';

export type Notice = Output<typeof show>;
export type NoticeClause = Notice['chapters'][number]['clauses'][number];
type Use = NoticeClause['uses'][number];

export const tones: Readonly<Record<NoticeClause['status'], Tone>> = {
  whole: 'good',
  partly: 'partly',
  not: 'quiet',
};

/** Collecting and reading the same data for the same purpose on the same ground is one entry to a reader. */
function entries(uses: readonly Use[]): Use[] {
  const seen = new Map<string, Use>();
  for (const use of uses)
    seen.set(JSON.stringify([use.category, use.purpose, use.basis, use.retention_days, use.function]), use);
  return [...seen.values()];
}

function useKept(): (retention_days: number | null) => string {
  const t = useText(catalogue);
  const formats = useFormats();
  return (days) => (days === null ? t('kept_account') : days === 0 ? t('kept_never') : formats.days(days));
}

/** A use that the law lets happen, or demands, without asking. */
function StandingUse({ rule }: { readonly rule: NoticeClause['standing'][number] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const kept = useKept();
  return (
    <li class={styles.exact}>
      <Facts
        facts={[
          [t('exact_data'), <b key="data">{formats.list(rule.category_names)}</b>],
          [t('exact_purpose'), rule.purpose_name],
          [t('exact_kept'), kept(rule.retention_days)],
          [t('exact_basis'), rule.law],
        ]}
      />
    </li>
  );
}

function ExactUse({ use, functions }: { readonly use: Use; readonly functions: Notice['functions'] }) {
  const t = useText(catalogue);
  const kept = useKept();
  const basis = (
    <ul class={styles.laws}>
      <li>GDPR {use.basis.gdpr}</li>
      <li>FADP {use.basis.fadp}</li>
      <li>PIPL {use.basis.pipl}</li>
    </ul>
  );
  return (
    <li class={styles.exact}>
      <Facts
        facts={[
          [
            t('exact_data'),
            <span key="data">
              <b>{use.category_name}</b>
              {use.holds && <span class={styles.holds}>{use.holds}</span>}
            </span>,
          ],
          [t('exact_purpose'), use.purpose_name],
          [t('exact_kept'), kept(use.retention_days)],
          ...(use.function
            ? ([[t('exact_function'), functions[use.function] ?? use.function]] as const)
            : []),
          [t('exact_basis'), basis],
        ]}
      />
    </li>
  );
}

interface ClauseProps {
  readonly clause: NoticeClause;
  readonly functions: Notice['functions'];
}

/** One promise in its layers: the sentence, the words, and exactly which data on which ground for how long. */
export function Clause({ clause, functions }: ClauseProps) {
  const t = useText(catalogue);
  const uses = entries(clause.uses);
  return (
    <Details
      id={clause.id}
      summary={
        <span class={styles.summary}>
          <b>{clause.title}</b>
          <span>{clause.short}</span>
        </span>
      }
    >
      <div class={styles.clause}>
        {clause.text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {clause.status === 'not' && <p class={styles.quiet}>{t('not_offered')}</p>}
        {clause.status === 'partly' && clause.unbuilt.length > 0 && (
          <div class={styles.quiet}>
            <b>{t('unbuilt')}</b>
            <ul class={styles.points}>
              {clause.unbuilt.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          </div>
        )}
        {uses.length + clause.standing.length + clause.recipients.length + clause.matters.length > 0 && (
          <Details look="quiet" summary={t('exactly')}>
            <ul class={styles.exacts}>
              {uses.map((use) => (
                <ExactUse key={`${use.category} ${use.purpose}`} use={use} functions={functions} />
              ))}
              {clause.standing.map((rule) => (
                <StandingUse key={`${rule.law} ${rule.purpose_name}`} rule={rule} />
              ))}
              <Outside clause={clause} />
            </ul>
          </Details>
        )}
        <p class={styles.foot}>
          <Status tone={tones[clause.status]} href={`/coverage#${clause.id}`}>
            {t(`status_${clause.status}`)}
          </Status>
          {clause.uses_yesterday > 0 && <span>{t('yesterday', { count: clause.uses_yesterday })}</span>}
          <a href={`#${clause.id}`} title={t('link')}>
            {clause.id}
          </a>
        </p>
      </div>
    </Details>
  );
}
