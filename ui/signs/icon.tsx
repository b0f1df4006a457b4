import styles from './icon.module.css';
import { back, chevron, list, signOut } from './icons.ts';

/** Signs that point along a line of text. */
const turning: ReadonlySet<string> = new Set([back, chevron, list, signOut]);

interface IconProps {
  /** One of `icons`. */
  readonly of: string;
  /** Edge in CSS pixels at normal text size; grows with the text. */
  readonly size?: number;
  /** Heard by screen readers; without it the sign is decoration. */
  readonly label?: string;
  readonly class?: string | undefined;
}

export function Icon({ of, size = 24, label, class: name }: IconProps) {
  const turns = turning.has(of) ? styles.turns : '';
  const edge = `${size / 16}rem`;
  return (
    <svg
      class={`${name ?? ''} ${turns}`}
      viewBox="0 0 24 24"
      style={{ inlineSize: edge, blockSize: edge }}
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : 'true'}
    >
      <path d={of} />
    </svg>
  );
}
