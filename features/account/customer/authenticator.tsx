import { Button, Field, Qr, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import { catalogue } from './text.ways.ts';
import styles from './ways.module.css';

interface SetupProps {
  readonly secret: string;
  readonly uri: string;
  readonly busy: boolean;
  /** What was wrong with the code that was tried last. */
  readonly error: string | undefined;
  readonly onCode: (code: string) => void;
}

const digits = 6;

/** Scan, or type, and prove that it works. */
export function AuthenticatorSetup({ secret, uri, busy, error, onCode }: SetupProps) {
  const t = useText(catalogue);
  const [code, setCode] = useState('');
  const typed = (value: string) => {
    const only = value.replace(/\D/g, '').slice(0, digits);
    setCode(only);
    if (only.length === digits && only !== code && !busy) onCode(only);
  };
  return (
    <form
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onCode(code);
      }}
    >
      <div class={styles.scan}>
        <p>{t('authenticator_scan')}</p>
        <Qr text={uri} label={t('authenticator_qr')} />
      </div>
      <div>
        <p class={styles.quiet}>{t('authenticator_type')}</p>
        <p class={styles.secret}>
          <code>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
        </p>
        <p>
          <a href={uri}>{t('authenticator_open')}</a>
        </p>
      </div>
      <Field
        label={t('authenticator_code')}
        error={error}
        look="code"
        name="code"
        autocomplete="one-time-code"
        inputMode="numeric"
        required
        value={code}
        onValue={typed}
      />
      <Button type="submit" wide busy={busy}>
        {t('authenticator_prove')}
      </Button>
    </form>
  );
}
