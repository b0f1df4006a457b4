import { Icon } from './icon.tsx';
import { cross, waiting } from './icons.ts';
import styles from './seal.module.css';

export type SealState = 'unchecked' | 'checking' | 'checked' | 'failed' | 'pending';

interface SealProps {
  readonly state: SealState;
  /** What the seal says in this state, for example "Check the proof" or "Proof holds". */
  readonly label: string;
  readonly onPress: () => void;
}

/** A seal to press: its ring closes and the tick is drawn when the proof holds. */
export function Seal({ state, label, onPress }: SealProps) {
  return (
    <button
      type="button"
      class={`${styles.seal} ${styles[state]}`}
      aria-busy={state === 'checking'}
      disabled={state === 'checking'}
      onClick={onPress}
    >
      {state === 'failed' || state === 'pending' ? (
        <Icon of={state === 'failed' ? cross : waiting} size={20} />
      ) : (
        <svg class={styles.sign} viewBox="0 0 24 24" aria-hidden="true" fill="none">
          <circle class={styles.trace} cx="12" cy="12" r="9" />
          <circle class={styles.ring} cx="12" cy="12" r="9" pathLength="1" />
          <path class={styles.tick} d="m7.75 12.4 3 3 5.5-6.2" pathLength="1" />
        </svg>
      )}
      <span aria-live="polite">{label}</span>
    </button>
  );
}
