import { addressOf } from '@axent/account/contract/proof';
import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, codeOf, Field, Lines, Page, useProblemLine, useSpeech, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import { recover } from '../contract.ts';
import { Filing } from './ask.tsx';
import { ProofStep, type Proved } from './proof.tsx';
import styles from './requests.module.css';
import { catalogue } from './text.ts';

interface LostStepsProps {
  readonly onBack: () => void;
  readonly onProved: (proved: Proved) => void;
}

interface Claim {
  readonly known: string;
  readonly other: string;
  readonly made: string;
  readonly used: string;
  readonly text: string;
}

const nothing: Claim = { known: '', other: '', made: '', used: '', text: '' };

/** Neither mail nor phone any more: a new address, what one knows of the account, and somebody who looks into it. */
export function LostSteps({ onBack, onProved }: LostStepsProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [proved, setProved] = useState<Proved | null>(null);
  const [claim, setClaim] = useState(nothing);
  const [filed, setFiled] = useState<Output<typeof recover> | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  if (filed !== null) return <Filing filed={filed} address={proved?.address ?? ''} onDone={onBack} />;
  if (proved === null)
    return (
      <ProofStep
        title={t('lost')}
        lead={t('lost_lead')}
        onBack={onBack}
        onProved={(by) => {
          setProved(by);
          onProved(by);
        }}
      />
    );
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      setFiled(await call(recover, { proof: proved.proof, language, ...inputOf(claim) }, { language }));
    } catch (cause) {
      if (codeOf(cause) === 'proof_over') setProved(null);
      setError(line(cause));
      setBusy(false);
    }
  };
  return (
    <Page title={t('lost_facts')} lead={t('lost_facts_lead')}>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Facts claim={claim} onClaim={setClaim} />
        <p role="status">{error}</p>
        <Button
          type="submit"
          wide
          busy={busy}
          disabled={claim.text.trim() === '' || addressOf(claim.known) === null}
        >
          {t('send')}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {t('back')}
        </Button>
      </form>
    </Page>
  );
}

function inputOf({ known, other, made, used, text }: Claim) {
  return {
    known: known.trim(),
    text: text.replaceAll('\r\n', '\n').trim(),
    ...(other.trim() === '' ? {} : { other: other.trim() }),
    ...(made === '' ? {} : { made: made.slice(0, 7) }),
    ...(used === '' ? {} : { used: used.slice(0, 7) }),
  };
}

interface FactsProps {
  readonly claim: Claim;
  readonly onClaim: (claim: Claim) => void;
}

function Facts({ claim, onClaim }: FactsProps) {
  const t = useText(catalogue);
  const set = (key: keyof Claim) => (value: string) => onClaim({ ...claim, [key]: value });
  const plain = { spellcheck: false, autocapitalize: 'none' } as const;
  const wrong = (text: string) =>
    text.trim().length > 5 && addressOf(text) === null ? t('address_wrong') : undefined;
  return (
    <>
      <Field
        label={t('known')}
        hint={t('known_hint')}
        error={wrong(claim.known)}
        value={claim.known}
        maxLength={254}
        required
        inputMode="email"
        autocomplete="username"
        onValue={set('known')}
        input={plain}
      />
      <Field
        label={t('other')}
        hint={t('optional')}
        error={wrong(claim.other)}
        value={claim.other}
        maxLength={254}
        inputMode="email"
        onValue={set('other')}
        input={plain}
      />
      <div class={styles.months}>
        <Field label={t('made')} hint={t('roughly')} type="date" value={claim.made} onValue={set('made')} />
        <Field label={t('used')} hint={t('roughly')} type="date" value={claim.used} onValue={set('used')} />
      </div>
      <Lines
        label={t('lost_words')}
        hint={t('lost_words_hint')}
        value={claim.text}
        maxLength={4000}
        onValue={set('text')}
      />
    </>
  );
}
