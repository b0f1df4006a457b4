import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Details,
  Field,
  ProblemState,
  Status,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { Loaded, Panel, useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { mine, name as nameContract, read } from '../contract.ts';
import styles from './access.module.css';
import { catalogue } from './text.ts';

type Own = Output<typeof mine>;
type Note = Own['notes'][number];

/** What the reader is called at work, and what they are to read. */
export function Mine({ onAct }: { readonly onAct: () => void }) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(mine, { language }, { language, signal }), [language]);
  const again = () => {
    loaded.again();
    onAct();
  };
  return (
    <>
      <Panel title={t('notes')}>
        <Loaded of={loaded} lines={4}>
          {({ notes }) => (
            <div>
              <p class={styles.quiet}>{t('notes_lead')}</p>
              {notes.map((note) => (
                <NoteRow key={note.topic} note={note} again={again} />
              ))}
            </div>
          )}
        </Loaded>
      </Panel>
      <Panel title={t('own_name')}>
        <Loaded of={loaded} lines={1}>
          {(own) => <OwnName key={own.name} own={own} again={again} />}
        </Loaded>
      </Panel>
    </>
  );
}

interface NoteProps {
  readonly note: Note;
  readonly again: () => void;
}

function NoteRow({ note, again }: NoteProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const act = useAct();
  const { topic, hash, title, text, due, read_at } = note;
  const state = due ? (
    <Status tone="wait">{t('to_read')}</Status>
  ) : (
    <Status tone="good">{t('read_at', { day: read_at === null ? '' : formats.date(read_at) })}</Status>
  );
  return (
    <Details
      summary={
        <span class={styles.heading}>
          {title} {state}
        </span>
      }
    >
      <div class={styles.note}>
        {text.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {act.error !== null && <ProblemState error={act.error} again={again} />}
        {due && (
          <div class={styles.acts}>
            <Button
              busy={act.busy}
              onPress={() =>
                act.run(async () => {
                  await call(read, { topic, hash, language }, { language });
                  again();
                })
              }
            >
              {t('have_read')}
            </Button>
          </div>
        )}
      </div>
    </Details>
  );
}

interface OwnNameProps {
  readonly own: Own;
  readonly again: () => void;
}

function OwnName({ own, again }: OwnNameProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct();
  const [value, setValue] = useState(own.name ?? '');
  const changed = value.trim() !== '' && value.trim() !== own.name;
  return (
    <form
      class={styles.note}
      onSubmit={(event) => {
        event.preventDefault();
        if (!changed || act.busy) return;
        act.run(async () => {
          await call(nameContract, { name: value.trim() }, { language });
          again();
        });
      }}
    >
      <Field
        label={t('own_name_label')}
        hint={t('own_name_hint')}
        name="work-name"
        maxLength={80}
        value={value}
        onValue={setValue}
      />
      {act.error !== null && <ProblemState error={act.error} />}
      {changed && (
        <div class={styles.acts}>
          <Button type="submit" busy={act.busy}>
            {t('save')}
          </Button>
        </div>
      )}
    </form>
  );
}
