import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Facts,
  Pair,
  ProblemState,
  Sheet,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { Code, Loaded, useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { end, history } from '../contract.ts';
import { EntryForm } from './form.tsx';
import styles from './recipients.module.css';
import type { Recipient, Register } from './recipients.tsx';
import { TermsForm } from './terms.tsx';
import { catalogue } from './text.ts';

interface EntryProps {
  readonly recipient: Recipient;
  readonly register: Register;
  readonly confirm: () => Promise<boolean>;
  readonly again: () => void;
}

type Open = 'terms' | 'change' | 'end' | null;

/** One third party in full, with what an officer can do about it. */
export function Entry({ recipient, register, confirm, again }: EntryProps) {
  const t = useText(catalogue);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const done = () => {
    close();
    again();
  };
  return (
    <div class={styles.inside}>
      <EntryFacts recipient={recipient} register={register} />
      {!recipient.ended && (
        <div class={styles.acts}>
          <Button onPress={() => setOpen('terms')}>{t('put_terms')}</Button>
          <Button kind="quiet" onPress={() => setOpen('change')}>
            {t('change')}
          </Button>
          <Button kind="quiet" onPress={() => setOpen('end')}>
            {t('end')}
          </Button>
        </div>
      )}
      <History recipient={recipient} />
      <Sheet open={open === 'terms'} onClose={close} labelledBy="terms-form" form>
        <TermsForm recipient={recipient} today={register.today} confirm={confirm} onDone={done} />
      </Sheet>
      <Sheet open={open === 'change'} onClose={close} labelledBy="recipient-form" form>
        <EntryForm register={register} entry={recipient} confirm={confirm} onDone={done} />
      </Sheet>
      <Sheet open={open === 'end'} onClose={close} labelledBy="end-form">
        <Ending recipient={recipient} confirm={confirm} onDone={done} onKeep={close} />
      </Sheet>
    </div>
  );
}

function EntryFacts({ recipient, register }: Pick<EntryProps, 'recipient' | 'register'>) {
  const t = useText(catalogue);
  const { hash } = recipient.terms;
  const far = recipient.area !== register.area;
  return (
    <Facts
      facts={[
        [t('kind'), recipient.kind_name],
        [t('work'), recipient.work],
        [t('contact'), recipient.contact],
        [t('area'), far ? `${t(`area_${recipient.area}`)} · ${t('area_far')}` : t(`area_${recipient.area}`)],
        ...(recipient.carrier === null ? [] : ([[t('carrier'), recipient.carrier]] as const)),
        [t('fields'), recipient.fields.join(', ')],
        [
          t('document'),
          hash === null ? (
            t('no_document')
          ) : (
            <Code key="hash" text={hash} words={{ copy: t('copy'), copied: t('copied') }} />
          ),
        ],
      ]}
    />
  );
}

function History({ recipient }: Pick<EntryProps, 'recipient'>) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const { id, change } = recipient;
  const loaded = useResource((signal) => call(history, { id }, { language, signal }), [id, change]);
  const day = (iso: string | null) => (iso === null ? '' : formats.date(iso));
  return (
    <div class={styles.part}>
      <h2>{t('history')}</h2>
      <Loaded of={loaded} lines={2}>
        {({ changes }) => (
          <ol class={styles.history}>
            {changes.map((one) => (
              <li key={one.id}>
                <time dateTime={one.at}>{formats.moment(one.at)}</time>
                <span>
                  {t(`act_${one.act}`, { from: day(one.from), until: day(one.until) })}
                  {one.by_settings && ` · ${t('by_settings')}`}
                </span>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </div>
  );
}

interface EndingProps extends Pick<EntryProps, 'recipient' | 'confirm'> {
  readonly onDone: () => void;
  readonly onKeep: () => void;
}

function Ending({ recipient, confirm, onDone, onKeep }: EndingProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const { id, change: base, name } = recipient;
  return (
    <div class={styles.form}>
      <h2 id="end-form" tabIndex={-1}>
        {t('end_title', { name })}
      </h2>
      <p>{t('end_lead')}</p>
      {act.error !== null && <ProblemState error={act.error} />}
      <Pair>
        <Button kind="equal" onPress={onKeep}>
          {t('keep')}
        </Button>
        <Button
          kind="equal"
          busy={act.busy}
          onPress={() =>
            act.run(async () => {
              await call(end, { id, base }, { language });
              onDone();
            })
          }
        >
          {t('end_now')}
        </Button>
      </Pair>
    </div>
  );
}
