import type { Input, Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Chip,
  ClosedState,
  type Formats,
  Status,
  type Translate,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
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

/** What the list is narrowed to. `before`: the page that ends above this row; null: the newest. */
interface Narrowed {
  readonly search: string;
  readonly status: Outcome | null;
  readonly files: boolean;
  readonly before: string | null;
}

function inputOf({ search, status, files, before }: Narrowed): Input<typeof list> {
  const operation = search.toLowerCase().replace(/[^a-z_.]/g, '');
  return {
    limit: rows_per_page,
    operations_only: !files,
    ...(operation === '' ? {} : { operation }),
    ...(status === null ? {} : { status }),
    ...(before === null ? {} : { before }),
  };
}

function Log() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const [narrowed, setNarrowed] = useState<Narrowed>({
    search: '',
    status: null,
    files: false,
    before: null,
  });
  const input = inputOf(narrowed);
  const loaded = useResource(
    (signal) => call(list, input, { language, signal }),
    [JSON.stringify(input), language],
  );
  const go = (before: string | null) => setNarrowed({ ...narrowed, before });
  const newest = () => (narrowed.before === null ? loaded.again() : go(null));
  const older = () => loaded.value?.next && go(loaded.value.next);
  useKeys(
    [
      { keys: 'n', words: t('newest'), run: newest },
      { keys: 'o', words: t('older'), run: older },
    ],
    [t('newest')],
  );
  return (
    <Desk
      title={t('log')}
      lead={loaded.value && t('log_lead', { days: formats.days(loaded.value.retention_days) })}
    >
      <Filters
        narrowed={narrowed}
        onNarrow={(change) => setNarrowed({ ...narrowed, before: null, ...change })}
      />
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

interface FiltersProps {
  readonly narrowed: Narrowed;
  readonly onNarrow: (change: Partial<Narrowed>) => void;
}

function Filters({ narrowed, onNarrow }: FiltersProps) {
  const t = useText(catalogue);
  const { search, status, files } = narrowed;
  return (
    <div class={styles.tools}>
      <Search label={t('search')} value={search} onValue={(value) => onNarrow({ search: value })} />
      <Chip on={status === null} onSwitch={() => onNarrow({ status: null })}>
        {t('all')}
      </Chip>
      {outcomes.map((one) => (
        <Chip key={one} on={status === one} onSwitch={(on) => onNarrow({ status: on ? one : null })}>
          {t(one)}
        </Chip>
      ))}
      <Chip on={files} onSwitch={(on) => onNarrow({ files: on })}>
        {t('files')}
      </Chip>
    </div>
  );
}

type Words = Translate<typeof import('./text/en.ts').default>;

/** Cells that need more than a value of the row. */
function OperationCell({ row: { operation, path } }: { readonly row: Row }) {
  if (operation.includes('.')) return <>{operation}</>;
  return (
    <span class={styles.file}>
      {operation} {path}
    </span>
  );
}

function OutcomeCell({ row: { status, code } }: { readonly row: Row }) {
  const t = useText(catalogue);
  const outcome = outcomeOf(status);
  return (
    <span class={styles.outcome}>
      <Status tone={tones[outcome]}>{`${status} ${t(outcome)}`}</Status>
      {code && <span class={styles.problem}>{code}</span>}
    </span>
  );
}

function columnsOf(t: Words, formats: Formats): readonly Column<Row>[] {
  const took = (duration_ms: number) => `${formats.number(Math.round(duration_ms * 10) / 10)} ms`;
  return [
    {
      key: 'at',
      title: t('at'),
      cell: ({ at }) => (
        <time dateTime={at} class={styles.time}>
          {moment.format(new Date(at))}
        </time>
      ),
    },
    { key: 'operation', title: t('operation'), cell: (row) => <OperationCell row={row} />, look: 'code' },
    { key: 'outcome', title: t('outcome'), cell: (row) => <OutcomeCell row={row} /> },
    {
      key: 'duration',
      title: t('duration'),
      cell: (row) => took(row.duration_ms),
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
    { key: 'address', title: t('address'), cell: (row) => t(`address_${row.address}`), spare: true },
  ];
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText(catalogue);
  const columns = columnsOf(t, useFormats());
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
