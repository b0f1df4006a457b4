import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Status, type Tone, useFormats, useResource, useSpeech, useText } from '@axent/ui';
import { type Column, Desk, Loaded, Panel, Table, usePolling } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { queue } from '../contract.ts';
import { HeldCase } from './case.tsx';
import styles from './fraud.module.css';
import { catalogue } from './text.ts';

export type OneCase = Output<typeof queue>['cases'][number];

interface QueueProps {
  /** Asks for a fresh sign-in; true when it was given. */
  readonly confirm: () => Promise<boolean>;
}

/** Whom a rule held, and what was decided. */
export function QueueScreen({ confirm }: QueueProps) {
  const t = useText(catalogue);
  const [decided, setDecided] = useState(0);
  const onDecided = () => setDecided(decided + 1);
  return (
    <Desk title={t('fraud')} lead={t('fraud_lead')}>
      <div class={styles.stack}>
        <Cases done={false} decided={decided} onDecided={onDecided} confirm={confirm} />
        <Cases done decided={decided} onDecided={onDecided} confirm={confirm} />
      </div>
    </Desk>
  );
}

interface CasesProps extends QueueProps {
  readonly done: boolean;
  /** How many were decided here. */
  readonly decided: number;
  readonly onDecided: () => void;
}

const tones = {
  held: 'wait',
  answered: 'partly',
  released: 'good',
  refused: 'wrong',
} as const satisfies Record<OneCase['state'], Tone>;

const told = ['many_accounts', 'taking_over'] as const;
const look_every_ms = 30_000;

function Cases({ done, decided, onDecided, confirm }: CasesProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const input = done ? { done } : {};
  const loaded = useResource((signal) => call(queue, input, { language, signal }), [language, decided]);
  usePolling(loaded.again, look_every_ms);
  const sentence = ({ rule, weight }: OneCase) => {
    const known = told.find((one) => one === rule);
    return known === undefined ? t('rule_other') : t(`rule_${known}`, { count: formats.number(weight) });
  };
  const columns: readonly Column<OneCase>[] = [
    { key: 'why', title: t('why'), cell: sentence, look: 'wide' },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state }) => <Status tone={tones[state]}>{t(`state_${state}`)}</Status>,
    },
    { key: 'at', title: t('at'), cell: ({ at }) => formats.moment(at), spare: true },
  ];
  return (
    <Panel title={t(done ? 'done' : 'waiting')}>
      <Loaded of={loaded} lines={4}>
        {({ cases, more }) => (
          <div class={styles.stack}>
            <Table
              label={t(done ? 'done' : 'waiting')}
              columns={columns}
              rows={cases}
              keyOf={({ id }) => id}
              words={{ next: t('next'), previous: t('previous'), more: t('more') }}
              empty={t(done ? 'none_done' : 'none_waiting')}
              detail={(one) => <HeldCase held={one} confirm={confirm} onDecided={onDecided} />}
            />
            {more && <p class={styles.quiet}>{t('more_waiting')}</p>}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
