import { call } from '@axent/kernel/operation/client';
import { Button, Field, Page, useProblemLine, useSpeech, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import { signInPassword } from '../contract.entry.ts';
import type { Entered } from './second.tsx';
import styles from './signin.module.css';
import { catalogue } from './text.ts';
import type { Who } from './who.ts';

interface PasswordStepProps {
  readonly who: Who;
  readonly onEntered: (entered: Entered) => void;
  /** Back to the first step, where a code can be sent instead. */
  readonly onOther: () => void;
}

/** The password of an address or number that was typed before; managers find both in one form. */
export function PasswordStep({ who, onEntered, onOther }: PasswordStepProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [password, setPassword] = useState('');
  const [seen, setSeen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const address = 'phone' in who ? who.phone : who.email;
  const enter = async () => {
    setBusy(true);
    setError(undefined);
    try {
      onEntered(await call(signInPassword, { ...who, password }, { language }));
    } catch (cause) {
      setError(line(cause));
      setBusy(false);
    }
  };
  return (
    <Page title={t('password_title')} lead={address}>
      <form
        class={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && password !== '') void enter();
        }}
      >
        <input
          class="only-heard"
          type="text"
          name="username"
          autocomplete="username"
          value={address}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field
          label={t('password')}
          error={error}
          type={seen ? 'text' : 'password'}
          name="password"
          autocomplete="current-password"
          maxLength={256}
          required
          autofocus
          value={password}
          onValue={setPassword}
          input={{ spellcheck: false, autocapitalize: 'none' }}
          end={
            <Button kind="quiet" onPress={() => setSeen(!seen)}>
              {t(seen ? 'password_hide' : 'password_show')}
            </Button>
          }
        />
        <Button type="submit" wide busy={busy} disabled={password === ''}>
          {t('enter')}
        </Button>
        <div class={styles.others}>
          <Button kind="quiet" onPress={onOther}>
            {t('password_forgot')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
