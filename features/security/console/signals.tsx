import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { type Column, Loaded, Panel, Table, usePolling } from '@axent/ui/console';
import { signals } from '../contract.ts';
import { type Rule, rules } from '../security.ts';
import styles from './security.module.css';
import { catalogue } from './text.ts';

type Signal = Output<typeof signals>['signals'][number];

const look_every_ms = 30_000;

/** What stood out, the newest first. */
export function SignalsPanel() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(signals, {}, { language, signal }), [language]);
  usePolling(loaded.again, look_every_ms);
  const columns: readonly Column<Signal>[] = [
    { key: 'day', title: t('day'), cell: ({ day }) => <time dateTime={day}>{day}</time> },
    {
      key: 'rule',
      title: t('rule'),
      cell: ({ rule, from_times }) =>
        rule in rules ? t(`rule_${rule as Rule}`, { times: formats.number(from_times) }) : rule,
      look: 'wide',
    },
    { key: 'times', title: t('times'), cell: ({ times }) => formats.number(times), look: 'number' },
    {
      key: 'fingerprint',
      title: t('fingerprint'),
      cell: ({ fingerprint }) => <code>{fingerprint}</code>,
      spare: true,
    },
    { key: 'last', title: t('last'), cell: ({ last_at }) => formats.moment(last_at), spare: true },
  ];
  return (
    <Panel title={t('signals')}>
      <Loaded of={loaded} lines={4}>
        {(shown) => (
          <div class={styles.stack}>
            <p class={styles.quiet}>{t('signals_lead')}</p>
            <Table
              label={t('signals')}
              columns={columns}
              rows={shown.signals}
              keyOf={({ id }) => id}
              words={{ next: t('next'), previous: t('previous'), more: t('more') }}
              empty={t('no_signals')}
            />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
