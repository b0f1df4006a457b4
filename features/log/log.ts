import { retentionOf } from '@axent/policy/compile';
import type { LegalArea, PolicyShape } from '@axent/policy/shape';

/** The rules of the operation log. Pure. */

const day_ms = 86_400_000;

/** Days after which the log goes: see `retentionOf`. */
export function retentionDays(policy: PolicyShape, area: LegalArea): number {
  return retentionOf(policy, 'log', area).days ?? 0;
}

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** A day (ISO date) and those after it. */
export function daysFrom(day: string, count: number): string[] {
  return Array.from({ length: count }, (_, ahead) => dayOf(new Date(Date.parse(day) + ahead * day_ms)));
}

/** Days before this one have run out. */
export function firstKept(now: Date, retention_days: number): string {
  return dayOf(new Date(now.getTime() - retention_days * day_ms));
}

/** Where a request came from, as coarse as the log keeps it. */
export interface Region {
  /** ISO 3166-1 alpha-2; null: not known. */
  readonly country: string | null;
  /** ISO 3166-2 without the country, for example `ZH`; null: not known. */
  readonly subdivision: string | null;
}

/** `CH-ZH`, `CH` or `unknown`; for a known person the country only. */
export function regionText({ country, subdivision }: Region, known: boolean): string {
  if (country === null) return 'unknown';
  return known || subdivision === null ? country : `${country}-${subdivision}`;
}
