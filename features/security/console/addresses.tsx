import type { Output } from '@axent/kernel/operation';
import { Button, useText } from '@axent/ui';
import { type Column, Table } from '@axent/ui/console';
import type { addresses } from '../contract.ts';
import styles from './security.module.css';
import { catalogue } from './text.ts';

export type Opened = Output<typeof addresses>;
type Row = Opened['rows'][number];

/** Date before time, largest unit first, in every language: lines of a log are compared, not read. */
const moment = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });

interface AddressesProps {
  readonly opened: Opened;
  readonly busy: boolean;
  readonly onOlder: (before: string) => void;
}

/** Addresses that were opened; gone with the page. */
export function Addresses({ opened, busy, onOlder }: AddressesProps) {
  const t = useText(catalogue);
  const columns: readonly Column<Row>[] = [
    { key: 'at', title: t('at'), cell: ({ at }) => <time dateTime={at}>{moment.format(new Date(at))}</time> },
    {
      key: 'address',
      title: t('address'),
      cell: ({ address }) => (address === null ? t('address_gone') : <code>{address}</code>),
    },
    { key: 'operation', title: t('operation'), cell: ({ operation }) => <code>{operation}</code> },
    { key: 'status', title: t('status'), cell: ({ status }) => status, look: 'number', spare: true },
    { key: 'region', title: t('region'), cell: ({ region }) => region, spare: true },
  ];
  const { rows, next } = opened;
  return (
    <div class={styles.stack}>
      <Table
        label={t('addresses')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        words={{ next: t('next'), previous: t('previous'), more: t('more') }}
        empty={t('no_addresses')}
      />
      {next !== null && (
        <div class={styles.acts}>
          <Button kind="quiet" busy={busy} onPress={() => onOlder(next)}>
            {t('older')}
          </Button>
        </div>
      )}
    </div>
  );
}
