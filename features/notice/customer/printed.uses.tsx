import { useFormats, useText } from '@axent/ui';
import { entries, type Notice, type NoticeClause } from './clause.tsx';
import styles from './printed.module.css';
import { catalogue } from './text.ts';

/** As many rows stay together on one page. */
const few = 4;

interface PrintedUsesProps {
  readonly clause: NoticeClause;
  readonly functions: Notice['functions'];
}

/** One row of the table. */
interface Line {
  readonly data: string;
  readonly holds: string;
  readonly purpose: string;
  readonly kept: string;
  readonly function: string | null;
  readonly laws: readonly string[];
}

function useLines({ clause, functions }: PrintedUsesProps): Line[] {
  const t = useText(catalogue);
  const formats = useFormats();
  const kept = (days: number | null) =>
    days === null ? t('kept_account') : days === 0 ? t('kept_never') : formats.days(days);
  return [
    ...entries(clause.uses).map((use) => ({
      data: use.category_name,
      holds: use.holds,
      purpose: use.purpose_name,
      kept: kept(use.retention_days),
      function: use.function === null ? null : (functions[use.function] ?? use.function),
      laws: [`GDPR ${use.basis.gdpr}`, `FADP ${use.basis.fadp}`, `PIPL ${use.basis.pipl}`],
    })),
    ...clause.standing.map((rule) => ({
      data: formats.list(rule.category_names),
      holds: '',
      purpose: rule.purpose_name,
      kept: kept(rule.retention_days),
      function: null,
      laws: [rule.law],
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
          {[t('exact_data'), t('exact_purpose'), t('exact_kept'), t('exact_basis')].map((title) => (
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
              <td>{line.purpose}</td>
              <td>
                {line.kept}
                {line.function && (
                  <span class={styles.holds}>
                    {t('exact_function')}: {line.function}
                  </span>
                )}
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
