import { Card, useText } from '@axent/ui';
import styles from './staff.module.css';
import { catalogue } from './text.ts';

/** What is accepted with the next press, in short, and the way to all of it. */
export function InShort({ lines }: { readonly lines: readonly string[] }) {
  const t = useText(catalogue);
  return (
    <Card label={t('in_short')}>
      <h2 class={styles.heading}>{t('in_short')}</h2>
      <ul class={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <a href="/notice" target="_blank" rel="noopener">
          {t('whole_notice')}
        </a>
      </p>
    </Card>
  );
}
