import type { ComponentChildren, PartialInputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../signs/icon.tsx';
import { warning } from '../signs/icons.ts';
import styles from './field.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; shown beside the field and tied to it. */
  readonly error?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'password';
  readonly name?: string;
  readonly autocomplete?: string;
  readonly inputMode?: 'text' | 'email' | 'tel' | 'numeric' | 'search';
  readonly maxLength?: number;
  readonly required?: boolean;
  readonly autofocus?: boolean;
  /** `code`: wide figures for a short code. */
  readonly look?: 'plain' | 'code';
  /** Placed inside the field at its end, for example a small button. */
  readonly end?: ComponentChildren;
  /** A list of suggestions below: who is in it and which one is chosen. */
  readonly list?: { readonly id: string; readonly shown: boolean; readonly active: string | undefined };
  readonly input?: Omit<PartialInputHTMLAttributes<HTMLInputElement>, 'class' | 'type' | 'role'>;
}

export function Field(props: FieldProps) {
  const id = useId();
  const hint_id = props.hint ? `${id}-hint` : '';
  const error_id = props.error ? `${id}-error` : '';
  // The element's type is a union over `type`; ours is chosen when it runs.
  const kind = { type: props.type ?? 'text' } as { readonly type: 'text' };
  const combobox = props.list && {
    role: 'combobox' as const,
    'aria-expanded': props.list.shown,
    'aria-controls': props.list.id,
    'aria-autocomplete': 'list' as const,
    'aria-activedescendant': props.list.active,
  };
  return (
    <div class={`${styles.field} ${props.error ? styles.wrong : ''}`}>
      <label class={styles.label} for={id}>
        {props.label}
      </label>
      <div class={styles.box}>
        <input
          {...kind}
          {...combobox}
          {...props.input}
          id={id}
          class={`${styles.input} ${props.look === 'code' ? styles.code : ''}`}
          name={props.name}
          value={props.value}
          inputMode={props.inputMode}
          autocomplete={props.autocomplete ?? 'off'}
          maxLength={props.maxLength}
          required={props.required}
          autofocus={props.autofocus}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={`${error_id} ${hint_id}`.trim() || undefined}
          onInput={(event) => props.onValue(event.currentTarget.value)}
        />
        {props.end}
      </div>
      <div aria-live="polite">
        {props.error && (
          <p class={styles.error} id={error_id}>
            <Icon of={warning} size={20} />
            <span>{props.error}</span>
          </p>
        )}
      </div>
      {props.hint && (
        <p class={styles.hint} id={hint_id}>
          {props.hint}
        </p>
      )}
    </div>
  );
}
