import { call } from '@axent/kernel/operation/client';
import {
  type Asking,
  Button,
  Card,
  Field,
  LinkButton,
  Page,
  PromptCard,
  useProblemLine,
  useSpeech,
  useText,
} from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import { requestCode } from '../contract.ts';
import { CodeStep, type Sent } from './code.tsx';
import { forgetPending, keepPending, readPending } from './pending.ts';
import styles from './signin.module.css';
import { catalogue } from './text.ts';

export interface SignInScreenProps {
  /** How a function is asked for, to offer what was open before. */
  readonly asking: (id: string) => Asking;
  /** Called once everything is answered. */
  readonly onSignedIn: () => Promise<void>;
}

function AddressStep({
  known,
  onSent,
}: {
  readonly known: string;
  readonly onSent: (email: string, sent: Sent) => void;
}) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [email, setEmail] = useState(known);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async () => {
    setBusy(true);
    setError(null);
    try {
      onSent(email, await call(requestCode, { email: email.trim(), language }, { language }));
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <Page title={t('title')} lead={t('lead')} ornament>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field
          label={t('email')}
          hint={t('email_hint')}
          error={error ? line(error) : undefined}
          type="email"
          name="email"
          autocomplete="email"
          inputMode="email"
          maxLength={254}
          required
          value={email}
          onValue={setEmail}
          input={{ spellcheck: false, autocapitalize: 'none' }}
        />
        <Button type="submit" wide busy={busy} disabled={email.trim().length < 3}>
          {t('send')}
        </Button>
      </form>
    </Page>
  );
}

/** What was open before signing in is offered, one function after the other; nothing is taken over. */
function OfferStep({
  offered,
  asking,
  onDone,
}: Pick<SignInScreenProps, 'asking'> & { readonly offered: readonly string[]; readonly onDone: () => void }) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const id = offered[at];
  const { words, allow } = asking(id ?? '');
  const next = () => {
    setError(undefined);
    setAt(at + 1);
  };
  const over = id === undefined || words === null;
  useEffect(() => {
    if (over) onDone();
  }, [over]);
  const keep = async () => {
    setBusy(true);
    try {
      await allow();
      next();
    } catch (cause) {
      setError(line(cause));
    }
    setBusy(false);
  };
  return (
    <Page title={t('offered_title')} lead={t('offered_lead')}>
      {words && (
        <Card label={words.title}>
          <PromptCard
            words={words}
            titleId={`offer-${id}`}
            busy={busy}
            error={error}
            onOpen={() => void keep()}
            onNotNow={next}
          />
        </Card>
      )}
    </Page>
  );
}

function Welcome() {
  const t = useText(catalogue);
  return (
    <Page title={t('welcome')} ornament>
      <p>
        <LinkButton href="/privacy">{t('up')}</LinkButton>
      </p>
    </Page>
  );
}

type Step =
  | { readonly at: 'address' }
  | { readonly at: 'code'; readonly sent: Sent }
  | { readonly at: 'offer'; readonly offered: readonly string[] }
  | { readonly at: 'done' };

/** Address, code, and what was open before: three small steps. */
export function SignInScreen({ asking, onSignedIn }: SignInScreenProps) {
  const [pending] = useState(readPending);
  const [email, setEmail] = useState(pending?.email ?? '');
  const [step, setStep] = useState<Step>(pending ? { at: 'code', sent: pending.sent } : { at: 'address' });
  const finish = () => {
    setStep({ at: 'done' });
    void onSignedIn();
  };
  if (step.at === 'address')
    return (
      <AddressStep
        known={email}
        onSent={(address, sent) => {
          setEmail(address.trim());
          keepPending(address.trim(), sent);
          setStep({ at: 'code', sent });
        }}
      />
    );
  if (step.at === 'code')
    return (
      <CodeStep
        email={email}
        sent={step.sent}
        onEntered={({ offered }) => {
          forgetPending();
          if (offered.length > 0) setStep({ at: 'offer', offered });
          else finish();
        }}
        onOtherAddress={() => {
          forgetPending();
          setStep({ at: 'address' });
        }}
      />
    );
  if (step.at === 'offer') return <OfferStep offered={step.offered} asking={asking} onDone={finish} />;
  return <Welcome />;
}
