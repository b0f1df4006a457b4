import { call } from '@axent/kernel/operation/client';
import { Button, codeOf, Field, useProblemLine, useSpeech, useText } from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import { setPassword } from '../contract.ways.ts';
import { hint_characters, lengthOf, password_characters, tellsPassword } from '../password.ts';
import { catalogue } from './text.ways.ts';
import styles from './ways.module.css';

interface PasswordEditorProps {
  /** Characters that it must have. */
  readonly least: number;
  /** Words that an attacker would try first. */
  readonly own: readonly string[];
  readonly onDone: () => void;
  readonly onRefused: (error: unknown) => void;
}

/** 0 to 4, judged here while it is typed; null until the words that people choose are loaded. */
function useStrength(password: string, own: readonly string[]): number | null {
  const [judge, setJudge] = useState<typeof import('../strength.ts') | null>(null);
  useEffect(() => {
    // Without a connection the server judges alone.
    import('../strength.ts').then(setJudge, () => undefined);
  }, []);
  return judge === null || password === '' ? null : judge.strengthOf(password, own);
}

function Meter({
  password,
  least,
  score,
}: {
  readonly password: string;
  readonly least: number;
  readonly score: number | null;
}) {
  const t = useText(catalogue);
  const missing = least - lengthOf(password);
  const shown = missing > 0 ? Math.min(score ?? 0, 2) : (score ?? 0);
  const word = shown >= 4 ? 'password_strong' : shown === 3 ? 'password_fair' : 'password_weak';
  return (
    <div class={styles.meter} aria-live="polite">
      <div class={styles.bar} data-score={password === '' ? 0 : Math.max(1, shown)} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
      <p>
        {password === ''
          ? ''
          : missing > 0
            ? t('password_more', { count: missing })
            : score === null
              ? ''
              : t(word)}
      </p>
    </div>
  );
}

/** One field, shown on request, and a hint for those who want one. */
export function PasswordEditor({ least, own, onDone, onRefused }: PasswordEditorProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [password, setPasswordText] = useState('');
  const [hint, setHint] = useState('');
  const [seen, setSeen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const score = useStrength(password, own);
  const tells = hint.trim() !== '' && tellsPassword(hint, password);
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      await call(setPassword, { password, ...(hint.trim() === '' ? {} : { hint }) }, { language });
      onDone();
    } catch (cause) {
      if (codeOf(cause) === 'fresh_sign_in_needed') onRefused(cause);
      setError(cause);
      setBusy(false);
    }
  };
  const about_hint = codeOf(error) === 'hint_tells';
  return (
    <form
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <p>{t('password_for')}</p>
      <Field
        label={t('password_new')}
        hint={t('password_rule', { count: least })}
        error={error !== null && !about_hint ? line(error) : undefined}
        type={seen ? 'text' : 'password'}
        name="new-password"
        autocomplete="new-password"
        maxLength={password_characters}
        required
        autofocus
        value={password}
        onValue={setPasswordText}
        input={{ spellcheck: false, autocapitalize: 'none' }}
        end={
          <Button kind="quiet" onPress={() => setSeen(!seen)}>
            {t(seen ? 'password_hide' : 'password_show')}
          </Button>
        }
      />
      <Meter password={password} least={least} score={score} />
      <Field
        label={t('hint')}
        hint={t('hint_for')}
        error={about_hint ? line(error) : undefined}
        maxLength={hint_characters}
        value={hint}
        onValue={setHint}
      />
      <Button type="submit" wide busy={busy} disabled={lengthOf(password) < least || tells}>
        {t('save')}
      </Button>
    </form>
  );
}
