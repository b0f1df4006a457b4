import { Button, useProblemLine, useText } from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Flaw, refusedField } from '../contract.ts';
import { useFlawWords } from './flaw.ts';
import styles from './profile.module.css';
import { catalogue } from './text.ts';

/** Sends what was typed, unless it is wrong in a way that can be said here; what is refused stays typed. */
export function useKeeping(country = '') {
  const line = useProblemLine();
  const wordsOf = useFlawWords();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ readonly field: string | null; readonly words: string } | null>(null);
  const keep = async (flaw: Flaw | null, send: () => Promise<void>) => {
    setWrong(flaw && { field: flaw.field, words: wordsOf(flaw.flaw, country) });
    if (flaw !== null) return flaw.field;
    setBusy(true);
    try {
      await send();
    } catch (error) {
      setWrong({ field: refusedField(error), words: line(error) });
      setBusy(false);
      return refusedField(error);
    }
    return null;
  };
  const errorOf = (field: string) => (wrong?.field === field ? wrong.words : undefined);
  return {
    busy,
    keep,
    errorOf,
    refused: wrong?.field === null ? wrong.words : '',
    forgive: () => setWrong(null),
  };
}

interface EditorFormProps {
  readonly busy: boolean;
  /** Why all of it was refused; empty: it was not. */
  readonly refused: string;
  readonly onKeep: () => void;
  readonly onLeave: () => void;
  /** Takes away what is kept; null: nothing is. */
  readonly onEmpty: (() => void) | null;
  readonly children: ComponentChildren;
}

export function EditorForm({ busy, refused, onKeep, onLeave, onEmpty, children }: EditorFormProps) {
  const t = useText(catalogue);
  return (
    <form
      class={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      {children}
      <p class={styles.refused} role="status">
        {refused}
      </p>
      <Button type="submit" wide busy={busy}>
        {t('keep')}
      </Button>
      <p class={styles.ways}>
        <Button kind="quiet" onPress={onLeave}>
          {t('leave')}
        </Button>
        {onEmpty && (
          <Button kind="quiet" busy={busy} onPress={onEmpty}>
            {t('empty')}
          </Button>
        )}
      </p>
    </form>
  );
}
