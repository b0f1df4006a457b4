import { call } from '@axent/kernel/operation/client';
import {
  type Asking,
  Button,
  Card,
  Field,
  LinkButton,
  Page,
  PromptCard,
  Skeleton,
  useProblemLine,
  useSpeech,
  useText,
} from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import { requestCode, ways } from '../contract.ts';
import { CodeStep, type Sent } from './code.tsx';
import { forgetPending, keepPending, readPending } from './pending.ts';
import styles from './signin.module.css';
import { catalogue } from './text.ts';
import type { Who } from './who.ts';

export interface SignInScreenProps {
  /** How a function is asked for, to offer what was open before. */
  readonly asking: (id: string) => Asking;
  /** Called once everything is answered. */
  readonly onSignedIn: () => Promise<void>;
}

/** Whom a code goes to, from what was typed; null: nobody can be reached there. */
async function whoIs(text: string, phones: boolean): Promise<Who | null> {
  if (!phones || text.includes('@') || !/^[\s\d+()./-]+$/.test(text)) return { email: text.trim() };
  // 20 KB of numbering plans: only for those who type a number.
  const { normalisePhone } = await import('../phone.ts');
  const number = normalisePhone(text, new Intl.Locale(navigator.language).maximize().region ?? null);
  return number === null ? null : { phone: number };
}

/** Whether codes go to phones here; null until the server has said so. */
function usePhones(): boolean | null {
  const [phones, setPhones] = useState<boolean | null>(null);
  useEffect(() => {
    call(ways, {}).then(
      ({ phone }) => setPhones(phone),
      // Mail always works; sending tells what is wrong with the connection.
      () => setPhones(false),
    );
  }, []);
  return phones;
}

function AddressStep({
  known,
  onSent,
}: {
  readonly known: string;
  readonly onSent: (who: Who, sent: Sent) => void;
}) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const phones = usePhones();
  const [address, setAddress] = useState(known);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const who = await whoIs(address, phones === true);
      if (who !== null) return onSent(who, await call(requestCode, { ...who, language }, { language }));
      setError(t('phone_wrong'));
    } catch (cause) {
      setError(line(cause));
    }
    return setBusy(false);
  };
  // Words that change under the eyes are worse than a moment without.
  if (phones === null)
    return (
      <Page title={t('title')} ornament>
        <Skeleton lines={4} />
      </Page>
    );
  return (
    <Page title={t('title')} lead={t(phones ? 'lead_phone' : 'lead')} ornament>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field
          label={t(phones ? 'email_or_phone' : 'email')}
          hint={t('email_hint')}
          error={error}
          type={phones ? 'text' : 'email'}
          name="email"
          autocomplete={phones ? 'username' : 'email'}
          inputMode="email"
          maxLength={254}
          required
          value={address}
          onValue={setAddress}
          input={{ spellcheck: false, autocapitalize: 'none' }}
        />
        <Button type="submit" wide busy={busy} disabled={address.trim().length < 3}>
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
  | { readonly at: 'code'; readonly who: Who; readonly sent: Sent }
  | { readonly at: 'offer'; readonly offered: readonly string[] }
  | { readonly at: 'done' };

const addressOf = (who: Who) => ('phone' in who ? who.phone : who.email);

/** Address, code, and what was open before: three small steps. */
export function SignInScreen({ asking, onSignedIn }: SignInScreenProps) {
  const [pending] = useState(readPending);
  const [known, setKnown] = useState(pending ? addressOf(pending.who) : '');
  const [step, setStep] = useState<Step>(pending ? { at: 'code', ...pending } : { at: 'address' });
  const finish = () => {
    setStep({ at: 'done' });
    void onSignedIn();
  };
  if (step.at === 'address')
    return (
      <AddressStep
        known={known}
        onSent={(who, sent) => {
          setKnown(addressOf(who));
          keepPending(who, sent);
          setStep({ at: 'code', who, sent });
        }}
      />
    );
  if (step.at === 'code')
    return (
      <CodeStep
        who={step.who}
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
