import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, codeOf, Field, useProblemLine, useSpeech, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import { typedCode } from '../account.ts';
import { addContact, sendContactCode } from '../contract.ways.ts';
import { catalogue } from './text.ways.ts';
import styles from './ways.module.css';
import type { Who } from './who.ts';

interface ContactEditorProps {
  readonly kind: 'email' | 'phone';
  readonly onDone: (address: string) => void;
  readonly onRefused: (error: unknown) => void;
}

/** A new address or number: typed, proved by a code, and in the place of the one before it. */
export function ContactEditor({ kind, onDone, onRefused }: ContactEditorProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [address, setAddress] = useState('');
  const [sent, setSent] = useState<Output<typeof sendContactCode> | null>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const who = (kind === 'email' ? { email: address.trim() } : { phone: address.trim() }) as Who;
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (cause) {
      if (codeOf(cause) === 'fresh_sign_in_needed') onRefused(cause);
      setError(cause);
    }
    setBusy(false);
  };
  const send = () =>
    act(async () => setSent(await call(sendContactCode, { ...who, language }, { language })));
  const prove = (typed: string) =>
    act(async () => {
      await call(addContact, { ...who, code: typed, language }, { language });
      onDone(sent?.sent_to ?? address);
    });
  const wrong = error === null ? undefined : line(error);
  return (
    <form
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void (sent === null ? send() : prove(code));
      }}
    >
      {sent === null ? (
        <>
          <p>{t('contact_for')}</p>
          <Field
            key="address"
            label={t(kind)}
            error={wrong}
            type={kind === 'email' ? 'email' : 'tel'}
            name={kind}
            autocomplete={kind === 'email' ? 'email' : 'tel'}
            inputMode={kind === 'email' ? 'email' : 'tel'}
            maxLength={kind === 'email' ? 254 : 40}
            required
            autofocus
            value={address}
            onValue={setAddress}
          />
          <Button type="submit" wide busy={busy} disabled={address.trim().length < 3}>
            {t('contact_send')}
          </Button>
        </>
      ) : (
        <>
          <Field
            key="code"
            label={t('contact_code', { address: sent.sent_to })}
            error={wrong}
            look={sent.long ? 'plain' : 'code'}
            name="code"
            autocomplete="one-time-code"
            inputMode={sent.long ? 'text' : 'numeric'}
            required
            autofocus
            value={code}
            onValue={(value) => {
              const typed = typedCode(value, sent.long);
              setCode(typed.code);
              if (typed.complete && typed.code !== code && !busy) void prove(typed.code);
            }}
          />
          <Button type="submit" wide busy={busy}>
            {t('contact_prove')}
          </Button>
        </>
      )}
    </form>
  );
}
