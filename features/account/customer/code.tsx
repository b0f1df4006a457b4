import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, codeOf, Field, Page, useProblemLine, useSpeech, useText } from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import { code_digits, long_letters, typedCode } from '../account.ts';
import { requestCode, verifyCode } from '../contract.ts';
import { useCountdown } from './countdown.ts';
import { keepPending } from './pending.ts';
import { type Progress, useProgress } from './progress.ts';
import styles from './signin.module.css';
import { catalogue } from './text.ts';
import type { Who } from './who.ts';

export type Sent = Output<typeof requestCode>;
type Entered = Output<typeof verifyCode>;

interface CodeStepProps {
  readonly who: Who;
  readonly sent: Sent;
  readonly onEntered: (entered: Entered) => void;
  readonly onOtherAddress: () => void;
}

interface ResendProps {
  readonly who: Who;
  readonly first: Sent;
  /** The answer to the last asking. */
  readonly sent: Sent;
  /** What was wrong with an earlier code no longer matters. */
  readonly onSent: (sent: Sent) => void;
}

/** What is to be said of a code that does not leave, or has left late. */
function useSaying(who: Who, sent: Sent): string {
  const t = useText(catalogue);
  const progress = useProgress(who, sent);
  const [was, setWas] = useState<Progress | null>(null);
  useEffect(() => {
    if (progress !== 'sent') setWas(progress);
  }, [progress]);
  const phone = 'phone' in who;
  if (progress === 'slow') return t(phone ? 'slow_phone' : 'slow_mail');
  if (progress === 'refused')
    return t(phone ? 'refused_phone' : 'refused_mail', { address: unbroken(sent.sent_to) });
  return progress === 'sent' && was === 'slow' ? t('left') : '';
}

function Resend({ who, first, sent: last, onSent }: ResendProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const { left_s, start } = useCountdown();
  const [busy, setBusy] = useState(false);
  const [says, setSays] = useState('');
  const saying = useSaying(who, last);
  useEffect(() => start(first.again_in_s), [first]);
  const onResend = async () => {
    setBusy(true);
    try {
      const sent = await call(requestCode, { ...who, language }, { language });
      start(sent.again_in_s);
      keepPending(who, sent);
      onSent(sent);
      setSays(t('resent'));
    } catch (error) {
      setSays(line(error));
    }
    setBusy(false);
  };
  return (
    <div class={styles.resend}>
      <p aria-live="polite">{saying || says}</p>
      {left_s > 0 ? (
        <p class={styles.wait}>{t('resend_wait', { count: left_s })}</p>
      ) : (
        <Button kind="quiet" busy={busy} onPress={() => void onResend()}>
          {t('resend')}
        </Button>
      )}
    </div>
  );
}

/** A masked address stays on one line: the dots would let it break. */
const unbroken = (address: string) => address.replace('…', '\u2060…\u2060');

/** What is typed, tried and refused: a code goes off by itself once it is all there. */
function useEntry(who: Who, first: Sent, onEntered: (entered: Entered) => void) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [sent, setSent] = useState(first);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [short, setShort] = useState(false);
  const enter = async (typed: string) => {
    setBusy(true);
    setError(null);
    try {
      onEntered(await call(verifyCode, { ...who, code: typed }, { language }));
    } catch (cause) {
      setError(cause);
      if (codeOf(cause) === 'code_wrong') setCode('');
      setBusy(false);
    }
  };
  const onCode = (value: string) => {
    // Mail programs copy spaces and dashes along.
    const typed = typedCode(value, sent.long);
    setCode(typed.code);
    setShort(false);
    if (typed.complete && typed.code !== code && !busy) void enter(typed.code);
  };
  const onSubmit = () => {
    // A code that is too short is not tried: each try counts.
    if (typedCode(code, sent.long).complete) void enter(code);
    else setShort(true);
  };
  const onSent = (another: Sent) => {
    setSent(another);
    setCode('');
    setError(null);
    setShort(false);
  };
  const missing = sent.long
    ? t('long_short', { letters: long_letters })
    : t('code_short', { typed: code.length, digits: code_digits });
  return {
    sent,
    code,
    busy,
    wrong: short ? missing : error ? line(error) : undefined,
    onCode,
    onSubmit,
    onSent,
  };
}

/** The second step: the code from the mail or the phone. */
export function CodeStep({ who, sent: first, onEntered, onOtherAddress }: CodeStepProps) {
  const t = useText(catalogue);
  const { sent, code, busy, wrong, onCode, onSubmit, onSent } = useEntry(who, first, onEntered);
  return (
    <Page
      title={t('phone' in who ? 'code_title_phone' : 'code_title')}
      lead={t('code_lead', { address: unbroken(sent.sent_to), minutes: Math.round(sent.expires_in_s / 60) })}
    >
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Field
          label={t('code')}
          hint={
            sent.long ? t('long_hint', { letters: long_letters }) : t('code_hint', { digits: code_digits })
          }
          error={wrong}
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
          {t('enter')}
        </Button>
        <Resend who={who} first={first} sent={sent} onSent={onSent} />
        <p>
          <Button kind="quiet" onPress={onOtherAddress}>
            {t('other_address')}
          </Button>
        </p>
      </form>
    </Page>
  );
}
