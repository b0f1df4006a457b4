import { LanguageSwitch, Ripple, ThemeSwitch, useText } from '@axent/ui';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import styles from './staff.module.css';
import { catalogue } from './text.ts';

interface GateProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ComponentChildren;
}

/** The page before the console: one column, one task. */
export function Gate({ title, lead, children }: GateProps) {
  const t = useText(catalogue);
  const { brand } = document.documentElement.dataset;
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
  return (
    <div class={styles.gate}>
      <header class={styles.top}>
        <span class={styles.name}>
          <b>{brand}</b> {t('console')}
        </span>
        <span class={styles.choices}>
          <LanguageSwitch />
          <ThemeSwitch />
        </span>
      </header>
      <main class={styles.middle} id="content">
        <Ripple class={styles.ripple} />
        <h1>{title}</h1>
        <p class={styles.lead}>{lead}</p>
        {children}
      </main>
    </div>
  );
}
