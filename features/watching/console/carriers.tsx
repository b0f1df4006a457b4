import type { Output } from '@axent/kernel/operation';
import { Status, useFormats, useText } from '@axent/ui';
import { type Column, Panel, Table } from '@axent/ui/console';
import type { status } from '../contract.ts';
import styles from './status.module.css';
import { catalogue } from './text.ts';

type Carrier = Output<typeof status>['carriers'][number];

/** Each carrier by its name in the settings: whether it takes what it is given, and what became of that. */
export function Carriers({ carriers }: { readonly carriers: readonly Carrier[] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const moment = (at: string | null) => (at === null ? '–' : formats.moment(at));
  const number = (key: 'sent' | 'failed' | 'delivered' | 'undelivered', spare = false): Column<Carrier> => ({
    key,
    title: t(`carrier_${key}`),
    look: 'number',
    cell: (carrier) => formats.number(carrier[key]),
    spare,
  });
  const columns: readonly Column<Carrier>[] = [
    { key: 'id', title: t('carrier'), look: 'code', cell: ({ id }) => id },
    {
      key: 'state',
      title: t('state'),
      cell: ({ failing_since, last_error }) => (
        <div class={styles.part}>
          <Status tone={failing_since === null ? 'good' : 'wrong'}>
            {t(failing_since === null ? 'carrier_takes' : 'carrier_fails')}
          </Status>
          {failing_since !== null && (
            <span class={styles.next}>{t('carrier_since', { since: formats.moment(failing_since) })}</span>
          )}
          {last_error !== null && (
            <span class={styles.next}>{t('carrier_error', { error: last_error })}</span>
          )}
        </div>
      ),
    },
    number('sent'),
    number('failed'),
    number('delivered', true),
    number('undelivered', true),
    { key: 'last', title: t('carrier_last'), cell: ({ last_sent_at }) => moment(last_sent_at), spare: true },
  ];
  return (
    <Panel title={t('carriers')}>
      <Table
        label={t('carriers')}
        columns={columns}
        rows={carriers}
        keyOf={({ id }) => id}
        words={{ next: t('next_row'), previous: t('previous_row'), more: t('more') }}
        empty={t('carriers_none')}
      />
    </Panel>
  );
}
