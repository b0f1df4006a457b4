import { Fragment } from 'preact';
import { Icon } from './icon.tsx';
import { chevron } from './icons.ts';
import styles from './path.module.css';

export interface Stop {
  /** One of `icons`. */
  readonly sign: string;
  readonly label: string;
}

interface DataPathProps {
  /** Where it comes from, what it is used for, where it ends. */
  readonly stops: readonly Stop[];
  readonly label: string;
  /** `idle`: nothing travels yet. */
  readonly tone?: 'water' | 'idle';
}

/** What a stop is drawn on: a phone in front, a ring that is dissolving at the end, a disc between them. */
function Scene({ at, of }: { readonly at: 'phone' | 'disc' | 'ring'; readonly of: string }) {
  return (
    <span class={`${styles.scene} ${styles[at]}`}>
      <svg class={styles.ground} viewBox="0 0 56 64" aria-hidden="true">
        {at === 'phone' ? (
          <>
            <rect x="11" y="1" width="34" height="62" rx="7" />
            <path d="M25 6.5h6" />
          </>
        ) : (
          <circle cx="28" cy="32" r="26" />
        )}
      </svg>
      <Icon of={of} />
    </span>
  );
}

/** How data travels, as a picture: where it comes from, what it is used for, where it ends. */
export function DataPath({ stops, label, tone = 'water' }: DataPathProps) {
  const last = stops.length - 1;
  return (
    <div class={`${styles.room} ${styles[tone]}`}>
      <ol class={styles.path} aria-label={label}>
        {stops.map((stop, index) => (
          <Fragment key={`${index} ${stop.label}`}>
            {index > 0 && (
              <li class={styles.way} aria-hidden="true">
                <Icon of={chevron} size={16} class={styles.tip} />
              </li>
            )}
            <li class={styles.stop}>
              <Scene at={index === 0 ? 'phone' : index === last ? 'ring' : 'disc'} of={stop.sign} />
              <span class={styles.label}>{stop.label}</span>
            </li>
          </Fragment>
        ))}
      </ol>
    </div>
  );
}
