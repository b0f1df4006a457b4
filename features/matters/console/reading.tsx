import type { Output } from '@axent/kernel/operation';
import {
  Button,
  EmptyState,
  Facts,
  type Language,
  ProblemState,
  Select,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import type { read } from '../contract.ts';
import styles from './matters.module.css';
import { catalogue } from './text.ts';

type Opened = Output<typeof read>;

interface ReadingProps {
  readonly people: number;
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly open: (person: number, language: Language) => Promise<Opened>;
}

/** Opens what a matter names of one person at a time; each look leaves a record. */
export function Reading({ people, categories, open }: ReadingProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [person, setPerson] = useState('1');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const look = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setOpened(await open(Number(person), language));
    } catch (cause) {
      setError(cause);
    }
    setBusy(false);
  };
  const places = Array.from({ length: people }, (_, at) => String(at + 1));
  return (
    <div class={styles.opened}>
      <h2>{t('reading')}</h2>
      <p class={styles.quiet}>
        {t('reading_lead', { categories: categories.map(({ name }) => name).join(', ') })}
      </p>
      <div class={styles.acts}>
        <Select
          label={t('person')}
          value={person}
          options={places.map((value) => ({ value, label: t('person_number', { number: value }) }))}
          onValue={(value) => {
            setPerson(value);
            setOpened(null);
          }}
        />
        <Button kind="equal" busy={busy} onPress={() => void look()}>
          {t('read')}
        </Button>
      </div>
      {error !== null && <ProblemState error={error} />}
      {opened && <Values opened={opened} />}
    </div>
  );
}

function Values({ opened }: { readonly opened: Opened }) {
  const t = useText(catalogue);
  const held = opened.categories.filter(({ items }) => items.length > 0);
  if (held.length === 0) return <EmptyState title={t('nothing_held')} />;
  return (
    <>
      {held.map(({ id, name, items }) => (
        <section key={id} class={styles.part}>
          <h3>{name}</h3>
          {items.map((item, at) => (
            <Facts
              key={at}
              facts={Object.entries(item).map(([field, value]) => [field, value ?? '–'] as const)}
            />
          ))}
        </section>
      ))}
    </>
  );
}
