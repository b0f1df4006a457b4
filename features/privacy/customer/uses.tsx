import { call } from '@axent/kernel/operation/client';
import {
  Button,
  Details,
  EmptyState,
  Page,
  ProblemState,
  Section,
  Skeleton,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { useEffect, useState } from 'preact/hooks';
import { uses } from '../contract.ts';
import { byDay, type UseDay, type UseGroup, type UseLine } from './days.ts';
import { type Names, useNames } from './names.ts';
import styles from './privacy.module.css';
import { Proof } from './proof.tsx';
import { catalogue } from './text.ts';

interface NamesProps {
  readonly names: Names;
}

const day_ms = 86_400_000;

function useDayName(): (at: string) => string {
  const t = useText(catalogue);
  const formats = useFormats();
  const now = new Date();
  const same = (at: string, day: Date) => new Date(at).toDateString() === day.toDateString();
  return (at) => {
    if (same(at, now)) return t('today');
    if (same(at, new Date(now.getTime() - day_ms))) return t('yesterday');
    return formats.day(at, now);
  };
}

function Line({ use, names }: NamesProps & { readonly use: UseLine }) {
  const t = useText(catalogue);
  const formats = useFormats();
  return (
    <li class={styles.use}>
      <time class={styles.time} dateTime={use.at}>
        {formats.time(use.at)}
      </time>
      <div class={styles.what}>
        <p>
          {formats.list(use.categories.map((category) => names.categories[category] ?? category))}{' '}
          <a class={styles.clause} href={`/notice#${use.clause}`}>
            {use.clause}
          </a>
        </p>
        {use.recipient !== undefined && <p>{t('shared_with', { name: use.recipient })}</p>}
        {use.matter !== undefined && <p>{t('by_matter', { name: use.matter })}</p>}
        <Proof use={use} />
      </div>
    </li>
  );
}

function Lines({ lines, names }: NamesProps & { readonly lines: readonly UseLine[] }) {
  return (
    <ul class={styles.uses}>
      {lines.map((use) => (
        <Line key={use.id} use={use} names={names} />
      ))}
    </ul>
  );
}

function Group({ group, names }: NamesProps & { readonly group: UseGroup }) {
  const t = useText(catalogue);
  const { role } = useNames();
  const purpose = names.purposes[group.purpose] ?? group.purpose;
  return (
    <Details
      summary={
        <span class={styles.group}>
          <span>
            {t('for_by', { purpose })}
            <span class={styles.by}>{t('by', { role: role(group.role) })}</span>
          </span>
          <span class={styles.count}>{t('times', { count: group.uses.length })}</span>
        </span>
      }
    >
      <Lines lines={group.uses} names={names} />
    </Details>
  );
}

function Day({ day, names }: NamesProps & { readonly day: UseDay }) {
  const t = useText(catalogue);
  const dayName = useDayName();
  return (
    <Section title={dayName(day.at)}>
      <div class={styles.groups}>
        {day.groups.map((group) => (
          <Group key={`${group.purpose} ${group.role}`} group={group} names={names} />
        ))}
        {day.own.length > 0 && (
          <Details look="quiet" summary={t('own')}>
            <p class={styles.note}>{t('own_text', { count: day.own.length })}</p>
            <Lines lines={day.own} names={names} />
          </Details>
        )}
      </div>
    </Section>
  );
}

/** The statement: uses by day, purpose and role, each with its clause and its seal. */
export function UsesScreen({ names }: NamesProps) {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const [before, setBefore] = useState<string | null>(null);
  const [kept, setKept] = useState<readonly UseLine[]>([]);
  const page = useResource(
    (signal) => call(uses, before ? { before } : {}, { language, signal }),
    [language, before],
  );
  useEffect(() => {
    const answer = page.state === 'ready' ? page.value.uses : [];
    setKept((known) => {
      const ids = new Set(known.map((use) => use.id));
      return [...known, ...answer.filter((use) => !ids.has(use.id))];
    });
  }, [page.value, page.state]);
  const next = page.state === 'ready' ? page.value.next : null;
  return (
    <Page title={t('uses')} lead={t('uses_lead')} up={{ href: '/privacy', label: t('up') }}>
      {byDay(kept, (at) => new Date(at).toDateString()).map((day) => (
        <Day key={new Date(day.at).toDateString()} day={day} names={names} />
      ))}
      {page.state === 'ready' && kept.length === 0 && page.value.uses.length === 0 && (
        <EmptyState title={t('no_uses')}>
          <p>{t('no_uses_text')}</p>
        </EmptyState>
      )}
      {page.state === 'loading' && <Skeleton lines={4} />}
      {page.state === 'failed' && <ProblemState error={page.error} again={page.again} />}
      {next && (
        <p>
          <Button kind="equal" onPress={() => setBefore(next)}>
            {t('earlier')}
          </Button>
        </p>
      )}
    </Page>
  );
}
