import { useId } from 'preact/hooks';
import { Icon } from '../signs/icon.tsx';
import { check, down } from '../signs/icons.ts';
import styles from './choice.module.css';

interface ChipProps {
  readonly children: string;
  readonly on: boolean;
  readonly onSwitch: (on: boolean) => void;
}

/** A filter that is on or off; a tick says so besides the colour. */
export function Chip({ children, on, onSwitch }: ChipProps) {
  return (
    <button type="button" class={styles.chip} aria-pressed={on} onClick={() => onSwitch(!on)}>
      {on && <Icon of={check} size={16} />}
      {children}
    </button>
  );
}

interface SelectProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
  readonly onValue: (value: V) => void;
  readonly icon?: string;
  readonly name?: string;
  readonly autocomplete?: string;
  /** `bare`: a word with an arrow; `box`: as high as a field, its label above. */
  readonly look?: 'bare' | 'box';
}

/** The platform's own list of choices. */
export function Select<V extends string>({ look = 'bare', ...props }: SelectProps<V>) {
  const id = useId();
  return (
    <span class={look === 'box' ? styles.block : styles.bare}>
      <label class={look === 'box' ? styles.label : 'only-heard'} for={id}>
        {props.label}
      </label>
      <span class={styles.select}>
        {props.icon && <Icon of={props.icon} size={20} class={styles.sign} />}
        <select
          id={id}
          class={props.icon ? styles.signed : ''}
          name={props.name}
          autocomplete={props.autocomplete}
          value={props.value}
          onChange={(event) => {
            const found = props.options.find((option) => option.value === event.currentTarget.value);
            if (found) props.onValue(found.value);
          }}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon of={down} size={16} class={styles.arrow} />
      </span>
    </span>
  );
}
