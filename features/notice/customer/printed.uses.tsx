import { useFormats, useText } from '@axent/ui';
import type { Notice, NoticeClause } from './clause.tsx';
import { entries } from './exact.tsx';
import styles from './printed.module.css';
import { catalogue } from './text.ts';

/** As many rows stay together on one page. */
const few = 4;

interface PrintedUsesProps {
  readonly clause: NoticeClause;
  readonly notice: Notice;
}

/** One row of the table. */
interface Line {
  readonly data: string;
  readonly holds: string;
  /** What is done with it and for what, in the sentences of the notice's text. */
  readonly says: readonly string[];
  readonly kept: string;
  readonly terms: readonly string[];
  readonly laws: readonly string[];
}

function useLines({ clause, notice }: PrintedUsesProps): Line[] {
  const formats = useFormats();
  return [
    ...entries(clause.uses).flatMap((alike) => {
      const [use] = alike;
      if (use === undefined) return [];
      const { kept, terms, sensitive, basis, status } = use.words;
      return [
        {
          data: notice.categories[use.category] ?? use.category,
          holds: use.holds,
          says: alike.map(({ words }) => words.says),
          kept,
          terms: [...terms, sensitive, status].filter((term) => term !== ''),
          laws: basis,
        },
      ];
    }),
    ...clause.standing.map((rule) => ({
      data: formats.list(rule.category_names),
      holds: '',
      says: [rule.purpose_name],
      kept: rule.kept,
      terms: [],
      laws: [rule.law],
    })),
    ...clause.recipients.map(({ name, category_names }) => ({
      data: formats.list(category_names),
      holds: '',
      says: [name],
      kept: '',
      terms: [],
      laws: [],
    })),
    ...clause.matters.map(({ category_names, purpose_names, longest, bases }) => ({
      data: formats.list(category_names),
      holds: '',
      says: purpose_names,
      kept: longest,
      terms: [],
      laws: bases,
    })),
  ];
}

/** Exactly which data, on which ground, for how long: what is the same for several purposes is said once. */
export function PrintedUses(props: PrintedUsesProps) {
  const t = useText(catalogue);
  const groups = Map.groupBy(useLines(props), (line) => line.data);
  if (groups.size === 0) return null;
  return (
    <table class={styles.uses} aria-label={t('exactly')}>
      <thead>
        <tr>
          {[t('exact_data'), t('exact_purpose'), t('exact_kept'), props.notice.labels.basis].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {[...groups].map(([data, lines]) => (
        <tbody key={data} class={lines.length <= few ? styles.few : undefined}>
          {lines.map((line, index) => (
            <tr key={JSON.stringify(line)}>
              {/* No cell spans rows: what spans cannot go on over a page, where the name is said again. */}
              {index === 0 ? (
                <th scope="rowgroup">
                  {data}
                  {line.holds && <span class={styles.holds}>{line.holds}</span>}
                </th>
              ) : (
                <td class={styles.again}>{lines.length > few && data}</td>
              )}
              <td>
                {line.says.map((sentence) => (
                  <span key={sentence} class={styles.law}>
                    {sentence}
                  </span>
                ))}
              </td>
              <td>
                {line.kept}
                {line.terms.map((term) => (
                  <span key={term} class={styles.holds}>
                    {term}
                  </span>
                ))}
              </td>
              <td>
                {line.laws.map((law) => (
                  <span key={law} class={styles.law}>
                    {law}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
