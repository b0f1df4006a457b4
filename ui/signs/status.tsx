import { Icon } from './icon.tsx';
import { closed, cross, info, opened, partly, waiting } from './icons.ts';
import styles from './status.module.css';

/** Every tone has a sign of its own, so that it is never told by colour alone. */
const signs = { good: opened, partly, wrong: cross, quiet: closed, wait: waiting, plain: info } as const;
export type Tone = keyof typeof signs;

interface StatusProps {
  readonly tone: Tone;
  readonly children: string;
  readonly href?: string;
  /** A sign that says it better than the tone's own. */
  readonly sign?: string;
  /** `bare`: sign and word alone, where there are many of them. */
  readonly look?: 'pill' | 'bare';
}

export function Status({ tone, children, href, sign, look = 'pill' }: StatusProps) {
  const inside = (
    <>
      <Icon of={sign ?? signs[tone]} size={16} />
      {children}
    </>
  );
  const name = `${styles.status} ${styles[tone]} ${look === 'bare' ? styles.bare : ''}`;
  return href ? (
    <a class={name} href={href}>
      {inside}
    </a>
  ) : (
    <span class={name}>{inside}</span>
  );
}
