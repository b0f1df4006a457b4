import { Fragment } from 'preact';
import { Icon } from './icon.tsx';
import styles from './path.module.css';

export interface Stop {
  /** One of `icons`. */
  readonly sign: string;
  readonly label: string;
}

/** How data travels, as a picture: where it comes from, what it is used for, where it ends. */
export function DataPath({ stops, label }: { readonly stops: readonly Stop[]; readonly label: string }) {
  return (
    <ol class={styles.path} aria-label={label}>
      {stops.map((stop, index) => (
        <Fragment key={stop.label}>
          {index > 0 && <li class={styles.way} aria-hidden="true" />}
          <li class={styles.stop}>
            <span class={`${styles.disc} ${index === stops.length - 1 ? styles.end : ''}`}>
              <Icon of={stop.sign} />
            </span>
            <span class={styles.label}>{stop.label}</span>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
