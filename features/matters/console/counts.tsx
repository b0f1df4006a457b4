import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { type Column, Loaded, Panel, Table } from '@axent/ui/console';
import { counts } from '../contract.ts';
import styles from './matters.module.css';
import { catalogue } from './text.ts';

type Counted = Output<typeof counts>;
type Ground = Counted['grounds'][number];

/** What everybody can read about how often the law decided. */
export function Counts() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(counts, { language }, { language, signal }), [language]);
  const said = ({ kind, count }: Ground['counts'][number]) =>
    kind === 'not_said' ? t('not_said') : kind === 'below' ? t('below', { count }) : formats.number(count);
  return (
    <Panel title={t('counts')}>
      <p class={styles.quiet}>{t('counts_lead')}</p>
      <Loaded of={loaded} lines={4}>
        {({ years, grounds }) => (
          <Table
            label={t('counts')}
            columns={[
              { key: 'ground', title: t('ground'), cell: (one: Ground) => `${one.ground} ${one.name}` },
              ...years.slice(0, 5).map(
                (year, at): Column<Ground> => ({
                  key: String(year),
                  title: String(year),
                  cell: (one) => said(one.counts[at] ?? { kind: 'exactly', count: 0 }),
                  look: 'number',
                }),
              ),
            ]}
            rows={grounds}
            keyOf={(one) => one.ground}
            words={{ next: t('next'), previous: t('previous'), more: t('more') }}
            empty={t('none')}
          />
        )}
      </Loaded>
    </Panel>
  );
}
