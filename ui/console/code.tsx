import { useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import styles from './code.module.css';

interface CodeProps {
  readonly text: string;
  readonly words: { readonly copy: string; readonly copied: string };
}

/** Text for machines, to be copied: a hash, a key, a command. */
export function Code({ text, words }: CodeProps) {
  const [copied, setCopied] = useState(false);
  return (
    <div class={styles.code}>
      <pre dir="ltr">{text}</pre>
      <span aria-live="polite">
        <Button
          kind="quiet"
          onPress={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true))}
        >
          {copied ? words.copied : words.copy}
        </Button>
      </span>
    </div>
  );
}
