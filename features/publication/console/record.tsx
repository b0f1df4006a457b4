import { call } from '@axent/kernel/operation/client';
import { Button, Chip, Facts, icons, Status, useResource, useSpeech, useText } from '@axent/ui';
import { Desk, Loaded, Panel, Panels, Search, useListKeys } from '@axent/ui/console';
import { useRef, useState } from 'preact/hooks';
import { record } from '../contract.ts';
import { useRecordFile } from './record.file.ts';
import styles from './record.module.css';
import { type Activity, type Data, type Shown, useRecordWords } from './record.words.ts';
import { catalogue } from './text.ts';

/** The record of processing activities: everything at a glance, on the screen as on paper. */
export function RecordScreen() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [search, setSearch] = useState('');
  const [offered, setOffered] = useState(true);
  const save = useRecordFile();
  const loaded = useResource((signal) => call(record, { language }, { language, signal }), [language]);
  return (
    <Desk
      title={t('record')}
      lead={t('record_lead')}
      end={
        loaded.value && (
          <>
            <Button kind="quiet" icon={icons.printer} onPress={() => print()}>
              {t('record_print')}
            </Button>
            <Button kind="quiet" icon={icons.download} onPress={() => loaded.value && save(loaded.value)}>
              {t('record_csv')}
            </Button>
          </>
        )
      }
    >
      <Loaded of={loaded} lines={8}>
        {(shown) => (
          <div class={styles.record}>
            <Frame shown={shown} />
            <div class={styles.tools}>
              <Search label={t('record_search')} value={search} onValue={setSearch} />
              <Chip on={offered} onSwitch={setOffered}>
                {t('only_offered')}
              </Chip>
            </div>
            <Activities activities={shown.activities} search={search} onlyOffered={offered} />
          </div>
        )}
      </Loaded>
    </Desk>
  );
}

/** What holds for every activity: who is responsible, which measures, which version. */
function Frame({ shown }: { readonly shown: Shown }) {
  const t = useText(catalogue);
  const words = useRecordWords();
  const { controller, measures, version } = shown;
  return (
    <Panels>
      <Panel title={t('responsible')}>
        <Facts
          facts={[
            [t('controller'), controller.name],
            [t('address'), controller.address],
            [t('contact'), controller.contact],
            [t('representative'), controller.representative],
            [t('authority'), controller.authority],
          ]}
        />
      </Panel>
      <Panel title={t('measures')}>
        <Facts facts={measures.map(({ title, short }) => [title, short] as const)} />
        <Facts
          facts={[
            [t('transfers'), t(`transfers_${shown.area}`)],
            [t('as_of'), words.version(shown)],
            [t('hash'), <code key="hash">{version.hash.slice(0, 16)}</code>],
          ]}
        />
      </Panel>
    </Panels>
  );
}

interface ActivitiesProps {
  readonly activities: readonly Activity[];
  readonly search: string;
  readonly onlyOffered: boolean;
}

function Activities({ activities, search, onlyOffered }: ActivitiesProps) {
  const t = useText(catalogue);
  const table = useRef<HTMLTableElement>(null);
  useListKeys(table, { next: t('next'), previous: t('previous') });
  const sought = search.trim().toLowerCase();
  const found = activities
    .map((activity) => {
      const all = activity.data.filter((data) => data.offered || !onlyOffered);
      const named = `${activity.name} ${activity.purpose}`.toLowerCase().includes(sought);
      return { activity, data: named ? all : all.filter((one) => one.name.toLowerCase().includes(sought)) };
    })
    .filter(({ data }) => data.length > 0);
  const columns = [t('data'), t('use'), t('kept'), 'GDPR', 'FADP', 'PIPL', t('only_open')];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable without a mouse.
    <section class={styles.scroll} aria-label={t('record')} tabIndex={0}>
      <table class={styles.table} ref={table}>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {found.map(({ activity, data }) => (
          <Rows
            key={activity.purpose}
            activity={activity}
            data={data}
            columns={columns.length}
            onlyOffered={onlyOffered}
          />
        ))}
        {found.length === 0 && (
          <tbody>
            <tr>
              <td colSpan={columns.length} class={styles.none}>
                {t('record_none')}
              </td>
            </tr>
          </tbody>
        )}
      </table>
    </section>
  );
}

interface RowsProps {
  readonly activity: Activity;
  readonly data: readonly Data[];
  readonly columns: number;
  readonly onlyOffered: boolean;
}

/** One activity: what is true of all of it, then a row for each kind of data. */
function Rows({ activity, data, columns, onlyOffered }: RowsProps) {
  const t = useText(catalogue);
  const words = useRecordWords();
  const facts = [
    [t('concerned'), words.concerned(activity)],
    [t('given_to'), words.recipients(activity, onlyOffered)],
    [t('read_by'), words.roles(activity)],
    [t('assessment'), words.assessments(activity)],
  ] as const;
  return (
    <tbody>
      <tr class={styles.activity} data-row tabIndex={-1}>
        <th scope="rowgroup" colSpan={columns}>
          <span class={styles.name}>
            <b>{activity.name}</b>
            <span class={styles.id}>
              {activity.purpose} · {activity.clause}
            </span>
            {!activity.offered && <Status tone="quiet">{t('not_offered')}</Status>}
          </span>
          <dl class={styles.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </th>
      </tr>
      {data.map((one) => (
        <tr key={JSON.stringify(one)} class={one.offered ? undefined : styles.later}>
          <td class={styles.data}>
            {one.name}
            {one.sensitive.length > 0 && <span class={styles.sensitive}>{words.sensitive(one)}</span>}
            <span class={styles.holds}>{one.holds}</span>
          </td>
          <td>{words.verbs(one)}</td>
          <td>{words.kept(one)}</td>
          <td>{one.basis.gdpr}</td>
          <td>{one.basis.fadp}</td>
          <td>{one.basis.pipl}</td>
          <td>{one.function_name}</td>
        </tr>
      ))}
    </tbody>
  );
}
