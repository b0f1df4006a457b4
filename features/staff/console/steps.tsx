import { typedCode } from '@axent/account/contract';
import { Button, codeOf, Field, useProblemLine, useText } from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import styles from './staff.module.css';
import { catalogue } from './text.ts';

interface StepsProps {
  /** Sends a code to an address; answers when another one may be asked for. */
  readonly send: (email: string) => Promise<{ readonly again_in_s: number; readonly long?: boolean }>;
  /** Enters with the code. */
  readonly enter: (email: string, code: string) => Promise<void>;
  readonly words: { readonly send: string; readonly enter: string; readonly hint?: string };
  /** Stands before the address: what is accepted with it. */
  readonly children?: ComponentChildren;
  /** Stands below the address: another way in. */
  readonly other?: ComponentChildren;
}

/** Two steps: an address, then the code that was sent there. */
export function Steps({ send, enter, words, children, other }: StepsProps) {
  const [email, setEmail] = useState('');
  const [sent, setSent] = useState<{ readonly again_in_s: number; readonly long?: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  const onSend = () => act(async () => setSent(await send(email)));
  if (sent !== null) {
    return (
      <CodeStep
        email={email}
        again_in_s={sent.again_in_s}
        long={sent.long ?? false}
        busy={busy}
        error={error}
        word={words.enter}
        onCode={(code) => void act(() => enter(email, code))}
        onResend={() => void onSend()}
        onOther={() => {
          setError(null);
          setSent(null);
        }}
      />
    );
  }
  return (
    <div class={styles.entry}>
      {children}
      <div class={styles.form}>
        <AddressForm
          email={email}
          busy={busy}
          error={error}
          words={words}
          onEmail={setEmail}
          onSend={() => void onSend()}
        />
        {other}
      </div>
    </div>
  );
}

interface AddressFormProps extends Pick<StepsProps, 'words'> {
  readonly email: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onEmail: (email: string) => void;
  readonly onSend: () => void;
}

function AddressForm({ email, busy, error, words, onEmail, onSend }: AddressFormProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
    >
      <Field
        label={t('address')}
        hint={words.hint}
        error={error ? line(error) : undefined}
        type="email"
        name="email"
        inputMode="email"
        autocomplete="email"
        maxLength={254}
        required
        autofocus
        value={email}
        onValue={onEmail}
      />
      <Button type="submit" wide busy={busy}>
        {words.send}
      </Button>
    </form>
  );
}

interface CodeStepProps {
  readonly email: string;
  readonly again_in_s: number;
  readonly long: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly word: string;
  readonly onCode: (code: string) => void;
  readonly onResend: () => void;
  readonly onOther: () => void;
}

function CodeStep(props: CodeStepProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const [code, setCode] = useState('');
  const wrong = codeOf(props.error) === 'code_wrong';
  useEffect(() => {
    if (wrong) setCode('');
  }, [props.error]);
  const onCode = (value: string) => {
    const typed = typedCode(value, props.long);
    setCode(typed.code);
    if (typed.complete && typed.code !== code && !props.busy) props.onCode(typed.code);
  };
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (code && !props.busy) props.onCode(code);
      }}
    >
      <Field
        label={t('code')}
        hint={t('code_hint', { address: props.email })}
        error={props.error ? line(props.error) : undefined}
        look={props.long ? 'plain' : 'code'}
        name="code"
        inputMode={props.long ? 'text' : 'numeric'}
        autocomplete="one-time-code"
        required
        autofocus
        value={code}
        onValue={onCode}
      />
      <Button type="submit" wide busy={props.busy}>
        {props.word}
      </Button>
      <Beside {...props} />
    </form>
  );
}

/** Another code, another address. */
function Beside(props: CodeStepProps) {
  const t = useText(catalogue);
  const { left_s, start } = useWait(props.again_in_s);
  const [resent, setResent] = useState(false);
  return (
    <div class={styles.beside}>
      {left_s > 0 ? (
        <p class={styles.quiet}>
          <span aria-live="polite">{resent && !props.busy && !props.error ? t('resent') : ''}</span>{' '}
          {t('resend_wait', { count: left_s })}
        </p>
      ) : (
        <Button
          kind="quiet"
          onPress={() => {
            start();
            setResent(true);
            props.onResend();
          }}
        >
          {t('resend')}
        </Button>
      )}
      <Button kind="quiet" onPress={props.onOther}>
        {t('other_address')}
      </Button>
    </div>
  );
}

/** Counts down the seconds until another code may be sent. */
function useWait(wait_s: number) {
  const [left_s, setLeft] = useState(wait_s);
  useEffect(() => {
    if (left_s <= 0) return;
    const timer = setTimeout(() => setLeft(left_s - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left_s]);
  return { left_s, start: () => setLeft(wait_s) };
}
