import { call } from '@axent/kernel/operation/client';
import { Button, Lines, Pair, ProblemState, useSpeech, useText } from '@axent/ui';
import { useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { answer, extend, refuse } from '../contract.console.ts';
import styles from './queue.module.css';
import { catalogue } from './text.ts';

const letters = { answer, refuse, extend } as const;
export type Letter = keyof typeof letters;

interface WritingProps {
  readonly id: string;
  readonly letter: Letter;
  readonly authority: string;
  readonly confirm: () => Promise<boolean>;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** What is told to whoever asked: the answer, or why not, or why it takes longer. */
export function Writing({ id, letter, authority, confirm, onDone, onLeave }: WritingProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const [text, setText] = useState('');
  return (
    <form
      class={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          await call(letters[letter], { id, text: text.replaceAll('\r\n', '\n').trim() }, { language });
          onDone();
        });
      }}
    >
      <Lines
        label={t(`${letter}_words`)}
        hint={t(`${letter}_hint`, { authority })}
        value={text}
        maxLength={8000}
        onValue={setText}
      />
      {act.error !== null && <ProblemState error={act.error} />}
      <Pair>
        <Button kind="equal" onPress={onLeave}>
          {t('leave')}
        </Button>
        <Button kind="equal" type="submit" busy={act.busy} disabled={text.trim() === ''}>
          {t(`${letter}_now`)}
        </Button>
      </Pair>
    </form>
  );
}
