import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { Field, useSpeech, useText } from '@axent/ui';
import { useRef, useState } from 'preact/hooks';
import { type identity_fields, judgeIdentity, setIdentity } from '../contract.ts';
import { show } from './focus.ts';
import { EditorForm, useKeeping } from './form.tsx';
import { catalogue } from './text.ts';

export type Identity = Output<typeof setIdentity>;
type IdentityField = (typeof identity_fields)[number];

interface NameEditorProps {
  readonly field: IdentityField;
  readonly identity: Identity;
  readonly onKept: (identity: Identity) => void;
  readonly onLeave: () => void;
}

const completions = { name: 'name', business_name: 'organization' } as const;

/** The name or the business name: one field, as people write it. */
export function NameEditor({ field, identity, onKept, onLeave }: NameEditorProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [text, setText] = useState(identity[field] ?? '');
  const { busy, keep, errorOf, refused, forgive } = useKeeping();
  const form = useRef<HTMLDivElement>(null);
  const send = async (value: string) => {
    const { flaw } = judgeIdentity(identity, { [field]: value });
    const wrong = await keep(flaw, async () =>
      onKept(await call(setIdentity, { [field]: value }, { language })),
    );
    if (wrong !== null) show(form.current, 'input');
  };
  return (
    <div ref={form}>
      <EditorForm
        busy={busy}
        refused={refused}
        // Nothing was there and nothing was typed: there is nothing to keep.
        onKeep={() => (text.trim() === '' && identity[field] === null ? onLeave() : void send(text))}
        onLeave={onLeave}
        onEmpty={identity[field] === null ? null : () => void send('')}
      >
        <Field
          label={t(field)}
          hint={t(`${field}_hint`)}
          value={text}
          name={field}
          autocomplete={completions[field]}
          maxLength={1000}
          error={errorOf(field)}
          onValue={(value) => {
            forgive();
            setText(value);
          }}
        />
      </EditorForm>
    </div>
  );
}
