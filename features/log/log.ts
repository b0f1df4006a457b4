import type { PolicyShape } from '@axent/policy/shape';

/** The rules of the operation log. Pure. */

export type Area = 'eu_ch' | 'cn';

const day_ms = 86_400_000;

/**
 * Days after which the log goes: the policy's own, or longer where a standing rule for this area alone says so and its
 * clause is offered. What the policy only announces keeps nothing.
 */
export function retentionDays(policy: PolicyShape, area: Area): number {
  const own = policy.collect.service?.log?.retention_days ?? 0;
  const duties = Object.values(policy.exceptions)
    .filter(({ clause }) => policy.clauses[clause]?.built !== 'not')
    .flatMap(({ standing }) => standing)
    .filter((rule) => rule.area === area && rule.categories.includes('log'))
    .map((rule) => rule.retention_days ?? 0);
  return Math.max(own, ...duties);
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
