import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Card,
  Sheet,
  Status,
  type Tone,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { type Column, Desk, Loaded, Table } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { list } from '../contract.ts';
import { Counts } from './counts.tsx';
import { Matter } from './matter.tsx';
import styles from './matters.module.css';
import { Proposal } from './proposal.tsx';
import { Standing } from './standing.tsx';
import { catalogue } from './text.ts';

export type Matters = Output<typeof list>;
export type OneMatter = Matters['matters'][number];

interface MattersProps {
  readonly roles: readonly string[];
  /** Asks for a fresh sign-in; true when it was given. */
  readonly confirm: () => Promise<boolean>;
}

/** Legal exceptions: for officers all of them, for security those that it acts in. */
export function MattersScreen({ roles, confirm }: MattersProps) {
  const t = useText(catalogue);
  if (roles.includes('privacy_officer')) return <Officers confirm={confirm} />;
  return (
    <Desk title={t('matters')} lead={t('standing_lead')}>
      <Standing />
    </Desk>
  );
}

const tones = {
  proposed: 'wait',
  stands: 'good',
  ended: 'quiet',
  over: 'quiet',
  lapsed: 'quiet',
} as const satisfies Record<OneMatter['state'], Tone>;

function Officers({ confirm }: Pick<MattersProps, 'confirm'>) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(list, { language }, { language, signal }), [language]);
  const [proposing, setProposing] = useState(false);
  const close = () => setProposing(false);
  return (
    <Desk
      title={t('matters')}
      lead={t('matters_lead')}
      end={<Button onPress={() => setProposing(true)}>{t('propose')}</Button>}
    >
      <Loaded of={loaded}>
        {(shown) => (
          <>
            {shown.officers < 2 && (
              <Card tone="clay">
                <p>{t('one_officer')}</p>
              </Card>
            )}
            <MattersTable matters={shown.matters} confirm={confirm} again={loaded.again} />
            <Sheet open={proposing} onClose={close} labelledBy="proposal-form" form>
              <Proposal
                shown={shown}
                confirm={confirm}
                onDone={() => {
                  close();
                  loaded.again();
                }}
              />
            </Sheet>
          </>
        )}
      </Loaded>
      <Counts />
    </Desk>
  );
}

interface MattersTableProps extends Pick<MattersProps, 'confirm'> {
  readonly matters: readonly OneMatter[];
  readonly again: () => void;
}

function MattersTable({ matters, confirm, again }: MattersTableProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const columns: readonly Column<OneMatter>[] = [
    { key: 'name', title: t('name'), cell: (one) => one.name },
    { key: 'ground', title: t('ground'), cell: (one) => `${one.ground} ${one.ground_name}`, spare: true },
    {
      key: 'state',
      title: t('state'),
      cell: (one) => <Status tone={tones[one.state]}>{t(`state_${one.state}`)}</Status>,
    },
    { key: 'ends_on', title: t('ends_on'), cell: (one) => formats.date(one.ends_on), spare: true },
    {
      key: 'told',
      title: t('told'),
      cell: (one) => (one.tell_from === null ? t('told_not') : formats.date(one.tell_from)),
      spare: true,
    },
    { key: 'people', title: t('people'), cell: (one) => formats.number(one.people), look: 'number' },
  ];
  return (
    <section class={styles.section}>
      <Table
        label={t('matters')}
        columns={columns}
        rows={matters}
        keyOf={(one) => one.id}
        words={{ next: t('next'), previous: t('previous'), more: t('more') }}
        empty={t('none')}
        detail={(one) => <Matter matter={one} confirm={confirm} again={again} />}
      />
    </section>
  );
}
