import type { Input, Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, Chip, ClosedState, Status, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { type Column, Desk, Loaded, Search, Table, useKeys } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { list } from '../contract.ts';
import styles from './log.module.css';
import { catalogue } from './text.ts';

type Row = Output<typeof list>['rows'][number];
type Outcome = NonNullable<Input<typeof list>['status']>;
const outcomes = ['done', 'refused', 'failed'] as const satisfies readonly Outcome[];

/** Date before time, largest unit first, in every language: lines of a log are compared, not read. */
const moment = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' });
const rows_per_page = 50;

function outcomeOf(status: number): Outcome {
  return status < 400 ? 'done' : status < 500 ? 'refused' : 'failed';
}

const tones = { done: 'good', refused: 'quiet', failed: 'wrong' } as const;

export function LogScreen({ roles }: { readonly roles: readonly string[] }) {
  const t = useText(catalogue);
  if (list.actors.some((role) => roles.includes(role))) return <Log />;
  return (
    <Desk title={t('log')}>
      <ClosedState title={t('not_for_you')}>
        <p>{t('not_for_you_lead')}</p>
      </ClosedState>
    </Desk>
  );
}

function Log() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<Outcome | null>(null);
  const [files, setFiles] = useState(false);
  const [before, setBefore] = useState<string | null>(null);
  const operation = search.toLowerCase().replace(/[^a-z_.]/g, '');
  const loaded = useResource(
    (signal) =>
      call(
        list,
        {
          limit: rows_per_page,
          operations_only: !files,
          ...(operation === '' ? {} : { operation }),
          ...(status === null ? {} : { status }),
          ...(before === null ? {} : { before }),
        },
        { language, signal },
      ),
    [operation, status, files, before, language],
  );
  const newest = () => (before === null ? loaded.again() : setBefore(null));
  const older = () => loaded.value?.next && setBefore(loaded.value.next);
  useKeys(
    [
      { keys: 'n', words: t('newest'), run: newest },
      { keys: 'o', words: t('older'), run: older },
    ],
    [t('newest')],
  );
  const narrow = (change: () => void) => {
    setBefore(null);
    change();
  };
  return (
    <Desk
      title={t('log')}
      lead={loaded.value && t('log_lead', { days: formats.days(loaded.value.retention_days) })}
    >
      <div class={styles.tools}>
        <Search label={t('search')} value={search} onValue={(value) => narrow(() => setSearch(value))} />
        <Chip on={status === null} onSwitch={() => narrow(() => setStatus(null))}>
          {t('all')}
        </Chip>
        {outcomes.map((one) => (
          <Chip key={one} on={status === one} onSwitch={(on) => narrow(() => setStatus(on ? one : null))}>
            {t(one)}
          </Chip>
        ))}
        <Chip on={files} onSwitch={(on) => narrow(() => setFiles(on))}>
          {t('files')}
        </Chip>
      </div>
      <Loaded of={loaded} lines={6}>
        {(shown) => (
          <>
            <Rows rows={shown.rows} />
            <div class={styles.pages}>
              <Button kind="quiet" onPress={newest}>
                {t('newest')}
              </Button>
              {shown.next !== null && (
                <Button kind="quiet" onPress={older}>
                  {t('older')}
                </Button>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Desk>
  );
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const columns: readonly Column<Row>[] = [
    {
      key: 'at',
      title: t('at'),
      cell: ({ at }) => (
        <time dateTime={at} class={styles.time}>
          {moment.format(new Date(at))}
        </time>
      ),
    },
    {
      key: 'operation',
      title: t('operation'),
      cell: ({ operation, path }) =>
        operation.includes('.') ? (
          operation
        ) : (
          <span class={styles.file}>
            {operation} {path}
          </span>
        ),
      look: 'code',
    },
    {
      key: 'outcome',
      title: t('outcome'),
      cell: ({ status, code }) => (
        <span class={styles.outcome}>
          <Status tone={tones[outcomeOf(status)]}>{`${status} ${t(outcomeOf(status))}`}</Status>
          {code && <span class={styles.problem}>{code}</span>}
        </span>
      ),
    },
    {
      key: 'duration',
      title: t('duration'),
      cell: (row) => `${formats.number(Math.round(row.duration_ms * 10) / 10)} ms`,
      look: 'number',
      spare: true,
    },
    { key: 'browser', title: t('browser'), cell: (row) => row.browser, spare: true },
    {
      key: 'region',
      title: t('region'),
      cell: ({ region }) => (region === 'unknown' ? t('unknown') : region),
      spare: true,
    },
    {
      key: 'address',
      title: t('address'),
      cell: (row) => t(`address_${row.address}`),
      spare: true,
    },
  ];
  return (
    <Table
      label={t('log')}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.id}
      words={{ next: t('next'), previous: t('previous'), more: t('more') }}
      empty={t('empty')}
    />
  );
}
