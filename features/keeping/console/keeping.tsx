import type { Output } from '@axent/kernel/operation';
import { call } from '@axent/kernel/operation/client';
import {
  ClosedState,
  type Formats,
  type Translate,
  useFormats,
  useResource,
  useSpeech,
  useText,
} from '@axent/ui';
import { type Column, Desk, Loaded, Panel, Table } from '@axent/ui/console';
import { report } from '../contract.ts';
import { catalogue } from './text.ts';

type Report = Output<typeof report>;
type Rule = Report['rules'][number];
type Duty = Rule['duties'][number];
type Deletion = Report['deletions'][number];
type Words = Translate<typeof import('./text/en.ts').default>;

export function KeepingScreen({ roles }: { readonly roles: readonly string[] }) {
  const t = useText(catalogue);
  if (report.actors.some((role) => roles.includes(role))) return <Keeping />;
  return (
    <Desk title={t('keeping')}>
      <ClosedState title={t('not_for_you')}>
        <p>{t('not_for_you_lead')}</p>
      </ClosedState>
    </Desk>
  );
}

function Keeping() {
  const t = useText(catalogue);
  const language = useSpeech().language.value;
  const loaded = useResource((signal) => call(report, {}, { language, signal }), [language]);
  return (
    <Desk title={t('keeping')} lead={t('keeping_lead')}>
      <Loaded of={loaded} lines={8}>
        {({ rules, deletions }) => (
          <>
            <Panel title={t('deletions')}>
              <Deletions deletions={deletions} rules={rules} />
            </Panel>
            <Panel title={t('rules')}>
              <Rules rules={rules} />
            </Panel>
          </>
        )}
      </Loaded>
    </Desk>
  );
}

const own = [
  'idempotency',
  'session',
  'withheld',
  'account',
  'evidence',
  'use_count',
  'message_count',
  'deletion',
] as const;

/** A category in the words of the notice, or one of the kernel's own kinds in those of the console. */
function nameOf(t: Words, kind: string, name: string | null | undefined): string {
  const known = own.find((one) => one === kind);
  return name ?? (known === undefined ? kind : t(`kind_${known}`));
}

const lasting = (t: Words, formats: Formats, days: number | null) =>
  days === null ? t('account') : formats.days(days);

const sentence = (t: Words, { clause, purpose, law }: Duty) =>
  law === null ? t('policy', { clause, purpose }) : t('law', { law, clause });

/** The longest duty, which counts, apart from the others, which are shown so that it can be seen why. */
function ruleColumns(t: Words, formats: Formats): readonly Column<Rule>[] {
  return [
    { key: 'kind', title: t('kind'), cell: (rule) => nameOf(t, rule.kind, rule.name) },
    { key: 'days', title: t('days'), cell: (rule) => lasting(t, formats, rule.days) },
    {
      key: 'because',
      title: t('because'),
      cell: ({ duties }) => (duties[0] === undefined ? t('none') : sentence(t, duties[0])),
    },
    {
      key: 'others',
      title: t('others'),
      cell: ({ days, duties }) => {
        const shorter = duties.filter((duty) => duty.days !== days);
        return shorter.length === 0
          ? t('none')
          : shorter.map((duty) => `${lasting(t, formats, duty.days)}: ${sentence(t, duty)}`).join('; ');
      },
      spare: true,
    },
  ];
}

function Rules({ rules }: { readonly rules: readonly Rule[] }) {
  const t = useText(catalogue);
  return (
    <Table
      label={t('rules')}
      columns={ruleColumns(t, useFormats())}
      rows={rules}
      keyOf={(rule) => rule.kind}
      words={{ next: t('next'), previous: t('previous'), more: t('more') }}
      empty={t('none')}
    />
  );
}

function deletionColumns(
  t: Words,
  formats: Formats,
  names: ReadonlyMap<string, string | null>,
): readonly Column<Deletion>[] {
  return [
    { key: 'day', title: t('day'), cell: ({ day }) => <time dateTime={day}>{day}</time> },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => nameOf(t, kind, names.get(kind)) },
    { key: 'rows', title: t('rows'), cell: ({ rows }) => formats.number(rows), look: 'number' },
    { key: 'kept', title: t('kept'), cell: ({ days }) => formats.days(days) },
  ];
}

function Deletions({ deletions, rules }: Report) {
  const t = useText(catalogue);
  const names = new Map(rules.map(({ kind, name }) => [kind, name]));
  return (
    <Table
      label={t('deletions')}
      columns={deletionColumns(t, useFormats(), names)}
      rows={deletions}
      keyOf={({ day, kind, days }) => `${day} ${kind} ${days}`}
      words={{ next: t('next'), previous: t('previous'), more: t('more') }}
      empty={t('nothing')}
    />
  );
}
