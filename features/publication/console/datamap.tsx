import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Chip, Facts, Status, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { type Column, Desk, Loaded, Search, Table } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { dataMap } from '../contract.ts';
import { Mark, type MarkKind } from './mark.tsx';
import styles from './publication.module.css';
import { catalogue } from './text.ts';

type Map = Output<typeof dataMap>;
type Category = Map['categories'][number];
type Holder = Category['readers'][number];
const tones = { sealed: 'good', plain: 'plain', fleeting: 'quiet' } as const;
const legend = ['collects', 'reads', 'collects_reads'] as const satisfies readonly MarkKind[];

/** Kinds of data against purposes: who may collect, who may read. */
export function DataMapScreen() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [search, setSearch] = useState('');
  const [offered, setOffered] = useState(true);
  const loaded = useResource((signal) => call(dataMap, { language }, { language, signal }), [language]);
  const fits = (one: Category) =>
    (!offered || one.offered) &&
    `${one.category} ${one.name}`.toLowerCase().includes(search.trim().toLowerCase());
  return (
    <Desk title={t('data_map')} lead={t('data_map_lead')}>
      <div class={styles.tools}>
        <Search label={t('search')} value={search} onValue={setSearch} />
        <Chip on={offered} onSwitch={setOffered}>
          {t('only_offered')}
        </Chip>
        <ul class={styles.legend} aria-label={t('legend')}>
          {legend.map((kind) => (
            <li key={kind}>
              <Mark kind={kind} offered={true} words={t(kind)} hidden />
              {t(kind)}
            </li>
          ))}
          {!offered && (
            <li>
              <Mark kind="reads" offered={false} words={t('not_now')} hidden />
              {t('not_now')}
            </li>
          )}
        </ul>
      </div>
      <Loaded of={loaded} lines={6}>
        {(shown) => (
          <Matrix
            categories={shown.categories.filter(fits)}
            purposes={shown.purposes.filter((one) => one.offered || !offered)}
            onlyOffered={offered}
          />
        )}
      </Loaded>
    </Desk>
  );
}

interface MatrixProps {
  readonly categories: readonly Category[];
  readonly purposes: Map['purposes'];
  readonly onlyOffered: boolean;
}

function Matrix({ categories, purposes, onlyOffered }: MatrixProps) {
  const t = useText(catalogue);
  const columns: readonly Column<Category>[] = [
    {
      key: 'category',
      title: t('category'),
      cell: (one) => (
        <span class={styles.category}>
          {one.name} <span class={styles.clause}>{one.category}</span>
        </span>
      ),
    },
    {
      key: 'storage',
      title: t('stored'),
      cell: (one) => <Status tone={tones[one.storage]}>{t(`storage_${one.storage}`)}</Status>,
      spare: true,
    },
    ...purposes.map(
      ({ purpose }): Column<Category> => ({
        key: purpose,
        title: purpose,
        cell: (one) => <PurposeCell category={one} purpose={purpose} onlyOffered={onlyOffered} />,
      }),
    ),
  ];
  return (
    <Table
      label={t('data_map')}
      columns={columns}
      rows={categories}
      keyOf={(one) => one.category}
      words={{ next: t('next'), previous: t('previous'), more: t('more') }}
      empty={t('none_found')}
      detail={(one) => <CategoryDetail category={one} />}
    />
  );
}

interface CellProps {
  readonly category: Category;
  readonly purpose: string;
  readonly onlyOffered: boolean;
}

function PurposeCell({ category, purpose, onlyOffered }: CellProps) {
  const t = useText(catalogue);
  const holds = (list: readonly Holder[]) =>
    list.find((one) => one.purpose === purpose && (one.offered || !onlyOffered));
  const [collects, reads] = [holds(category.collectors), holds(category.readers)];
  if (!collects && !reads) return <span class="only-heard">{t('denied')}</span>;
  const kind = collects && reads ? 'collects_reads' : collects ? 'collects' : 'reads';
  const offered = (collects?.offered ?? false) || (reads?.offered ?? false);
  return <Mark kind={kind} offered={offered} words={offered ? t(kind) : `${t(kind)} (${t('not_now')})`} />;
}

function CategoryDetail({ category }: { readonly category: Category }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const days = category.retention_days;
  const kept = days === null ? t('kept_account') : days === 0 ? t('kept_never') : formats.days(days);
  return (
    <div class={styles.inside}>
      <p>{category.holds}</p>
      <Facts
        facts={[
          [t('places'), <Places key="places" category={category} />],
          [t('kept'), kept],
          [t('who_collects'), <Holders key="collect" holders={category.collectors} />],
          [t('who_reads'), <Holders key="read" holders={category.readers} />],
        ]}
      />
    </div>
  );
}

function Places({ category }: { readonly category: Category }) {
  const t = useText(catalogue);
  if (category.places.length === 0) return <>{t('no_place')}</>;
  return (
    <ul>
      {category.places.map(({ table, column, writers }) => (
        <li key={table}>
          <code>
            {table}.{column}
          </code>
          {', '}
          {t('written_by', { purposes: writers.join(', ') })}
        </li>
      ))}
    </ul>
  );
}

function Holders({ holders }: { readonly holders: readonly Holder[] }) {
  const t = useText(catalogue);
  if (holders.length === 0) return <>{t('nobody')}</>;
  return (
    <ul>
      {holders.map(({ purpose, name, clause, offered, function: needed }) => (
        <li key={purpose} class={offered ? undefined : styles.quiet}>
          {name} <span class={styles.clause}>{clause}</span>
          {needed && ` · ${t('while_open', { function: needed })}`}
          {!offered && ` · ${t('not_offered')}`}
        </li>
      ))}
    </ul>
  );
}
