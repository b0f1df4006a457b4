import { call } from '@axent/kernel/operation/client';
import { Button, Field, Lines, ProblemState, Select, useFormats, useSpeech, useText } from '@axent/ui';
import { Choices, Fingerprint, useAct } from '@axent/ui/console';
import { useState } from 'preact/hooks';
import { propose } from '../contract.ts';
import { bring, isKept } from './document.ts';
import styles from './matters.module.css';
import type { Matters } from './matters.tsx';
import { useRoles } from './roles.ts';
import { catalogue } from './text.ts';

interface ProposalProps {
  readonly shown: Matters;
  readonly confirm: () => Promise<boolean>;
  readonly onDone: () => void;
}

/** All that a matter must say before a second officer can stand behind it. */
export function Proposal({ shown, confirm, onDone }: ProposalProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const act = useAct(confirm);
  const draft = useDraft(shown);
  const [file, setFile] = useState<File | null>(null);
  const formats = useFormats();
  const role = useRoles();
  const { ground, purpose, value, set } = draft;
  const save = async (): Promise<void> => {
    const { id } = await call(propose, draft.input(), { language });
    // The matter is there: what went wrong with its document is put right there, and not by proposing again.
    if (file !== null && isKept(file)) await bring(id, file, language).catch(() => undefined);
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
      <h2 id="proposal-form" tabIndex={-1}>
        {t('propose_title')}
      </h2>
      <p>{t('propose_lead')}</p>
      <Field
        label={t('name')}
        hint={t('name_hint')}
        value={value.name}
        onValue={set('name')}
        maxLength={80}
        required
      />
      <Select
        look="box"
        label={t('ground')}
        value={value.ground}
        options={shown.grounds.map((one) => ({ value: one.ground, label: `${one.ground} ${one.name}` }))}
        onValue={draft.setGround}
      />
      <Select
        look="box"
        label={t('basis')}
        value={value.basis}
        options={(ground?.bases ?? []).map((one) => ({ value: one, label: one }))}
        onValue={set('basis')}
      />
      <Field
        label={t('provision')}
        hint={t('provision_hint')}
        value={value.provision}
        onValue={set('provision')}
        maxLength={300}
        required
      />
      <Fingerprint
        label={t('evidence')}
        hint={t('evidence_hint')}
        hash={value.evidence}
        onHash={set('evidence')}
        onFile={setFile}
      />
      <Select
        look="box"
        label={t('purpose')}
        value={value.purpose}
        options={(ground?.purposes ?? []).map((one) => ({
          value: one.id,
          label: `${one.name} (${formats.list(one.roles.map(role))})`,
        }))}
        onValue={set('purpose')}
      />
      <Choices
        label={t('categories')}
        options={(ground?.categories ?? []).map((one) => ({ value: one.id, label: one.name }))}
        chosen={value.categories}
        onChosen={set('categories')}
      />
      <Lines
        label={t('persons')}
        hint={t('persons_hint')}
        value={value.people}
        onValue={set('people')}
        maxLength={20_000}
        spellcheck={false}
      />
      <div class={styles.days}>
        <Field label={t('ends_on')} type="date" value={value.ends_on} onValue={set('ends_on')} required />
        <Field
          label={t('tell_day')}
          hint={t('tell_hint')}
          type="date"
          value={value.tell_from}
          onValue={set('tell_from')}
        />
      </div>
      {ground?.keeps_withheld && (
        <Choices
          label={t('keeps_hint')}
          options={[{ value: 'keeps', label: t('keeps') }]}
          chosen={value.keeps ? ['keeps'] : []}
          onChosen={(chosen) => set('keeps')(chosen.length > 0)}
        />
      )}
      {act.error !== null && <ProblemState error={act.error} />}
      <Button
        type="submit"
        wide
        busy={act.busy}
        disabled={value.evidence === null || value.categories.length === 0 || purpose === undefined}
      >
        {t('propose_now')}
      </Button>
    </form>
  );
}

interface Draft {
  readonly name: string;
  readonly ground: string;
  readonly basis: string;
  readonly provision: string;
  readonly evidence: string | null;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly people: string;
  readonly ends_on: string;
  readonly tell_from: string;
  readonly keeps: boolean;
}

function useDraft(shown: Matters) {
  const first = shown.grounds.find((one) => one.ground === 'E.3') ?? shown.grounds[0];
  const [value, setValue] = useState<Draft>({
    name: '',
    ground: first?.ground ?? '',
    basis: first?.bases[0] ?? '',
    provision: '',
    evidence: null,
    purpose: first?.purposes[0]?.id ?? '',
    categories: [],
    people: '',
    ends_on: '',
    tell_from: '',
    keeps: false,
  });
  const ground = shown.grounds.find((one) => one.ground === value.ground);
  const purpose = ground?.purposes.find((one) => one.id === value.purpose);
  return {
    value,
    ground,
    purpose,
    set:
      <K extends keyof Draft>(key: K) =>
      (next: Draft[K]) =>
        setValue((before) => ({ ...before, [key]: next })),
    /** Another ground has other bases and categories. */
    setGround: (id: string) => {
      const next = shown.grounds.find((one) => one.ground === id);
      const basis = next?.bases[0] ?? '';
      setValue((before) => ({ ...before, ground: id, basis, categories: [], keeps: false }));
    },
    input: () => {
      const { people, tell_from, keeps, evidence, categories, ...facts } = value;
      return {
        ...facts,
        evidence: evidence ?? '',
        categories: [...categories],
        roles: [...(purpose?.roles ?? [])],
        people: people
          .split(/[\n,;]/)
          .map((one) => one.trim())
          .filter((one) => one !== ''),
        tell_from: tell_from === '' ? null : tell_from,
        keeps_withheld: keeps,
      };
    },
  };
}
