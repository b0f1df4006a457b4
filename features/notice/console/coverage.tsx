import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Chip, Facts, Status, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { type Column, Desk, Loaded, Search, Table } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { coverage } from '../contract.ts';
import styles from './coverage.module.css';
import { catalogue } from './text.ts';

type Row = Output<typeof coverage>['rows'][number];
const statuses = ['whole', 'partly', 'not'] as const satisfies readonly Row['status'][];
const tones = { whole: 'good', partly: 'partly', not: 'quiet' } as const;
const walls = ['type', 'gate', 'database', 'operation', 'ledger', 'notice', 'disk'] as const;

/** Long lists are cut with a line that says how many more there are. */
function countOf(tests: readonly string[]): number {
  return tests.reduce((sum, line) => sum + Number(/^… (\d+) more$/.exec(line)?.[1] ?? 1), 0);
}

/** Every clause with the walls it stands in and its tests. */
export function CoverageScreen() {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const [search, setSearch] = useState('');
  const [only, setOnly] = useState<Row['status'] | null>(null);
  const loaded = useResource((signal) => call(coverage, { language }, { language, signal }), [language]);
  const sums = loaded.value && {
    whole: loaded.value.enforced,
    partly: loaded.value.partly,
    not: loaded.value.not_offered,
  };
  const fits = (row: Row) =>
    (only === null || row.status === only) &&
    `${row.clause} ${row.title}`.toLowerCase().includes(search.trim().toLowerCase());
  return (
    <Desk title={t('coverage')} lead={t('coverage_lead')}>
      <div class={styles.tools}>
        <Search label={t('search')} value={search} onValue={setSearch} />
        <Chip on={only === null} onSwitch={() => setOnly(null)}>
          {t('all')}
        </Chip>
        {statuses.map((status) => (
          <Chip key={status} on={only === status} onSwitch={(on) => setOnly(on ? status : null)}>
            {sums ? `${t(status)} ${formats.number(sums[status])}` : t(status)}
          </Chip>
        ))}
      </div>
      <Loaded of={loaded} lines={6}>
        {(shown) => <Clauses rows={shown.rows.filter(fits)} />}
      </Loaded>
    </Desk>
  );
}

function Clauses({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const columns: readonly Column<Row>[] = [
    { key: 'clause', title: t('clause'), cell: (row) => row.clause, look: 'code' },
    { key: 'promise', title: t('promise'), cell: (row) => row.title, look: 'wide' },
    {
      key: 'state',
      title: t('state'),
      cell: (row) => <Status tone={tones[row.status]}>{t(row.status)}</Status>,
    },
    { key: 'walls', title: t('walls'), cell: (row) => <Walls names={row.walls} />, spare: true },
    {
      key: 'tests',
      title: t('tests'),
      cell: (row) => (row.tests.length > 0 ? formats.number(countOf(row.tests)) : '–'),
      look: 'number',
      spare: true,
    },
  ];
  return (
    <Table
      label={t('coverage')}
      columns={columns}
      rows={rows}
      keyOf={(row) => row.clause}
      words={{ next: t('next'), previous: t('previous'), more: t('more') }}
      empty={t('none_found')}
      detail={(row) => <ClauseDetail row={row} />}
    />
  );
}

function Walls({ names }: { readonly names: readonly string[] }) {
  const t = useText(catalogue);
  const known = walls.filter((wall) => names.includes(wall));
  return <span class={styles.walls}>{known.map((wall) => t(`wall_${wall}`)).join(' · ')}</span>;
}

function ClauseDetail({ row }: { readonly row: Row }) {
  const t = useText(catalogue);
  const lines = (items: readonly string[]) => (
    <ul class={styles.lines}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
  return (
    <div class={styles.inside}>
      {row.status === 'not' && <p>{t('refused')}</p>}
      <Facts
        facts={[
          ...(row.status === 'not'
            ? []
            : [[t('tests'), row.tests.length > 0 ? lines(row.tests) : t('no_tests')] as const]),
          ...(row.unbuilt.length > 0 ? [[t('unbuilt'), lines(row.unbuilt)] as const] : []),
        ]}
      />
      <p>
        <a href={`/notice#${row.clause}`} target="_blank" rel="noopener">
          {t('read')}
        </a>
      </p>
    </div>
  );
}
