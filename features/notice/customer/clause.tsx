import type { Output } from '@axent/kernel/operation';
import { Details, Status, type Tone, useText } from '@axent/ui';
import type { show } from '../contract.ts';
import { Exactly } from './exact.tsx';
import styles from './notice.module.css';
import { catalogue } from './text.ts';

export type Notice = Output<typeof show>;
export type NoticeClause = Notice['chapters'][number]['clauses'][number];

export const tones: Readonly<Record<NoticeClause['status'], Tone>> = {
  whole: 'good',
  partly: 'partly',
  not: 'quiet',
};

interface ClauseProps {
  readonly clause: NoticeClause;
  readonly labels: Notice['labels'];
}

/** One promise in its layers: the sentence, the words, and exactly which data on which ground for how long. */
export function Clause({ clause, labels }: ClauseProps) {
  const t = useText(catalogue);
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
        {clause.unbuilt.length > 0 && (
          <div class={styles.quiet}>
            <b>{labels.unbuilt}</b>
            <ul class={styles.points}>
              {clause.unbuilt.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          </div>
        )}
        <Exactly clause={clause} labels={labels} />
        <p class={styles.foot}>
          <Status tone={tones[clause.status]} href={`/coverage#${clause.id}`}>
            {clause.status_name}
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
