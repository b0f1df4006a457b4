import type { PromptWords } from '@axent/policy/shape';
import { Button, Pair } from '../controls/button.tsx';
import { DataPath, type Stop } from '../signs/path.tsx';
import { Facts } from '../surfaces/rows.tsx';
import { Sheet } from '../surfaces/sheet.tsx';
import { catalogue } from '../text/own.ts';
import { useText } from '../text/text.ts';
import styles from './prompt.module.css';

interface PromptCardProps {
  readonly words: PromptWords;
  /** How the data travels, as a picture. */
  readonly path?: readonly Stop[];
  readonly busy?: boolean;
  readonly titleId: string;
  readonly error?: string | undefined;
  readonly onOpen: () => void;
  readonly onNotNow: () => void;
}

/** Asks for one function: what, what for, how long, and what happens if not. Two buttons of the same weight. */
export function PromptCard({ words, path, busy, titleId, error, onOpen, onNotNow }: PromptCardProps) {
  const t = useText(catalogue);
  return (
    <div class={styles.prompt}>
      <h2 id={titleId} tabIndex={-1}>
        {words.title}
      </h2>
      {path && <DataPath stops={path} label={words.purpose} />}
      <Facts
        facts={[
          [t('prompt_what'), words.what],
          [t('prompt_purpose'), words.purpose],
          [t('prompt_kept'), words.kept],
          [t('prompt_otherwise'), words.otherwise],
        ]}
      />
      {error && (
        <p class={styles.error} role="alert">
          {error}
        </p>
      )}
      <Pair>
        <Button kind="equal" onPress={onNotNow}>
          {words.not_now}
        </Button>
        <Button kind="equal" busy={busy ?? false} onPress={onOpen}>
          {words.open}
        </Button>
      </Pair>
    </div>
  );
}

/** The same card over the screen that asked. Closing it is the same as "not now". */
export function PromptSheet({
  shown,
  ...card
}: Omit<PromptCardProps, 'titleId'> & { readonly shown: boolean }) {
  return (
    <Sheet open={shown} onClose={card.onNotNow} labelledBy="prompt-title">
      <PromptCard {...card} titleId="prompt-title" />
    </Sheet>
  );
}
