import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Chip, Status, type Tone, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { type Column, Desk, Loaded, Table } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { queue } from '../contract.console.ts';
import styles from './queue.module.css';
import { OneRequest } from './request.tsx';
import { catalogue } from './text.ts';

export type Queue = Output<typeof queue>;
export type Request = Queue['requests'][number];

interface RequestsScreenProps {
  /** Asks for a fresh sign-in; true when it was given. */
  readonly confirm: () => Promise<boolean>;
}

/** From so few days on it presses. */
const pressing_days = 7;

/** Requests of people about their data, against the law's clock. */
export function RequestsScreen({ confirm }: RequestsScreenProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(queue, {}, { language, signal }), [language]);
  return (
    <Desk title={t('requests')} lead={t('lead')}>
      <Loaded of={loaded} lines={5}>
        {(shown) => <QueueTable shown={shown} confirm={confirm} again={loaded.again} />}
      </Loaded>
    </Desk>
  );
}

type Kept = 'open' | 'mine' | 'closed';
const keeps = {
  open: (one: Request) => one.closed_at === null,
  mine: (one: Request) => one.closed_at === null && one.in_hand,
  closed: (one: Request) => one.closed_at !== null,
} as const satisfies Record<Kept, (one: Request) => boolean>;

interface QueueTableProps extends RequestsScreenProps {
  readonly shown: Queue;
  readonly again: () => void;
}

function QueueTable({ shown, confirm, again }: QueueTableProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const [kept, setKept] = useState<Kept>('open');
  const columns: readonly Column<Request>[] = [
    { key: 'reference', title: t('reference'), cell: ({ reference }) => reference, look: 'code' },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(`kind_${kind}`) },
    { key: 'due', title: t('due'), cell: (one) => <Clock one={one} /> },
    { key: 'state', title: t('state'), cell: (one) => <State one={one} /> },
    {
      key: 'received',
      title: t('received'),
      cell: ({ received_at }) => formats.date(received_at),
      spare: true,
    },
    {
      key: 'account',
      title: t('account'),
      cell: ({ has_account }) => t(has_account ? 'yes' : 'no'),
      spare: true,
    },
  ];
  return (
    <div class={styles.stack}>
      <div class={styles.acts}>
        {(Object.keys(keeps) as Kept[]).map((one) => (
          <Chip key={one} on={one === kept} onSwitch={() => setKept(one)}>
            {t(`show_${one}`, { count: shown.requests.filter(keeps[one]).length })}
          </Chip>
        ))}
      </div>
      <Table
        label={t('requests')}
        columns={columns}
        rows={shown.requests.filter(keeps[kept])}
        keyOf={({ id }) => id}
        words={{ next: t('next'), previous: t('previous'), more: t('more') }}
        empty={t(`none_${kept}`)}
        detail={(one) => (
          <OneRequest
            request={one}
            authority={shown.authority}
            area={shown.area}
            confirm={confirm}
            again={again}
          />
        )}
      />
    </div>
  );
}

interface OneProps {
  readonly one: Request;
}

/** How long there is, in a word and a sign: never by colour alone. */
function Clock({ one }: OneProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const { days_left, due_at, closed_at } = one;
  const day = formats.date(due_at);
  if (closed_at !== null) return <>{t(days_left < 0 ? 'was_late' : 'was_in_time', { day })}</>;
  if (days_left < 0) return <Status tone="wrong">{t('overdue', { count: -days_left, day })}</Status>;
  const tone: Tone = days_left < pressing_days ? 'partly' : 'plain';
  return <Status tone={tone}>{t('left', { count: days_left, day })}</Status>;
}

const tones = {
  new: 'wait',
  taken: 'partly',
  answered: 'good',
  refused: 'wrong',
  withdrawn: 'quiet',
} as const satisfies Record<Request['state'], Tone>;

function State({ one }: OneProps) {
  const t = useText(catalogue);
  const words = one.state === 'taken' && one.in_hand ? t('in_hand') : t(`state_${one.state}`);
  return (
    <Status tone={tones[one.state]} look="bare">
      {words}
    </Status>
  );
}
