import type { ComponentChildren } from 'preact';
import { Icon } from '../signs/icon.tsx';
import { closed, offline, warning } from '../signs/icons.ts';
import { Ripple } from '../signs/ripple.tsx';
import { catalogue } from '../text/own.ts';
import { useText } from '../text/text.ts';
import styles from './states.module.css';

interface StateProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  /** Buttons that lead on. */
  readonly action?: ComponentChildren;
}

/** Nothing here yet: what will be here and how to begin. */
export function EmptyState({ title, children, action }: StateProps) {
  return (
    <div class={styles.state}>
      <Ripple class={styles.ripple} />
      <h2>{title}</h2>
      {children && <div class={styles.words}>{children}</div>}
      {action}
    </div>
  );
}

interface ErrorStateProps {
  /** What happened. */
  readonly title: string;
  /** What was kept, so that nobody fears for it. */
  readonly kept?: string | undefined;
  /** What to do next. */
  readonly next?: string | undefined;
  readonly action?: ComponentChildren;
  /** `offline`: nobody's fault, and it passes. */
  readonly kind?: 'fault' | 'offline';
}

export function ErrorState({ title, kept, next, action, kind = 'fault' }: ErrorStateProps) {
  return (
    <div class={styles.notice} role="alert" data-tone={kind === 'offline' ? 'fog' : 'clay'}>
      <Icon of={kind === 'offline' ? offline : warning} />
      <div class={styles.text}>
        <p class={styles.title}>{title}</p>
        {kept && <p>{kept}</p>}
        {next && <p>{next}</p>}
        {action && <div class={styles.actions}>{action}</div>}
      </div>
    </div>
  );
}

/** A function is closed: why it is unavailable and the other way. */
export function ClosedState({ title, children, action }: StateProps) {
  return (
    <div class={styles.notice} data-tone="fog">
      <Icon of={closed} />
      <div class={styles.text}>
        <p class={styles.title}>{title}</p>
        {children}
        {action && <div class={styles.actions}>{action}</div>}
      </div>
    </div>
  );
}

interface OfflineBarProps {
  readonly shown: boolean;
  /** What still works, where it is something else than usual. */
  readonly words?: string;
}

export function OfflineBar({ shown, words }: OfflineBarProps) {
  const t = useText(catalogue);
  return (
    <div role="status">
      {shown && (
        <p class={styles.offline}>
          <Icon of={offline} size={20} />
          <span>{words ?? t('offline')}</span>
        </p>
      )}
    </div>
  );
}

/** The shape of what is coming. Nothing is drawn in the first 300 ms. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const t = useText(catalogue);
  return (
    <div class={styles.skeleton} role="status">
      <span class="only-heard">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} class={styles.line} aria-hidden="true">
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
