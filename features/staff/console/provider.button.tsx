import { Button, LinkButton, ProblemState, useText } from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import { confirm_word, confirmed_channel, useProvider } from './provider.use.ts';
import styles from './staff.module.css';
import { catalogue } from './text.ts';

interface ProviderButtonProps {
  readonly words: (name: string) => string;
  readonly hint?: string;
  /** Answers where the browser goes. */
  readonly go: () => Promise<{ readonly url: string }>;
  /** Somebody has just signed out here. */
  readonly left?: boolean;
}

/** The other way in, where the company has one. */
export function ProviderButton({ words, hint, go, left = false }: ProviderButtonProps) {
  const t = useText(catalogue);
  const { offered } = useProvider();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (offered === null) return null;
  const leave = async () => {
    setBusy(true);
    setError(null);
    try {
      location.assign((await go()).url);
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <div class={styles.form}>
      {error !== null && <ProblemState error={error} />}
      <Button kind="equal" wide busy={busy} onPress={() => void leave()}>
        {words(offered.name)}
      </Button>
      {hint && <p class={styles.quiet}>{hint}</p>}
      {left && offered.leave_url !== null && (
        <LinkButton kind="quiet" outside href={offered.leave_url}>
          {t('leave_provider', { name: offered.name })}
        </LinkButton>
      )}
    </div>
  );
}

/** Confirming by the company's sign-in, in a tab of its own, so that the work here stays. */
export function ConfirmByProvider({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const t = useText(catalogue);
  const { offered } = useProvider();
  useEffect(() => {
    const channel = new BroadcastChannel(confirmed_channel);
    channel.onmessage = onConfirmed;
    return () => channel.close();
  }, []);
  if (offered?.connected !== true) return null;
  return (
    <LinkButton kind="equal" wide outside href={`/console/provider#${confirm_word}`}>
      {t('confirm_by_provider', { name: offered.name })}
    </LinkButton>
  );
}
