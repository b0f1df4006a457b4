import { call } from '@axent/kernel/operation/client';
import { Button, Field, ProblemState, Select, useSpeech, useText } from '@axent/ui';
import { Choices, useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { put } from '../contract.ts';
import styles from './recipients.module.css';
import type { Recipient, Register } from './recipients.tsx';
import { catalogue } from './text.ts';

interface EntryFormProps {
  readonly register: Register;
  /** Null: a new one. */
  readonly entry: Recipient | null;
  readonly confirm: () => Promise<boolean>;
  readonly onDone: () => void;
}

const areas = ['eu_ch', 'cn'] as const;

/** Everything about a third party but its terms. */
export function EntryForm({ register, entry, confirm, onDone }: EntryFormProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const kinds = register.kinds.filter((one) => one.offered);
  const [kind, setKind] = useState(entry?.kind ?? kinds[0]?.kind ?? '');
  const [name, setName] = useState(entry?.name ?? '');
  const [work, setWork] = useState(entry?.work ?? '');
  const [area, setArea] = useState(entry?.area ?? register.area);
  const [contact, setContact] = useState(entry?.contact ?? '');
  const [carrier, setCarrier] = useState(entry?.carrier ?? '');
  const [fields, setFields] = useState<readonly string[]>(entry?.fields ?? []);
  const chosen = kinds.find((one) => one.kind === kind);
  const save = async (): Promise<void> => {
    const place = entry === null ? {} : { id: entry.id, base: entry.change };
    const carried = chosen?.role === 'carrier' ? { carrier } : {};
    const facts = { kind, name, work, area, contact, fields: [...fields] };
    await call(put, { ...place, ...carried, ...facts }, { language });
    onDone();
  };
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        act.run(save);
      }}
    >
      <h2 id="recipient-form" tabIndex={-1}>
        {t(entry === null ? 'register_title' : 'change_title')}
      </h2>
      <Select
        look="box"
        label={t('kind')}
        value={kind}
        options={kinds.map((one) => ({ value: one.kind, label: one.name }))}
        onValue={(value) => {
          setKind(value);
          setFields([]);
        }}
      />
      <Field label={t('name')} value={name} onValue={setName} maxLength={120} required />
      <Field
        label={t('work')}
        hint={t('work_hint')}
        value={work}
        onValue={setWork}
        maxLength={300}
        required
      />
      <Field label={t('contact')} value={contact} onValue={setContact} maxLength={200} required />
      {chosen?.role === 'carrier' && (
        <Field
          label={t('carrier')}
          hint={t('carrier_hint')}
          value={carrier}
          onValue={setCarrier}
          maxLength={60}
          required
        />
      )}
      <Select
        look="box"
        label={t('area')}
        value={area}
        options={areas.map((value) => ({ value, label: t(`area_${value}`) }))}
        onValue={setArea}
      />
      <Choices
        label={t('fields')}
        options={(chosen?.fields ?? []).map(({ field, category_name }) => ({
          value: field,
          label: `${category_name}: ${field.split('.')[1]}`,
        }))}
        chosen={fields}
        onChosen={setFields}
      />
      {act.error !== null && <ProblemState error={act.error} />}
      <Button type="submit" wide busy={act.busy} disabled={fields.length === 0}>
        {t('save')}
      </Button>
    </form>
  );
}
