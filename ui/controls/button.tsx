import type { ComponentChildren } from 'preact';
import { Icon } from '../signs/icon.tsx';
import styles from './button.module.css';

interface ButtonProps {
  readonly children: ComponentChildren;
  /** `main`: the one thing to do here. `equal`: one of two that weigh the same. `quiet`: beside the point. */
  readonly kind?: 'main' | 'equal' | 'quiet';
  readonly type?: 'button' | 'submit';
  readonly icon?: string;
  /** The act is under way: the button keeps its place and its words, and cannot be pressed again. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly autofocus?: boolean;
  readonly describedBy?: string;
  readonly onPress?: () => void;
}

const name = (kind: string, wide: boolean | undefined) =>
  `${styles.button} ${styles[kind]} ${wide ? styles.wide : ''}`;

export function Button(props: ButtonProps) {
  const { kind = 'main', type = 'button', busy = false, disabled = false } = props;
  return (
    <button
      type={type}
      class={name(kind, props.wide)}
      aria-busy={busy}
      aria-disabled={busy || undefined}
      aria-describedby={props.describedBy}
      disabled={disabled}
      autofocus={props.autofocus}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {props.icon && <Icon of={props.icon} size={20} />}
      <span>{props.children}</span>
    </button>
  );
}

interface LinkButtonProps {
  readonly children: ComponentChildren;
  readonly href: string;
  readonly kind?: 'main' | 'equal' | 'quiet';
  readonly icon?: string;
  readonly wide?: boolean;
  /** Opens outside the app, in a tab of its own. */
  readonly outside?: boolean;
  readonly label?: string;
}

/** A link that looks like a button, where the act is to go somewhere. */
export function LinkButton({ kind = 'main', outside, ...props }: LinkButtonProps) {
  return (
    <a
      class={name(kind, props.wide)}
      href={props.href}
      aria-label={props.label}
      target={outside ? '_blank' : undefined}
      rel={outside ? 'noopener noreferrer' : undefined}
    >
      {props.icon && <Icon of={props.icon} size={20} />}
      <span>{props.children}</span>
    </a>
  );
}

/** Two ways that weigh the same: side by side, equal in size and looks. */
export function Pair({ children }: { readonly children: ComponentChildren }) {
  return <div class={styles.pair}>{children}</div>;
}
