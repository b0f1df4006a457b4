import type { Output } from '@axent/kernel/operation';
import { Status, useFormats, useText } from '@axent/ui';
import { type Column, Panel, Table } from '@axent/ui/console';
import type { status } from '../contract.ts';
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
      cell: ({ failing_since }) => (
        <Status tone={failing_since === null ? 'good' : 'wrong'}>
          {failing_since === null
            ? t('carrier_takes')
            : t('carrier_fails', { since: formats.moment(failing_since) })}
        </Status>
      ),
    },
    number('sent'),
    number('failed'),
    number('delivered', true),
    number('undelivered', true),
    { key: 'last', title: t('carrier_last'), cell: ({ last_sent_at }) => moment(last_sent_at), spare: true },
    {
      key: 'error',
      title: t('carrier_error'),
      look: 'code',
      cell: ({ last_error }) => last_error ?? '–',
      spare: true,
    },
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
