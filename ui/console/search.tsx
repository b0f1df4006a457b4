import { useId } from 'preact/hooks';
import { Icon } from '../signs/icon.tsx';
import { search } from '../signs/icons.ts';
import { useKeys } from './keyboard.ts';
import styles from './search.module.css';

interface SearchProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** Narrows what a page lists. `/` goes there, Escape comes back. */
export function Search({ label, value, onValue }: SearchProps) {
  const id = useId();
  useKeys(
    [
      {
        keys: '/',
        words: label,
        run: () => {
          const input = document.getElementById(id);
          if (input instanceof HTMLInputElement) input.select();
          input?.focus();
        },
      },
    ],
    [label],
  );
  return (
    <label class={styles.search} for={id}>
      <Icon of={search} size={16} />
      <span class="only-heard">{label}</span>
      <input
        id={id}
        type="search"
        value={value}
        placeholder={label}
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <span class={styles.key} aria-hidden="true">
        /
      </span>
    </label>
  );
}
