import type { ComponentChildren } from 'preact';
import { Icon } from '../signs/icon.tsx';
import { chevron } from '../signs/icons.ts';
import styles from './rows.module.css';

export function Rows({ children, label }: { readonly children: ComponentChildren; readonly label?: string }) {
  return (
    <ul class={styles.rows} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  readonly title: ComponentChildren;
  readonly detail?: ComponentChildren;
  /** Drawn before the words. */
  readonly icon?: string;
  /** At the end of the row: an amount, a status, a switch. */
  readonly end?: ComponentChildren;
  /** Makes the whole row a link. */
  readonly href?: string;
  readonly children?: ComponentChildren;
}

export function Row({ title, detail, icon, end, href, children }: RowProps) {
  const inside = (
    <>
      {icon && <Icon of={icon} class={styles.sign} />}
      <span class={styles.words}>
        <span class={styles.title}>{title}</span>
        {detail && <span class={styles.detail}>{detail}</span>}
      </span>
      {end && <span class={styles.end}>{end}</span>}
      {href && <Icon of={chevron} size={20} class={styles.arrow} />}
    </>
  );
  return (
    <li class={styles.row}>
      {href ? (
        <a class={`${styles.line} ${styles.link}`} href={href}>
          {inside}
        </a>
      ) : (
        <div class={styles.line}>{inside}</div>
      )}
      {children}
    </li>
  );
}

/** A small table of names and values. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ComponentChildren])[] }) {
  return (
    <dl class={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
