import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  csvText,
  icons,
  saveFile,
  type Translate,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { type Column, Loaded, Panel, Table } from '@axent/ui/console';
import { type Premise, premises, type Topic, topics } from '../access.ts';
import { history } from '../contract.ts';
import styles from './access.module.css';
import { roleWords } from './reviews.tsx';
import { catalogue } from './text.ts';

type Act = Output<typeof history>['acts'][number];
type Words = Translate<typeof import('./text/en.ts').default>;

function subjectOf(t: Words, { act, what }: Act): string {
  if (act === 'read' && what in topics) return t(`topic_${what as Topic}`);
  if (act === 'ticked' && what in premises) return t(`item_${what as Premise}`);
  return roleWords(t, what);
}

/** What was done about access, at most 2,000 acts: the newest on the screen, all in a table for a file; `acts`: how many were done here. */
export function History({ acts: done }: { readonly acts: number }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(history, {}, { language, signal }), [language, done]);
  const columns: readonly Column<Act>[] = [
    { key: 'at', title: t('at'), cell: ({ at }) => <time dateTime={at}>{formats.moment(at)}</time> },
    { key: 'act', title: t('act'), cell: ({ act }) => t(`act_${act}`) },
    { key: 'what', title: t('what'), cell: (one) => subjectOf(t, one), look: 'wide' },
    { key: 'who', title: t('who'), cell: ({ who }) => who ?? '–' },
    { key: 'whom', title: t('whom'), cell: ({ whom }) => whom ?? '–', spare: true },
  ];
  const save = (acts: readonly Act[]) => {
    const head = [t('at'), t('act'), t('what'), t('who'), t('whom')];
    const rows = acts.map((one) => [
      one.at,
      t(`act_${one.act}`),
      subjectOf(t, one),
      one.who ?? '',
      one.whom ?? '',
    ]);
    saveFile('access.csv', 'text/csv;charset=utf-8', csvText([head, ...rows]));
  };
  const { value } = loaded;
  return (
    <Panel
      title={t('history')}
      end={
        value && (
          <Button kind="quiet" icon={icons.download} onPress={() => save(value.acts)}>
            {t('csv')}
          </Button>
        )
      }
    >
      <Loaded of={loaded} lines={4}>
        {({ acts }) => (
          <>
            <Table
              label={t('history')}
              columns={columns}
              rows={acts.slice(0, shown)}
              keyOf={({ at, act, what, who, whom }) => `${at} ${act} ${what} ${who} ${whom}`}
              words={{ next: t('next'), previous: t('previous'), more: t('more') }}
              empty={t('no_history')}
            />
            {acts.length > shown && <p class={styles.quiet}>{t('newest', { shown, all: acts.length })}</p>}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

const shown = 50;
