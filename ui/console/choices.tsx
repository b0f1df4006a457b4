import { Chip } from '../controls/choice.tsx';
import styles from './choices.module.css';

interface ChoicesProps<V extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly chosen: readonly V[];
  readonly onChosen: (chosen: readonly V[]) => void;
}

/** Any number out of a few, all in sight. */
export function Choices<V extends string>({ label, options, chosen, onChosen }: ChoicesProps<V>) {
  return (
    <fieldset class={styles.choices}>
      <legend>{label}</legend>
      <div class={styles.chips}>
        {options.map(({ value, label: words }) => (
          <Chip
            key={value}
            on={chosen.includes(value)}
            onSwitch={(on) => onChosen(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
          >
            {words}
          </Chip>
        ))}
      </div>
    </fieldset>
  );
}
