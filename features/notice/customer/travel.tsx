import { DataPath, icons, type Stop, useFormats, useText } from '@axent/ui';
import type { Notice, NoticeClause } from './clause.tsx';
import { catalogue } from './text.ts';

type Use = NoticeClause['uses'][number];

/** Chapters that say what is collected, and what is opened. */
const pictured = /^[CF]\./;

const category_signs: Readonly<Record<string, string>> = {
  log: icons.document,
  device: icons.device,
  position: icons.position,
  contact: icons.mail,
  credentials: icons.key,
  scan: icons.scan,
  photo: icons.picture,
  recording: icons.voice,
};

const purpose_signs: Readonly<Record<string, string>> = {
  service: icons.check,
  authentication: icons.key,
  support: icons.speech,
};

const endOf = (days: number | null) =>
  days === 0 ? icons.gone : days === null ? icons.person : icons.calendar;

const distinct = <T,>(values: readonly T[]): readonly T[] => [...new Set(values)];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is offered; where nothing is yet, what would be. That people see it themselves goes without a picture. */
function usesDrawn({ id, uses }: NoticeClause): readonly Use[] {
  if (!pictured.test(id)) return [];
  const others = uses.filter(({ purpose }) => purpose !== 'rights');
  const offered = others.filter((use) => use.offered);
  return offered.length > 0 ? offered : others;
}

interface TravelProps {
  readonly clause: NoticeClause;
  readonly notice: Pick<Notice, 'categories' | 'purposes'>;
}

/** From the phone through its purposes to its end, drawn from the uses that the gate decides by. */
export function Travel({ clause, notice }: TravelProps) {
  const t = useText(catalogue);
  const formats = useFormats();
  const uses = usesDrawn(clause);
  const [first] = uses;
  if (first === undefined) return null;
  const named = (names: Readonly<Record<string, string>>, ids: readonly string[]) =>
    capital(formats.list(distinct(ids).map((id) => names[id] ?? id)));
  const ends = distinct(uses.map(({ words }) => words.kept).filter((kept) => kept !== ''));
  const stops: readonly Stop[] = [
    {
      sign: category_signs[first.category] ?? icons.document,
      label: named(
        notice.categories,
        uses.map(({ category }) => category),
      ),
    },
    {
      sign: purpose_signs[first.purpose] ?? icons.check,
      label: named(
        notice.purposes,
        uses.map(({ purpose }) => purpose),
      ),
    },
    { sign: endOf(first.retention_days), label: capital(formats.list(ends)) },
  ];
  return (
    <DataPath
      stops={stops}
      label={`${clause.title}: ${first.offered ? t('travels') : t('travels_idle')}`}
      tone={first.offered ? 'water' : 'idle'}
    />
  );
}
