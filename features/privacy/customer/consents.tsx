import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Card,
  Details,
  EmptyState,
  Facts,
  icons,
  Page,
  ProblemState,
  Section,
  Skeleton,
  Status,
  saveFile,
  useFormats,
  useProblemLine,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useState } from 'preact/hooks';
import { consentRecords, consents } from '../contract.consents.ts';
import styles from './consents.module.css';
import type { Names } from './names.ts';
import { catalogue } from './text.ts';

type Consent = Output<typeof consents>['consents'][number];

interface NamesProps {
  readonly names: Names;
}

/** Long enough to compare by eye; the file has all of it. */
const shown_of_hash = 16;

function useTitle(names: Names): (consent: Consent) => string {
  const t = useText(catalogue);
  return (consent) => {
    if (consent.function === null) return t('consent_accepted');
    const name = names.functions?.[consent.function] ?? consent.function;
    return t(consent.open ? 'consent_opened' : 'consent_closed', { name });
  };
}

function Inside({ consent, names }: NamesProps & { readonly consent: Consent }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const named = (ids: readonly string[], known: Readonly<Record<string, string>>) =>
    formats.list(ids.map((id) => known[id] ?? id));
  const { purposes, categories, text_hash, sequence, revision } = consent;
  const covers =
    purposes.length === 0
      ? []
      : ([
          [t('column_purpose'), named(purposes, names.purposes)],
          [t('column_data'), named(categories, names.categories)],
        ] as const);
  return (
    <Facts
      facts={[
        ...covers,
        ...(consent.function === null
          ? []
          : ([[t('consent_where'), t(consent.here ? 'consent_here' : 'consent_elsewhere')]] as const)),
        ...(consent.by === 'device' ? ([[t('consent_by'), t('consent_by_device')]] as const) : []),
        ...(text_hash
          ? ([
              [
                t('consent_text'),
                <code key="text" class={styles.hash}>
                  {text_hash.slice(0, shown_of_hash)}…
                </code>,
              ],
            ] as const)
          : []),
        [
          t('field_revision'),
          <a key="version" href={`/notice?version=${sequence}`}>
            {t('consent_read', { revision })}
          </a>,
        ],
      ]}
    />
  );
}

function Entry({ consent, names }: NamesProps & { readonly consent: Consent }) {
  const t = useText(catalogue);
  const formats = useFormats();
  const title = useTitle(names);
  const language = ['en', 'de', 'zh-CN'].includes(consent.language)
    ? t(`language_${consent.language as 'en' | 'de' | 'zh-CN'}`)
    : consent.language;
  return (
    <Details
      summary={
        <span class={styles.entry}>
          <span>
            {title(consent)}
            <span class={styles.when}>
              {formats.time(consent.at)} · {consent.revision} · {language}
            </span>
          </span>
          <Status tone={consent.open ? 'good' : 'quiet'}>
            {t(consent.function === null ? 'is_accepted' : consent.open ? 'is_open' : 'is_closed')}
          </Status>
        </span>
      }
    >
      <Inside consent={consent} names={names} />
    </Details>
  );
}

/** Entries by the day on which they were made, in the order in which they came. */
function byDay(all: readonly Consent[]): [string, Consent[]][] {
  const days = new Map<string, Consent[]>();
  for (const consent of all) {
    const day = new Date(consent.at).toDateString();
    days.set(day, [...(days.get(day) ?? []), consent]);
  }
  return [...days];
}

function TakeRecords() {
  const t = useText(catalogue);
  const line = useProblemLine();
  const language = useSpeech().language.value;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState('');
  const take = async () => {
    setBusy(true);
    setError('');
    try {
      const records = await call(consentRecords, {}, { language });
      saveFile(consentRecords.file?.name ?? '', 'application/ld+json', JSON.stringify(records, null, 2));
    } catch (cause) {
      setError(line(cause));
    }
    setBusy(false);
  };
  return (
    <Card tone="water" label={t('take_along')}>
      <h2 class={styles.heading}>{t('take_along')}</h2>
      <p>{t('consent_take')}</p>
      <p>
        <Button kind="equal" icon={icons.download} busy={busy} onPress={() => void take()}>
          {t('consent_download')}
        </Button>
      </p>
      <p class={styles.refused} role="status">
        {error}
      </p>
    </Card>
  );
}

/** What was accepted, opened and closed, like the entries of an account, each with the words that were shown. */
export function ConsentsScreen({ names }: NamesProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(consents, {}, { language, signal }), [language]);
  const days = byDay(loaded.value?.consents ?? []);
  return (
    <Page title={t('consents')} lead={t('consents_lead')} up={{ href: '/privacy', label: t('up') }}>
      {loaded.state === 'failed' && <ProblemState error={loaded.error} again={loaded.again} />}
      {loaded.state === 'loading' && !loaded.value && <Skeleton lines={4} />}
      {loaded.value && days.length === 0 && (
        <EmptyState title={t('consent_none')}>
          <p>{t('consent_none_text')}</p>
        </EmptyState>
      )}
      {days.map(([day, entries]) => (
        <Section key={day} title={formats.day(entries[0]?.at ?? day, new Date())}>
          <div class={styles.entries}>
            {entries.map((consent) => (
              <Entry key={consent.id} consent={consent} names={names} />
            ))}
          </div>
        </Section>
      ))}
      {loaded.value && !loaded.value.complete && <p class={styles.when}>{t('consent_more')}</p>}
      {days.length > 0 && <TakeRecords />}
    </Page>
  );
}
