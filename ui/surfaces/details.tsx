import type { ComponentChildren } from 'preact';
import { Icon } from '../signs/icon.tsx';
import { down } from '../signs/icons.ts';
import styles from './details.module.css';

interface DetailsProps {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  readonly id?: string;
  readonly open?: boolean;
  readonly look?: 'row' | 'quiet';
  readonly onToggle?: (open: boolean) => void;
}

/** One layer deeper: the platform's own details, with an arrow that turns. */
export function Details({ summary, children, id, open, look = 'row', onToggle }: DetailsProps) {
  return (
    <details
      id={id}
      class={`${styles.details} ${styles[look]}`}
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary>
        <span class={styles.words}>{summary}</span>
        <Icon of={down} size={20} class={styles.arrow} />
      </summary>
      <div class={styles.inside}>{children}</div>
    </details>
  );
}
