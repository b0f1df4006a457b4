import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  codeOf,
  DataPath,
  icons,
  Lines,
  LinkButton,
  Page,
  useFormats,
  useProblemLine,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { ask } from '../contract.ts';
import { kinds } from '../requests.ts';
import { ProofStep, type Proved } from './proof.tsx';
import styles from './requests.module.css';
import { catalogue } from './text.ts';

type Kind = (typeof kinds)[number];
type Filed = Output<typeof ask>;

interface AskStepsProps {
  readonly person: boolean;
  readonly proved: Proved | null;
  readonly onProved: (proved: Proved | null) => void;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

type Step = 'kind' | 'words' | 'proof';

/** What, in which words, from which address: three small steps, and for who is signed in two. */
export function AskSteps({ person, proved, onProved, onBack, onDone }: AskStepsProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [step, setStep] = useState<Step>('kind');
  const [kind, setKind] = useState<Kind>('access');
  const [text, setText] = useState('');
  const [filed, setFiled] = useState<Filed | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const send = async (by: Proved | null) => {
    setBusy(true);
    setError(undefined);
    try {
      const plain = text.replaceAll('\r\n', '\n').trim();
      const proof = by === null ? {} : { proof: by.proof };
      setFiled(await call(ask, { kind, text: plain, language, ...proof }, { language }));
    } catch (cause) {
      if (codeOf(cause) === 'proof_over') onProved(null);
      setError(line(cause));
      setStep('words');
    }
    setBusy(false);
  };
  if (filed !== null)
    return <Filing filed={filed} address={person ? null : (proved?.address ?? null)} onDone={onDone} />;
  if (step === 'kind')
    return (
      <KindStep
        kind={kind}
        onKind={setKind}
        onNext={() => setStep('words')}
        onBack={onBack}
        person={person}
      />
    );
  if (step === 'proof')
    return (
      <ProofStep
        title={t('prove')}
        lead={t('prove_lead')}
        onProved={(by) => {
          onProved(by);
          void send(by);
        }}
        onBack={() => setStep('words')}
      />
    );
  const ready = person || proved !== null;
  return (
    <Page title={t(`kind_${kind}`)} lead={t(`words_${kind}`)}>
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send(person ? null : proved);
          else setStep('proof');
        }}
      >
        <Lines label={t('words')} hint={t('words_hint')} value={text} maxLength={4000} onValue={setText} />
        <p role="status">{error}</p>
        <Button type="submit" wide busy={busy} disabled={text.trim() === ''}>
          {t(ready ? 'send' : 'next')}
        </Button>
        <Button kind="quiet" onPress={() => setStep('kind')}>
          {t('back')}
        </Button>
      </form>
    </Page>
  );
}

interface KindStepProps {
  readonly kind: Kind;
  readonly person: boolean;
  readonly onKind: (kind: Kind) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

function KindStep({ kind, person, onKind, onNext, onBack }: KindStepProps) {
  const t = useText(catalogue);
  return (
    <Page title={t('kind')} lead={t('kind_lead')}>
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onNext();
        }}
      >
        <fieldset class={styles.kinds}>
          <legend class="only-heard">{t('kind')}</legend>
          {kinds.map((one) => (
            <label key={one} class={styles.kind}>
              <input type="radio" name="kind" checked={one === kind} onChange={() => onKind(one)} />
              <span>
                <strong>{t(`kind_${one}`)}</strong>
                <small>{t(`kind_${one}_says`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {person && kind === 'erasure' && (
          <p class={styles.quiet}>
            {t('erase_yourself')} <a href="/privacy/close">{t('erase_here')}</a>
          </p>
        )}
        {person && kind === 'access' && (
          <p class={styles.quiet}>
            {t('see_yourself')} <a href="/privacy/held">{t('see_here')}</a>
          </p>
        )}
        <Button type="submit" wide>
          {t('next')}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {t('back')}
        </Button>
      </form>
    </Page>
  );
}

interface FilingProps {
  readonly filed: Filed;
  /** Where the answer goes; null: into the account. */
  readonly address: string | null;
  readonly onDone: () => void;
}

/** It is in: what happens now, and by when. */
export function Filing({ filed, address, onDone }: FilingProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const day = formats.date(filed.due_at);
  return (
    <Page title={t('filed')} lead={t('filed_lead', { reference: filed.reference, day })} ornament>
      <DataPath
        label={t('filed_path')}
        stops={[
          { sign: icons.pen, label: t('filed_now') },
          { sign: icons.person, label: t('filed_officer') },
          { sign: icons.mail, label: t('filed_answer', { day }) },
        ]}
      />
      <p>{address === null ? t('filed_account') : t('filed_address', { address })}</p>
      <p>
        <Button kind="equal" onPress={onDone}>
          {t('filed_see')}
        </Button>
      </p>
      <p>
        <LinkButton kind="quiet" href="/">
          {t('home')}
        </LinkButton>
      </p>
    </Page>
  );
}
