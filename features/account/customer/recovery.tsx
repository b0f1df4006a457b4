import { Button, icons, Pair, saveFile, useText } from '@axent/ui';
import { useState } from 'preact/hooks';
import { catalogue } from './text.ways.ts';
import styles from './ways.module.css';

/** The codes, shown once: to copy, to save, to write down. */
export function RecoveryCodes({
  codes,
  onKept,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}) {
  const t = useText(catalogue);
  const [copied, setCopied] = useState(false);
  const text = codes.join('\n');
  return (
    <div class={styles.form}>
      <h2>{t('recovery_title')}</h2>
      <p>{t('recovery_for')}</p>
      <ul class={styles.codes} aria-label={t('recovery')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Pair>
        <Button
          kind="equal"
          onPress={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {copied ? t('recovery_copied') : t('recovery_copy')}
        </Button>
        <Button
          kind="equal"
          icon={icons.download}
          onPress={() => saveFile('axent-recovery-codes.txt', 'text/plain', `${text}\n`)}
        >
          {t('recovery_save')}
        </Button>
      </Pair>
      <Button wide onPress={onKept}>
        {t('recovery_kept')}
      </Button>
    </div>
  );
}
