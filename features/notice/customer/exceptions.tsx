import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { counts } from '@axent/matters/contract';
import { ProblemState, Section, Skeleton, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import styles from './coverage.module.css';
import { catalogue } from './text.ts';

type Count = Output<typeof counts>['grounds'][number]['counts'][number];

const years_shown = 3;

/** How often the law decided instead of the person, by ground and year, as far as it may be said. */
export function ExceptionCounts() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(counts, { language }, { language, signal }), [language]);
  const said = ({ kind, count }: Count) =>
    kind === 'not_said'
      ? t('exceptions_not_said')
      : kind === 'below'
        ? t('exceptions_below', { count })
        : formats.number(count);
  return (
    <Section title={t('exceptions')}>
      <p>{t('exceptions_lead')}</p>
      {loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {loaded.state === 'loading' && !loaded.value && <Skeleton lines={4} />}
      {loaded.value && (
        <table class={styles.counts}>
          <thead>
            <tr>
              <th scope="col">{t('exceptions_ground')}</th>
              {loaded.value.years.slice(0, years_shown).map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {loaded.value.grounds.map((one) => (
              <tr key={one.ground}>
                <th scope="row">
                  <a href={`/notice#${one.ground}`}>{one.name}</a>
                </th>
                {one.counts.slice(0, years_shown).map((count, at) => (
                  <td key={at}>{said(count)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
