import { typedCode } from '@axent/account/contract';
import { addressOf, prove, requestProof } from '@axent/account/contract/proof';
import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, codeOf, Field, Page, useProblemLine, useSpeech, useText } from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import styles from './requests.module.css';
import { catalogue } from './text.ts';

/** An address that a code has proved, and with what it goes along with each call. */
export type Proved = Output<typeof prove>;
type Sent = Output<typeof requestProof>;
type Who = { readonly email: string } | { readonly phone: string };

interface ProofStepProps {
  readonly title: string;
  readonly lead: string;
  readonly onProved: (proved: Proved) => void;
  readonly onBack: () => void;
}

/** An address, and the code that was sent there: who can read it is whoever asks. */
export function ProofStep({ title, lead, onProved, onBack }: ProofStepProps) {
  const [step, setStep] = useState<{ readonly who: Who; readonly sent: Sent } | null>(null);
  const [known, setKnown] = useState('');
  if (step !== null) return <CodeStep {...step} onProved={onProved} onOther={() => setStep(null)} />;
  return (
    <AddressStep
      title={title}
      lead={lead}
      known={known}
      onSent={(typed, who, sent) => {
        setKnown(typed);
        setStep({ who, sent });
      }}
      onBack={onBack}
    />
  );
}

interface AddressStepProps extends Pick<ProofStepProps, 'title' | 'lead' | 'onBack'> {
  readonly known: string;
  readonly onSent: (typed: string, who: Who, sent: Sent) => void;
}

function AddressStep({ title, lead, known, onSent, onBack }: AddressStepProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [typed, setTyped] = useState(known);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const send = async () => {
    const address = addressOf(typed);
    if (address === null) return setError(t('address_wrong'));
    const who: Who = address.kind === 'email' ? { email: address.value } : { phone: address.value };
    setBusy(true);
    setError(undefined);
    try {
      onSent(typed, who, await call(requestProof, { ...who, language }, { language }));
    } catch (cause) {
      setError(line(cause));
      setBusy(false);
    }
  };
  return (
    <Page title={title} lead={lead}>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field
          label={t('address')}
          hint={t('address_hint')}
          error={error}
          name="email"
          autocomplete="email"
          inputMode="email"
          maxLength={254}
          required
          autofocus
          value={typed}
          onValue={setTyped}
          input={{ spellcheck: false, autocapitalize: 'none' }}
        />
        <Button type="submit" wide busy={busy} disabled={typed.trim().length < 3}>
          {t('send_code')}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {t('back')}
        </Button>
      </form>
    </Page>
  );
}

/** Seconds until another code can be asked for. */
function useWait(sent: Sent): number {
  const [left_s, setLeft] = useState(sent.again_in_s);
  useEffect(() => {
    const end = Date.now() + sent.again_in_s * 1000;
    const look = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [sent]);
  return left_s;
}

interface CodeStepProps {
  readonly who: Who;
  readonly sent: Sent;
  readonly onProved: (proved: Proved) => void;
  readonly onOther: () => void;
}

function CodeStep({ who, sent: first, onProved, onOther }: CodeStepProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [sent, setSent] = useState(first);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const left_s = useWait(sent);
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
    } catch (cause) {
      if (codeOf(cause) === 'code_wrong') setCode('');
      setError(line(cause));
    }
    setBusy(false);
  };
  const enter = (typed: string) =>
    void act(async () => onProved(await call(prove, { ...who, code: typed }, { language })));
  const again = () =>
    void act(async () => {
      setSent(await call(requestProof, { ...who, language }, { language }));
      setCode('');
    });
  const onCode = (value: string) => {
    const typed = typedCode(value, sent.long);
    setCode(typed.code);
    if (typed.complete && typed.code !== code && !busy) enter(typed.code);
  };
  return (
    <Page title={t('code_title')} lead={t('code_lead', { address: sent.sent_to })}>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (typedCode(code, sent.long).complete) enter(code);
          else setError(t('code_short'));
        }}
      >
        <Field
          label={t('code')}
          hint={t(sent.slow ? 'code_slow' : 'code_hint')}
          error={error}
          look={sent.long ? 'plain' : 'code'}
          value={code}
          name="code"
          autocomplete="one-time-code"
          inputMode={sent.long ? 'text' : 'numeric'}
          required
          autofocus
          onValue={onCode}
        />
        <Button type="submit" wide busy={busy}>
          {t('code_enter')}
        </Button>
        {left_s > 0 ? (
          <p class={styles.wait}>{t('code_wait', { count: left_s })}</p>
        ) : (
          <Button kind="quiet" busy={busy} onPress={again}>
            {t('code_again')}
          </Button>
        )}
        <Button kind="quiet" onPress={onOther}>
          {t('address_other')}
        </Button>
      </form>
    </Page>
  );
}
