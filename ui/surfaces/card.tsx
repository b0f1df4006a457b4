import type { ComponentChildren } from 'preact';
import styles from './card.module.css';

interface CardProps {
  readonly children: ComponentChildren;
  readonly tone?: 'plain' | 'water' | 'fog' | 'clay';
  readonly label?: string;
}

export function Card({ children, tone = 'plain', label }: CardProps) {
  return (
    <section class={`${styles.card} ${styles[tone]}`} aria-label={label}>
      {children}
    </section>
  );
}
