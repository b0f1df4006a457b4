/** What the register of third parties says of terms, day by day. Pure. */

export type TermsState = 'missing' | 'early' | 'stand' | 'run_out_soon' | 'over';

/** Enough to agree on new terms before the old ones run out. */
const soon_days = 30;
const day_ms = 86_400_000;

/** Days are ISO dates in UTC, both within the terms. */
export function termsState(from: string | null, until: string | null, today: string): TermsState {
  if (from === null || until === null) return 'missing';
  if (today < from) return 'early';
  if (today > until) return 'over';
  return daysUntil(until, today) <= soon_days ? 'run_out_soon' : 'stand';
}

/** How many days are left after today; negative: so many ago. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / day_ms);
}

/** Whether data goes there now, as far as the terms say. */
export function letsDataOut(state: TermsState): boolean {
  return state === 'stand' || state === 'run_out_soon';
}
