import { useId } from 'preact/hooks';
import styles from './lines.module.css';

interface LinesProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string;
  readonly maxLength: number;
  /** False: what is written is no running text. */
  readonly spellcheck?: boolean;
}

/** Several lines of text; always required. */
export function Lines({ label, value, onValue, hint, maxLength, spellcheck = true }: LinesProps) {
  const id = useId();
  return (
    <div class={styles.lines}>
      <label class={styles.label} for={id}>
        {label}
      </label>
      <textarea
        class={styles.input}
        id={id}
        value={value}
        required
        maxLength={maxLength}
        spellcheck={spellcheck}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint && (
        <p class={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
