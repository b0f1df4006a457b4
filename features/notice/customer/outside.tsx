import { Facts, useFormats, useText } from '@axent/ui';
import type { Notice, NoticeClause } from './clause.tsx';
import styles from './notice.module.css';
import { catalogue } from './text.ts';

/** What may go to whom outside, and what a matter may open: the deepest layer of the clauses about them. */
export function Outside({
  clause,
  labels,
}: {
  readonly clause: NoticeClause;
  readonly labels: Notice['labels'];
}) {
  const t = useText(catalogue);
  const formats = useFormats();
  return (
    <>
      {clause.recipients.map(({ name, category_names }) => (
        <li key={name} class={styles.exact}>
          <Facts
            facts={[
              [t('exact_recipient'), <b key="name">{name}</b>],
              [t('exact_data'), formats.list(category_names)],
            ]}
          />
        </li>
      ))}
      {clause.matters.map((matter) => (
        <li key={matter.bases.join()} class={styles.exact}>
          <Facts
            facts={[
              [t('exact_data'), <b key="data">{formats.list(matter.category_names)}</b>],
              [t('exact_purpose'), formats.list(matter.purpose_names)],
              [t('exact_longest'), matter.longest],
              [labels.law ?? '', matter.bases.join('; ')],
            ]}
          />
        </li>
      ))}
    </>
  );
}
