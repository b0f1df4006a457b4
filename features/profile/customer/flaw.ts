import { useText } from '@axent/ui';
import { countries, type Flaw } from '../contract.ts';
import { catalogue } from './text.ts';

/** What is wrong with a field and what to do, for beside it. */
export function useFlawWords(): (flaw: Flaw['flaw'], country?: string) => string {
  const t = useText(catalogue);
  return (flaw, country = '') =>
    flaw === 'postcode'
      ? t('flaw_postcode', { example: countries[country]?.example ?? '' })
      : t(`flaw_${flaw}`);
}

/** The field that a refusal of the server is about; null: it is about none. */
export function fieldOf(error: unknown): string | null {
  const extra = typeof error === 'object' && error !== null && 'extra' in error ? error.extra : null;
  const field = typeof extra === 'object' && extra !== null && 'field' in extra ? extra.field : null;
  return typeof field === 'string' ? field : null;
}
