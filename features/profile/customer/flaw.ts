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
