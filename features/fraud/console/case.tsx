import { call } from '@axent/kernel/operation/client';
import { Button, Facts, Lines, ProblemState, useFormats, useSpeech, useText } from '@axent/ui';
import { useAct } from '@axent/ui/console';
import { useRef, useState } from 'preact/hooks';
import { decide } from '../contract.ts';
import styles from './fraud.module.css';
import type { OneCase } from './queue.tsx';
import { catalogue } from './text.ts';

interface HeldCaseProps {
  readonly held: OneCase;
  readonly confirm: () => Promise<boolean>;
  readonly onDecided: () => void;
}

/** One case: what the person says to it, and what there is to decide. */
export function HeldCase({ held, confirm, onDecided }: HeldCaseProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const waits = held.state === 'held' || held.state === 'answered';
  const facts: (readonly [string, string])[] = [
    [t('at'), formats.moment(held.at)],
    [t('answer'), held.answer ?? t('no_answer')],
  ];
  if (held.decided_at !== null) facts.push([t('decided'), formats.moment(held.decided_at)]);
  if (held.note !== null) facts.push([t('note_is'), held.note]);
  return (
    <div class={styles.inside}>
      <Facts facts={facts} />
      {waits && <Decision held={held} confirm={confirm} onDecided={onDecided} />}
    </div>
  );
}

/** A text area ends its lines as its platform does. */
const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

function Decision({ held, confirm, onDecided }: HeldCaseProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const [note, setNote] = useState('');
  // Said by the button that is pressed, right before the form is sent.
  const release = useRef(true);
  return (
    <form
      class={styles.inside}
      onSubmit={(event) => {
        event.preventDefault();
        const input = { id: held.id, release: release.current, note: plain(note) };
        act.run(async () => {
          await call(decide, input, { language });
          onDecided();
        });
      }}
    >
      <Lines label={t('note')} hint={t('note_hint')} value={note} maxLength={1000} onValue={setNote} />
      {act.error !== null && <ProblemState error={act.error} />}
      <div class={styles.acts}>
        {(['release', 'refuse'] as const).map((one) => (
          <Button
            key={one}
            type="submit"
            kind="equal"
            busy={act.busy}
            onPress={() => {
              release.current = one === 'release';
            }}
          >
            {t(one)}
          </Button>
        ))}
      </div>
    </form>
  );
}
