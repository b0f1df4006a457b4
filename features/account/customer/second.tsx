import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Button, codeOf, Field, icons, useProblemLine, useSpeech, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import { passkeyChallenge, signInPasskey, signInSecond } from '../contract.entry.ts';
import { hasPasskeys, signWith } from './passkey.ts';
import { catalogue } from './text.ways.ts';
import styles from './ways.module.css';

export type Entered = Output<typeof signInSecond>;
export type Owed = Entered['second'];

export interface SecondProps {
  readonly owed: Owed;
  readonly onEntered: (entered: Entered) => void;
  /** Back to the first step. */
  readonly onBack: () => void;
}

/** What is tried and refused at the second step. */
function useSecond(onEntered: SecondProps['onEntered']) {
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const act = async (enter: () => Promise<Entered>) => {
    setBusy(true);
    setError(null);
    try {
      onEntered(await enter());
    } catch (cause) {
      // Who takes the passkey's window away knows that they did.
      if (!(cause instanceof DOMException)) setError(cause);
    }
    setBusy(false);
  };
  return {
    busy,
    wrong: error === null ? undefined : line(error),
    over: codeOf(error) === 'no_second_step',
    byCode: (code: string) => act(() => call(signInSecond, { code }, { language })),
    byPasskey: () =>
      act(async () =>
        call(signInPasskey, await signWith(await call(passkeyChallenge, {}, { language })), { language }),
      ),
  };
}

/** The second step: a code of the app, a recovery code, or a passkey. */
export function SecondStep({ owed, onEntered, onBack }: SecondProps) {
  const t = useText(catalogue);
  const app = owed.includes('authenticator');
  const [recovering, setRecovering] = useState(!app && !hasPasskeys());
  const [code, setCode] = useState('');
  const { busy, wrong, over, byCode, byPasskey } = useSecond(onEntered);
  const typed = (value: string) => {
    setCode(value);
    const digits = value.replace(/\D/g, '');
    if (!recovering && digits.length === 6 && digits !== code.replace(/\D/g, '') && !busy)
      void byCode(digits);
  };
  const passkey = owed.includes('passkey') && hasPasskeys();
  const asksCode = recovering || app;
  return (
    <form
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void (asksCode ? byCode(code) : byPasskey());
      }}
    >
      <p>
        {asksCode ? (recovering ? t('second_recovery_hint') : t('second_lead')) : t('second_passkey_lead')}
      </p>
      {asksCode && (
        <Field
          key={String(recovering)}
          label={recovering ? t('second_recovery') : t('second_code')}
          error={wrong}
          look={recovering ? 'plain' : 'code'}
          name="code"
          autocomplete={recovering ? 'off' : 'one-time-code'}
          inputMode={recovering ? 'text' : 'numeric'}
          required
          autofocus
          value={code}
          onValue={typed}
        />
      )}
      {!asksCode && wrong && <p role="alert">{wrong}</p>}
      <Button type="submit" wide busy={busy} {...(asksCode ? {} : { icon: icons.key })}>
        {asksCode ? t('second_enter') : t('second_use_passkey')}
      </Button>
      <div class={styles.beside}>
        {passkey && asksCode && (
          <Button kind="quiet" icon={icons.key} onPress={() => void byPasskey()}>
            {t('second_use_passkey')}
          </Button>
        )}
        {recovering ? (
          app && (
            <Button kind="quiet" onPress={() => setRecovering(false)}>
              {t('second_use_app')}
            </Button>
          )
        ) : (
          <Button kind="quiet" onPress={() => setRecovering(true)}>
            {t('second_use_recovery')}
          </Button>
        )}
        <Button kind={over ? 'equal' : 'quiet'} onPress={onBack}>
          {t('second_back')}
        </Button>
      </div>
    </form>
  );
}
