import { call } from '@axent/kernel/operation/client';
import { Button, icons, Pair, useProblemLine, useSpeech, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import { remove } from '../contract.ts';
import styles from './privacy.module.css';
import { catalogue } from './text.ts';

interface RemoveProps {
  readonly item: { readonly place: string; readonly id: string };
  readonly onRemoved: () => void;
}

/** Deletes one thing. What is shredded cannot come back, so this is one of the few places that asks twice. */
export function Remove({ item, onRemoved }: RemoveProps) {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const destroy = async () => {
    setBusy(true);
    setError('');
    try {
      await call(remove, { place: item.place, id: item.id }, { language });
      onRemoved();
    } catch (cause) {
      setError(line(cause));
      setBusy(false);
    }
  };
  if (!asked)
    return (
      <p class={styles.ways}>
        <Button kind="quiet" icon={icons.cross} onPress={() => setAsked(true)}>
          {t('remove')}
        </Button>
      </p>
    );
  return (
    <div class={styles.remove}>
      <p role="status">{error || t('remove_says')}</p>
      <Pair>
        <Button kind="equal" onPress={() => setAsked(false)}>
          {t('remove_no')}
        </Button>
        <Button kind="equal" busy={busy} onPress={() => void destroy()}>
          {t('remove_yes')}
        </Button>
      </Pair>
    </div>
  );
}
