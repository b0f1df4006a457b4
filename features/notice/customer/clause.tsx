import type { Output } from '@axent/kernel/operation';
import { Details, Status, type Tone, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import type { show } from '../contract.ts';
import { Exactly } from './exact.tsx';
import styles from './notice.module.css';
import { catalogue } from './text.ts';
import { Travel } from './travel.tsx';

export type Notice = Output<typeof show>;
export type NoticeClause = Notice['chapters'][number]['clauses'][number];

export const tones: Readonly<Record<NoticeClause['status'], Tone>> = {
  whole: 'good',
  partly: 'partly',
  not: 'quiet',
};

export interface ClauseProps {
  readonly clause: NoticeClause;
  readonly notice: Notice;
  /** Whether what is folded below is there before it is asked for. */
  readonly deep: boolean;
}

/** Whether it is enforced, and how often it let data be used yesterday. */
function Standing({ clause }: { readonly clause: NoticeClause }) {
  const t = useText(catalogue);
  const usable = clause.status !== 'not' && clause.uses.some((use) => use.offered);
  return (
    <span class={styles.standing}>
      <Status tone={tones[clause.status]} look="bare">
        {clause.status_name}
      </Status>
      {clause.uses_yesterday > 0 && <span>{t('yesterday', { count: clause.uses_yesterday })}</span>}
      {clause.uses_yesterday === 0 && usable && <span>{t('unused_yesterday')}</span>}
    </span>
  );
}

function Words({ clause, labels }: { readonly clause: NoticeClause; readonly labels: Notice['labels'] }) {
  const t = useText(catalogue);
  return (
    <div class={styles.words}>
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
    </div>
  );
}

/** One promise in its layers: the sentence, the words, and exactly which data on which ground for how long. */
export function Clause({ clause, notice, deep }: ClauseProps) {
  const t = useText(catalogue);
  const [asked, setAsked] = useState(false);
  // What people open and close is shown before it is read; elsewhere the picture comes with the words.
  const opened = clause.id.startsWith('F.');
  return (
    <div class={styles.clause}>
      <Details
        id={clause.id}
        onToggle={(open) => setAsked(asked || open)}
        summary={
          <span class={styles.summary}>
            <b>{clause.title}</b>
            <span class={styles.sentence}>{clause.short}</span>
            <Standing clause={clause} />
          </span>
        }
      >
        {(deep || asked) && (
          <div class={styles.deeper}>
            <Words clause={clause} labels={notice.labels} />
            {!opened && <Travel clause={clause} notice={notice} />}
            <Exactly clause={clause} labels={notice.labels} />
            <p class={styles.foot}>
              <a href={`/coverage#${clause.id}`}>{t('tests_of')}</a>
              <a class={styles.id} href={`#${clause.id}`} title={t('link')}>
                {clause.id}
              </a>
            </p>
          </div>
        )}
      </Details>
      {opened && <Travel clause={clause} notice={notice} />}
    </div>
  );
}
