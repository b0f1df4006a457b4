import { useId } from 'preact/hooks';
import styles from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  /** The words for the two states, shown beside the knob. */
  readonly words: { readonly on: string; readonly off: string };
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly onSwitch: (on: boolean) => void;
}

export function Switch(props: SwitchProps) {
  const id = useId();
  return (
    <span class={styles.switch}>
      <span class={styles.word} aria-hidden="true">
        {props.on ? props.words.on : props.words.off}
      </span>
      <button
        type="button"
        id={id}
        role="switch"
        class={styles.track}
        aria-checked={props.on}
        aria-label={props.label}
        aria-busy={props.busy}
        aria-describedby={props.describedBy}
        disabled={props.disabled}
        onClick={() => !props.busy && props.onSwitch(!props.on)}
      >
        <span class={styles.knob} />
      </button>
    </span>
  );
}
