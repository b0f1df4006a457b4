import styles from './publication.module.css';

export type MarkKind = 'collects' | 'reads' | 'collects_reads';

interface MarkProps {
  readonly kind: MarkKind;
  readonly offered: boolean;
  /** Said to those who hear it. */
  readonly words: string;
  /** Words stand beside it already. */
  readonly hidden?: boolean;
}

/** A left half for collecting, a right half for reading; hollow where it is not offered. */
export function Mark({ kind, offered, words, hidden }: MarkProps) {
  return (
    <span class={styles.mark} data-offered={offered} title={hidden ? undefined : words}>
      <svg viewBox="0 0 24 16" aria-hidden="true">
        {kind !== 'reads' && <path d="M10.5 1.5v13H8a6.5 6.5 0 0 1 0-13Z" />}
        {kind !== 'collects' && <path d="M13.5 1.5v13H16a6.5 6.5 0 0 0 0-13Z" />}
      </svg>
      {!hidden && <span class="only-heard">{words}</span>}
    </span>
  );
}
