import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Chip,
  Details,
  Facts,
  Page,
  ProblemState,
  Skeleton,
  Status,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { coverage } from '../contract.ts';
import { useAnchor } from './anchor.ts';
import { tones } from './clause.tsx';
import styles from './coverage.module.css';
import { ExceptionCounts } from './exceptions.tsx';
import { catalogue } from './text.ts';

type Coverage = Output<typeof coverage>;
type CoverageRow = Coverage['rows'][number];
const statuses = ['whole', 'partly', 'not'] as const;

function CoverageClause({ row }: { readonly row: CoverageRow }) {
  const t = useText(catalogue);
  const wall = (name: string) =>
    name === 'type' || name === 'gate' || name === 'database' ? t(`wall_${name}`) : name;
  const lines = (items: readonly string[], name: string | undefined) => (
    <ul class={styles.lines}>
      {items.map((item) => (
        <li key={item} class={name}>
          {item}
        </li>
      ))}
    </ul>
  );
  const facts = [
    ...(row.walls.length > 0 ? [[t('walls'), lines(row.walls.map(wall), undefined)] as const] : []),
    ...(row.status === 'not'
      ? []
      : [[t('tests'), row.tests.length > 0 ? lines(row.tests, styles.test) : t('no_tests')] as const]),
    ...(row.unbuilt.length > 0 ? [[t('unbuilt'), lines(row.unbuilt, undefined)] as const] : []),
  ];
  return (
    <Details
      id={row.clause}
      summary={
        <span class={styles.summary}>
          <span>
            <span class={styles.id}>{row.clause}</span>
            {row.title}
          </span>
          <Status tone={tones[row.status]}>{t(`status_${row.status}`)}</Status>
        </span>
      }
    >
      <div class={styles.inside}>
        {row.status === 'not' && <p>{t('not_offered')}</p>}
        {facts.length > 0 && <Facts facts={facts} />}
        <p>
          <a href={`/notice#${row.clause}`}>{t('show_clause')}</a>
        </p>
      </div>
    </Details>
  );
}

/** How much of the notice is enforced, as one bar with its figures beside it. */
function Bar({ coverage: sum }: { readonly coverage: Coverage }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const parts = [
    ['whole', sum.enforced],
    ['partly', sum.partly],
    ['not', sum.not_offered],
  ] as const;
  const whole = sum.enforced + sum.partly + sum.not_offered;
  return (
    <div>
      <div class={styles.bar} aria-hidden="true">
        {parts.map(([status, count]) => (
          <span key={status} class={styles[status]} style={{ flexGrow: count / Math.max(whole, 1) }} />
        ))}
      </div>
      <p class="only-heard">{t('coverage_sum', sum)}</p>
      <ul class={styles.legend} aria-hidden="true">
        {parts.map(([status, count]) => (
          <li key={status}>
            <b>{formats.number(count)}</b>
            {t(`status_${status}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Public: every clause with what enforces it, its tests, and what is not built yet. */
export function CoverageScreen() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [only, setOnly] = useState<CoverageRow['status'] | null>(null);
  const loaded = useResource((signal) => call(coverage, { language }, { language, signal }), [language]);
  useAnchor(loaded.value !== null);
  return (
    <Page title={t('coverage')} lead={t('coverage_lead')}>
      {loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {loaded.state === 'loading' && !loaded.value && <Skeleton lines={6} />}
      {loaded.value && (
        <>
          <Bar coverage={loaded.value} />
          <div>
            <div class={styles.filter}>
              <Chip on={only === null} onSwitch={() => setOnly(null)}>
                {t('filter_all')}
              </Chip>
              {statuses.map((status) => (
                <Chip key={status} on={only === status} onSwitch={(on) => setOnly(on ? status : null)}>
                  {t(`status_${status}`)}
                </Chip>
              ))}
            </div>
            <div class={styles.rows}>
              {loaded.value.rows
                .filter((row) => only === null || row.status === only)
                .map((row) => (
                  <CoverageClause key={row.clause} row={row} />
                ))}
            </div>
          </div>
          <ExceptionCounts />
        </>
      )}
    </Page>
  );
}
