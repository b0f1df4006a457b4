import { call } from '@axent/kernel/operation/client';
import { Button, ProblemState, saveFile, useFormats, useSpeech, useText } from '@axent/ui';
import { useAct } from '@axent/ui/console';
import { useId } from 'preact/hooks';
import { look } from '../contract.ts';
import { accepted, bring, bytesOf } from './document.ts';
import styles from './matters.module.css';
import type { OneMatter } from './matters.tsx';
import { catalogue } from './text.ts';

interface AttachedProps {
  readonly matter: OneMatter;
  readonly confirm: () => Promise<boolean>;
  readonly again: () => void;
}

const kinds = { 'application/pdf': 'PDF', 'image/png': 'PNG', 'image/jpeg': 'JPEG' } as const;

/** The document that the matter rests on: to save and read, or to attach while it waits. */
export function Attached({ matter, confirm, again }: AttachedProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const { id, document, own, state } = matter;
  if (document === null && !(own && state === 'proposed')) return null;
  const save = async (): Promise<void> => {
    const { name, type, content } = await call(look, { id }, { language });
    saveFile(name, type, bytesOf(content));
    again();
  };
  return (
    <div class={styles.part}>
      <h2>{t('document')}</h2>
      {document === null ? (
        <Attach
          busy={act.busy}
          onFile={(file) =>
            act.run(async () => {
              await bring(id, file, language);
              again();
            })
          }
        />
      ) : (
        <>
          <p class={styles.quiet}>
            {t('document_facts', {
              kind: kinds[document.type],
              size: formats.number(Math.ceil(document.bytes / 1024)),
            })}
            {document.seen ? ` · ${t('document_seen')}` : ''}
          </p>
          <Button kind="quiet" busy={act.busy} onPress={() => act.run(save)}>
            {t('document_open')}
          </Button>
        </>
      )}
      {act.error !== null && <ProblemState error={act.error} />}
    </div>
  );
}

function Attach({ busy, onFile }: { readonly busy: boolean; readonly onFile: (file: File) => void }) {
  const t = useText(catalogue);
  const id = useId();
  return (
    <>
      <label for={id}>{t('document_attach')}</label>
      <input
        id={id}
        type="file"
        accept={accepted}
        disabled={busy}
        aria-busy={busy}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
        }}
      />
      <p id={`${id}-hint`} class={styles.quiet}>
        {t('document_attach_hint')}
      </p>
    </>
  );
}
