import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import { countries, refusedField } from '@axent/profile/contract';
import {
  Button,
  Facts,
  Field,
  icons,
  Refused,
  Select,
  Status,
  useFormats,
  useProblemLine,
  useSpeech,
  useText,
} from '@axent/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { correct, type holdings } from '../contract.ts';
import { correctable, correctedFields, isCallable } from '../privacy.ts';
import { useNames } from './names.ts';
import styles from './privacy.module.css';
import { Remove } from './remove.tsx';
import { catalogue } from './text.ts';

export type HeldItem = Output<typeof holdings>['holdings'][number]['items'][number];

const completions: Readonly<Record<string, string>> = {
  phone: 'tel',
  name: 'name',
  business_name: 'organization',
  street: 'address-line1',
  line2: 'address-line2',
  district: 'address-level3',
  nickname: 'nickname',
  town: 'address-level2',
  province: 'address-level1',
  postcode: 'postal-code',
};

interface CorrectProps {
  readonly item: HeldItem;
  readonly category: string;
  readonly fields: readonly string[];
  readonly onDone: (item: HeldItem | null) => void;
  readonly onSignInAgain: () => Promise<void>;
}

interface CountryProps {
  readonly value: string;
  readonly onValue: (country: string) => void;
}

function Country({ value, onValue }: CountryProps) {
  const { field: nameOf } = useNames();
  const formats = useFormats();
  const language = useSpeech().language.value;
  const options = Object.keys(countries)
    .map((code) => ({ value: code, label: formats.country(code) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
  return (
    <Select
      look="box"
      label={nameOf('country', 'address')}
      autocomplete="country"
      value={value}
      options={options}
      onValue={onValue}
    />
  );
}

function Correct({ item, category, fields, onDone, onSignInAgain }: CorrectProps) {
  const t = useText(catalogue);
  const { field: nameOf } = useNames();
  const language = useSpeech().language.value;
  const [value, setValue] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(fields.map((field) => [field, item.value[field] ?? ''])),
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [wrong, setWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const line = useProblemLine();
  const refused = refusedField(error);
  const focusFirst = () => form.current?.querySelector<HTMLElement>('input, select')?.focus();
  useEffect(() => focusFirst(), []);
  const save = async () => {
    setError(null);
    const { phone = '' } = value;
    if (!isCallable(phone)) {
      setWrong(true);
      focusFirst();
      return;
    }
    setBusy(true);
    // Only what was changed is sent, so that two corrections at once do not undo each other.
    const changed = Object.fromEntries(
      Object.entries(value).filter(([field, text]) => text !== (item.value[field] ?? '')),
    );
    try {
      onDone(
        Object.keys(changed).length === 0
          ? null
          : await call(correct, { place: item.place, id: item.id, value: changed }, { language }),
      );
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  };
  return (
    <form
      ref={form}
      class={styles.correct}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {correctedFields(category, value).map((field) =>
        field === 'country' ? (
          <Country
            key={field}
            value={value[field] ?? ''}
            onValue={(country) => setValue({ ...value, country })}
          />
        ) : (
          <Field
            key={field}
            label={nameOf(field, category)}
            value={value[field] ?? ''}
            maxLength={500}
            autocomplete={completions[field] ?? 'off'}
            type={field === 'phone' ? 'tel' : 'text'}
            error={
              wrong && field === 'phone' ? t('phone_wrong') : field === refused ? line(error) : undefined
            }
            onValue={(text) => {
              setWrong(false);
              setValue({ ...value, [field]: text });
            }}
          />
        ),
      )}
      <Refused error={refused === null ? error : null} onSignInAgain={onSignInAgain} />
      <p class={styles.ways}>
        <Button type="submit" kind="equal" busy={busy}>
          {t('save')}
        </Button>
        <Button kind="quiet" onPress={() => onDone(null)}>
          {t('cancel')}
        </Button>
      </p>
    </form>
  );
}

interface ItemProps {
  readonly item: HeldItem;
  readonly category: string;
  readonly onCorrected: (item: HeldItem) => void;
  readonly onRemoved: (item: HeldItem) => void;
  /** Leads to a fresh sign-in, which takes this screen's place until it is done. */
  readonly onSignInAgain: () => Promise<void>;
}

/** One thing held, in clear, with its correction in place. */
export function Item({ item, category, onCorrected, onRemoved, onSignInAgain }: ItemProps) {
  const t = useText(catalogue);
  const { field: nameOf, value: wordsOf } = useNames();
  const [editing, setEditing] = useState(false);
  const [says, setSays] = useState('');
  const row = useRef<HTMLLIElement>(null);
  const fields = correctable(category);
  const shown = [...new Set([...Object.keys(item.value), ...(item.correctable ? fields : [])])];
  // Back from correcting, the focus is where it was before.
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (editing || !back) return;
    row.current?.querySelector('button')?.focus();
    setBack(false);
  }, [editing, back]);
  if (editing)
    return (
      <li class={styles.item}>
        <Correct
          item={item}
          category={category}
          fields={fields}
          onSignInAgain={onSignInAgain}
          onDone={(corrected) => {
            setEditing(false);
            setBack(true);
            setSays('');
            if (!corrected) return;
            onCorrected(corrected);
            setSays(t('saved'));
          }}
        />
      </li>
    );
  return (
    <li class={styles.item} ref={row}>
      {item.state === 'withheld' && (
        <p class={styles.withheld}>
          <Status tone="wait">{t('withheld')}</Status>
          <span>{t('withheld_text')}</span>
        </p>
      )}
      <Facts
        facts={shown.map((field) => [
          nameOf(field, category),
          // A value taken away is as good as none.
          item.value[field] ? (
            wordsOf(field, category, item.value[field])
          ) : (
            <span key={field} class={styles.note}>
              {t('not_given')}
            </span>
          ),
        ])}
      />
      {item.correctable && (
        <p class={styles.ways}>
          <Button kind="quiet" icon={icons.pen} onPress={() => setEditing(true)}>
            {t('correct')}
          </Button>
          <span role="status">{says}</span>
        </p>
      )}
      {item.deletable && <Remove item={item} onRemoved={() => onRemoved(item)} />}
    </li>
  );
}
