import type { Output } from '@axent/kernel/operation';
import { type Translate, useFormats, useText } from '@axent/ui';
import type { record } from '../contract.ts';
import { catalogue } from './text.ts';

export type Shown = Output<typeof record>;
export type Activity = Shown['activities'][number];
export type Data = Activity['data'][number];

type Texts = typeof import('./text/en.ts').default;

/** The words of a key that is put together; what has none keeps its own id. */
function known(t: Translate<Texts>, key: string, id: string): string {
  const words = (t as (key: keyof Texts) => string)(key as keyof Texts);
  return words === key ? id : words;
}

/** Every value of the record in words, for the page and the file alike. */
export function useRecordWords() {
  const t = useText(catalogue);
  const formats = useFormats();
  return {
    concerned: ({ concerned }: Activity) => formats.list(concerned.map((one) => t(`concerned_${one}`))),
    recipients: ({ recipients }: Activity, onlyOffered: boolean) => {
      const named = recipients
        .filter((one) => one.offered || !onlyOffered)
        .map(({ id }) => known(t, `recipient_${id.replaceAll('.', '_')}`, id));
      return named.length === 0 ? t('given_to_nobody') : formats.list(named);
    },
    roles: ({ roles }: Activity) =>
      roles.length === 0
        ? t('read_by_nobody')
        : formats.list(roles.map((role) => known(t, `role_${role}`, role))),
    assessments: ({ assessments }: Activity) =>
      assessments.length === 0
        ? t('assessment_none')
        : formats.list(assessments.map((one) => t(`assessment_${one}`))),
    verbs: ({ verbs }: Data) => formats.list(verbs.map((verb) => t(`verb_${verb}`))),
    kept: ({ retention_days: days }: Data) =>
      days === null ? t('kept_account') : days === 0 ? t('kept_never') : formats.days(days),
    sensitive: ({ sensitive }: Data) =>
      sensitive.length === 0 ? '' : t('sensitive', { laws: sensitive.join(', ').toUpperCase() }),
    version: ({ version }: Shown) =>
      t('as_of_version', {
        sequence: version.sequence,
        revision: version.revision,
        date: formats.date(version.published_at),
      }),
  };
}
