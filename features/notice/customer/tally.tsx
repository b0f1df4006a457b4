import { Status, useText } from '@axent/ui';
import type { Notice, NoticeClause } from './clause.tsx';
import styles from './tally.module.css';
import { catalogue } from './text.ts';

type Chapters = Notice['chapters'];

function countsOf(chapters: Chapters): Readonly<Record<NoticeClause['status'], number>> {
  const counts = { whole: 0, partly: 0, not: 0 };
  for (const { clauses } of chapters) for (const { status } of clauses) counts[status]++;
  return counts;
}

/** How much of the notice is enforced, one mark for each promise, chapter by chapter; the figures say the same. */
export function Tally({ chapters }: { readonly chapters: Chapters }) {
  const t = useText(catalogue);
  const counts = countsOf(chapters);
  return (
    <div class={styles.tally}>
      <div class={styles.marks} aria-hidden="true">
        {chapters.map(({ id, clauses }) => (
          <span key={id} class={styles.chapter}>
            {clauses.map((clause) => (
              <i key={clause.id} class={styles[clause.status]} />
            ))}
          </span>
        ))}
      </div>
      <p class={styles.figures}>
        <Status tone="good" look="bare">{`${counts.whole} ${t('status_whole')}`}</Status>
        <Status tone="partly" look="bare">{`${counts.partly} ${t('status_partly')}`}</Status>
        <Status tone="quiet" look="bare">{`${counts.not} ${t('status_not')}`}</Status>
      </p>
      <p class={styles.says}>
        {t('every_mark')} <a href="/coverage">{t('coverage')}</a>
      </p>
    </div>
  );
}
