import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Chip,
  ErrorState,
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
import { Entry } from './entry.tsx';
import { EntryForm } from './form.tsx';
import styles from './recipients.module.css';
import { catalogue } from './text.ts';

export type Register = Output<typeof list>;
export type Recipient = Register['recipients'][number];

interface RecipientsProps {
  /** Asks for a fresh sign-in; true when it was given. */
  readonly confirm: () => Promise<boolean>;
}

/** The register of third parties: who gets what, and until when. */
export function RecipientsScreen({ confirm }: RecipientsProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(list, { language }, { language, signal }), [language]);
  const [adding, setAdding] = useState(false);
  const close = () => setAdding(false);
  return (
    <Desk
      title={t('recipients')}
      lead={t('recipients_lead')}
      end={<Button onPress={() => setAdding(true)}>{t('register')}</Button>}
    >
      <Loaded of={loaded}>
        {(shown) => (
          <>
            {shown.held > 0 && <ErrorState title={t('held', { count: shown.held })} next={t('held_next')} />}
            <RegisterTable register={shown} confirm={confirm} again={loaded.again} />
            <Sheet open={adding} onClose={close} labelledBy="recipient-form" form>
              <EntryForm
                register={shown}
                entry={null}
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
    </Desk>
  );
}

const tones = {
  missing: 'wrong',
  early: 'wait',
  stand: 'good',
  run_out_soon: 'partly',
  over: 'wrong',
} as const satisfies Record<Recipient['terms']['state'], Tone>;

function TermsStatus({ recipient }: { readonly recipient: Recipient }) {
  const t = useText(catalogue);
  const formats = useFormats();
  if (recipient.ended) return <Status tone="quiet">{t('ended')}</Status>;
  const { state, from, until } = recipient.terms;
  const day = state === 'early' ? from : until;
  return (
    <Status tone={tones[state]}>{t(`terms_${state}`, { day: day === null ? '' : formats.date(day) })}</Status>
  );
}

interface RegisterTableProps extends RecipientsProps {
  readonly register: Register;
  readonly again: () => void;
}

function RegisterTable({ register, confirm, again }: RegisterTableProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const [ended, setEnded] = useState(false);
  const rows = register.recipients.filter((one) => ended || !one.ended);
  const columns: readonly Column<Recipient>[] = [
    { key: 'name', title: t('name'), cell: (one) => one.name },
    { key: 'kind', title: t('kind'), cell: (one) => one.kind_name, spare: true },
    { key: 'work', title: t('work'), cell: (one) => one.work, spare: true, look: 'wide' },
    { key: 'terms', title: t('terms'), cell: (one) => <TermsStatus recipient={one} /> },
    {
      key: 'people',
      title: t('people'),
      cell: (one) => formats.number(one.people),
      look: 'number',
      spare: true,
    },
  ];
  return (
    <section class={styles.section}>
      {register.recipients.some((one) => one.ended) && (
        <div class={styles.acts}>
          <Chip on={ended} onSwitch={setEnded}>
            {t('show_ended')}
          </Chip>
        </div>
      )}
      <Table
        label={t('recipients')}
        columns={columns}
        rows={rows}
        keyOf={(one) => one.id}
        words={{ next: t('next'), previous: t('previous'), more: t('more') }}
        empty={t(register.recipients.length === 0 ? 'none' : 'none_ended')}
        detail={(one) => <Entry recipient={one} register={register} confirm={confirm} again={again} />}
      />
    </section>
  );
}
