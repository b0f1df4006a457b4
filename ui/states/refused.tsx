import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { catalogue } from '../text/own.ts';
import { useText } from '../text/text.ts';
import { codeOf, useProblemLine } from './problem.tsx';
import styles from './refused.module.css';

interface RefusedProps {
  /** Why an act was refused; null: it was not. */
  readonly error: unknown;
  /** Leads to a fresh sign-in, which takes this screen's place until it is done. */
  readonly onSignInAgain: () => Promise<void>;
}

/** Why an act was refused, in one line, with the way to a fresh sign-in where it asks for one. */
export function Refused({ error, onSignInAgain }: RefusedProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const again = async () => {
    setBusy(true);
    setFailed(null);
    try {
      await onSignInAgain();
    } catch (cause) {
      setFailed(cause);
      setBusy(false);
    }
  };
  const shown = failed ?? error;
  return (
    <div class={styles.refused} role="status">
      {shown ? <p>{line(shown)}</p> : null}
      {codeOf(error) === 'fresh_sign_in_needed' && (
        <Button kind="equal" busy={busy} onPress={() => void again()}>
          {t('sign_in_again')}
        </Button>
      )}
    </div>
  );
}
