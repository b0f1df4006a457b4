import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Chip,
  ClosedState,
  icons,
  Status,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { type Column, Desk, Loaded, Panel, Table, useKeys, usePolling } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { status } from '../contract.ts';
import { sentence } from '../words.ts';
import { Carriers } from './carriers.tsx';
import styles from './status.module.css';
import { catalogue } from './text.ts';

type Shown = Output<typeof status>;
type Part = Shown['parts'][number];
type Node = Shown['nodes'][number];

const look_every_ms = 10_000;
/** What needs a hand comes first. */
const urgency = ['act', 'look', 'good'] as const;

export function StatusScreen({ roles }: { readonly roles: readonly string[] }) {
  const t = useText(catalogue);
  if (status.actors.some((role) => roles.includes(role))) return <Watched />;
  return (
    <Desk title={t('status')}>
      <ClosedState title={t('not_for_you')}>
        <p>{t('not_for_you_lead')}</p>
      </ClosedState>
    </Desk>
  );
}

function Watched() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(status, {}, { language, signal }), [language]);
  usePolling(loaded.again, look_every_ms);
  useKeys([{ keys: 'r', words: t('again'), run: loaded.again }], [t('again')]);
  const worst = urgency.find((level) => loaded.value?.parts.some((part) => part.level === level));
  const overall = { good: t('all_good'), look: t('some_look'), act: t('some_act') };
  return (
    <Desk
      title={t('status')}
      lead={t('status_lead')}
      end={
        <>
          {worst && <Level of={worst} words={overall[worst]} />}
          <Button kind="quiet" onPress={loaded.again}>
            {t('again')}
          </Button>
        </>
      }
    >
      <Loaded of={loaded} lines={8}>
        {(shown) => (
          <>
            <Parts shown={shown} />
            <Carriers carriers={shown.carriers} />
            <Servers nodes={shown.nodes} />
          </>
        )}
      </Loaded>
    </Desk>
  );
}

/** Each level has a word and a sign of its own beside its colour. */
function Level({ of, words }: { readonly of: Part['level']; readonly words: string }) {
  return of === 'look' ? (
    <Status tone="partly" sign={icons.warning}>
      {words}
    </Status>
  ) : (
    <Status tone={of === 'act' ? 'wrong' : 'good'}>{words}</Status>
  );
}

function Parts({ shown }: { readonly shown: Shown }) {
  const t = useText(catalogue);
  const speech = useSpeech();
  const words = speech.words(catalogue);
  const say = (key: string, figures: Readonly<Record<string, string | number>> = {}) =>
    sentence(words, key, figures, speech.language.value);
  const [open, setOpen] = useState(false);
  const sorted = shown.parts.toSorted((a, b) => urgency.indexOf(a.level) - urgency.indexOf(b.level));
  const rows = open ? sorted.filter(({ level }) => level !== 'good') : sorted;
  const mark = (level: Part['level']) => <Level of={level} words={say(`level_${level}`)} />;
  const columns: readonly Column<Part>[] = [
    {
      key: 'part',
      title: t('part'),
      cell: ({ part, level }) => (
        <div class={styles.part}>
          <b>{say(`part_${part}`)}</b>
          <span class={styles.narrow}>{mark(level)}</span>
        </div>
      ),
    },
    { key: 'level', title: t('state'), cell: ({ level }) => mark(level), spare: true },
    {
      key: 'how',
      title: t('how'),
      look: 'wide',
      cell: ({ level, reason, figures }) => {
        const values = Object.fromEntries(figures.map(({ name, value }) => [name, value]));
        return (
          <div class={styles.how}>
            <span>{say(reason, values)}</span>
            {level !== 'good' && <span class={styles.next}>{say(`${reason}_next`, values)}</span>}
          </div>
        );
      },
    },
  ];
  return (
    <>
      <div class={styles.tools}>
        <Chip on={open} onSwitch={setOpen}>
          {t('only_open')}
        </Chip>
        <p class={styles.looked}>
          {say('looked', { looked_at: shown.at })} {t(shown.alerts ? 'alerts_on' : 'alerts_off')}
        </p>
      </div>
      <Table
        label={t('parts')}
        columns={columns}
        rows={rows}
        keyOf={({ part }) => part}
        words={{ next: t('next_row'), previous: t('previous_row'), more: t('more') }}
        empty={t('none_open')}
      />
    </>
  );
}

function Servers({ nodes }: { readonly nodes: readonly Node[] }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const speech = useSpeech();
  const room = (free_bytes: number | null) =>
    free_bytes === null
      ? '–'
      : sentence({ room: '{free_bytes}' }, 'room', { free_bytes }, speech.language.value);
  const columns: readonly Column<Node>[] = [
    {
      key: 'state',
      title: t('state'),
      cell: ({ alive, here }) => (
        <Status tone={alive ? 'good' : 'quiet'}>
          {alive ? (here ? `${t('here')}, ${t('this_one')}` : t('here')) : t('gone')}
        </Status>
      ),
    },
    { key: 'release', title: t('release'), look: 'code', cell: ({ release }) => release },
    {
      key: 'policy',
      title: t('policy_hash'),
      look: 'code',
      cell: ({ policy }) => policy.slice(0, 12),
      spare: true,
    },
    { key: 'started', title: t('started'), cell: ({ started_at }) => formats.moment(started_at) },
    { key: 'seen', title: t('seen'), cell: ({ seen_at }) => formats.time(seen_at), spare: true },
    { key: 'free', title: t('free'), look: 'number', cell: ({ free_bytes }) => room(free_bytes) },
    {
      key: 'log',
      title: t('log_waiting'),
      look: 'number',
      cell: ({ log_waiting }) => formats.number(log_waiting),
      spare: true,
    },
  ];
  return (
    <Panel title={t('servers')}>
      <Table
        label={t('servers')}
        columns={columns}
        rows={nodes}
        keyOf={({ id }) => id}
        words={{ next: t('next_row'), previous: t('previous_row'), more: t('more') }}
        empty={t('none_open')}
      />
    </Panel>
  );
}
