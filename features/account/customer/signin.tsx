import {
  type Asking,
  Card,
  LinkButton,
  Page,
  PromptCard,
  Skeleton,
  useProblemLine,
  useSpeech,
  useText,
} from '@axent/ui';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { AddressStep } from './address.tsx';
import { CodeStep, type Sent } from './code.tsx';
import { PasswordStep } from './password.tsx';
import { forgetPending, keepPending, readPending } from './pending.ts';
import type { Entered, Owed, SecondProps } from './second.tsx';
import { catalogue } from './text.ts';
import { catalogue as wayWords } from './text.ways.ts';
import type { Who } from './who.ts';

export interface SignInScreenProps {
  /** How a function is asked for, to offer what was open before. */
  readonly asking: (id: string) => Asking;
  /** Called once everything is answered. */
  readonly onSignedIn: () => Promise<void>;
  /** Somebody has come in elsewhere already: what is left to answer. */
  readonly entered?: Entered;
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

/** Only for those who have a second step: its code and words come when they are needed. */
function SecondPage(props: SecondProps) {
  const t = useText(catalogue);
  const speech = useSpeech();
  const [Part, setPart] = useState<{ readonly Second: ComponentType<SecondProps> } | null>(null);
  useEffect(() => {
    void Promise.all([import('./second.tsx'), speech.load(wayWords)]).then(([{ SecondStep }]) =>
      setPart({ Second: SecondStep }),
    );
  }, []);
  return <Page title={t('second_title')}>{Part ? <Part.Second {...props} /> : <Skeleton lines={3} />}</Page>;
}

type Step =
  | { readonly at: 'address' }
  | { readonly at: 'password'; readonly who: Who }
  | { readonly at: 'second'; readonly owed: Owed }
  | { readonly at: 'code'; readonly who: Who; readonly sent: Sent }
  | { readonly at: 'offer'; readonly offered: readonly string[] }
  | { readonly at: 'done' };

/** What is left after the first way. */
const leftOf = ({ second, offered }: Entered): Step =>
  second.length > 0 ? { at: 'second', owed: second } : { at: 'offer', offered };

const addressOf = (who: Who) => ('phone' in who ? who.phone : who.email);

/** Who it is, how they show it, and what was open before: small steps, one task each. */
export function SignInScreen({ asking, onSignedIn, entered: before }: SignInScreenProps) {
  const [pending] = useState(readPending);
  const [known, setKnown] = useState(pending ? addressOf(pending.who) : '');
  const [step, setStep] = useState<Step>(
    before ? leftOf(before) : pending ? { at: 'code', ...pending } : { at: 'address' },
  );
  const finish = () => {
    setStep({ at: 'done' });
    void onSignedIn();
  };
  const entered = (now: Entered) => {
    forgetPending();
    if (now.second.length > 0 || now.offered.length > 0) setStep(leftOf(now));
    else finish();
  };
  if (step.at === 'address')
    return (
      <AddressStep
        known={known}
        onEntered={entered}
        onPassword={(who) => {
          setKnown(addressOf(who));
          setStep({ at: 'password', who });
        }}
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
        onEntered={entered}
        onOtherAddress={() => {
          forgetPending();
          setStep({ at: 'address' });
        }}
      />
    );
  if (step.at === 'password')
    return <PasswordStep who={step.who} onEntered={entered} onOther={() => setStep({ at: 'address' })} />;
  if (step.at === 'second')
    return <SecondPage owed={step.owed} onEntered={entered} onBack={() => setStep({ at: 'address' })} />;
  if (step.at === 'offer') return <OfferStep offered={step.offered} asking={asking} onDone={finish} />;
  return <Welcome />;
}
