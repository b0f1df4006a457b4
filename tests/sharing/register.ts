import { randomUUID } from 'node:crypto';
import type { World } from '../world.ts';

export const day_ms = 86_400_000;

/** ISO date in UTC, so many days from now. */
export function dayFromNow(days: number, now = Date.now()): string {
  return new Date(now + days * day_ms).toISOString().slice(0, 10);
}

/** An ISO date in UTC, or so many days from now. */
export type Day = string | number | null;

export function resolved(day: Day): string | null {
  return typeof day === 'number' ? dayFromNow(day) : day;
}

export interface Entry {
  readonly kind: string;
  readonly carrier: string | null;
  readonly area: string;
  readonly fields: readonly string[];
  /** ISO dates, or days from now: a test may run past midnight. */
  readonly terms_from: Day;
  readonly terms_until: Day;
  readonly ended: boolean;
}

const usual: Entry = {
  kind: 'partner.service',
  carrier: null,
  area: 'eu_ch',
  fields: ['contact.email', 'contact.phone'],
  terms_from: -30,
  terms_until: 30,
  ended: false,
};

/** A third party in the register, behind the console's back: the console has tests of its own. */
export async function registered(world: World, entry: Partial<Entry> = {}): Promise<string> {
  const id = randomUUID();
  const { kind, carrier, area, fields, terms_from, terms_until, ended } = { ...usual, ...entry };
  await world.kernel.pools.owner.query(
    `insert into kernel.recipient (id, kind, carrier, name, work, area, contact, fields, terms_from, terms_until, ended_at,
       change)
     values ($1, $2, $3, $4, 'Puts shower toilets in', $5, 'privacy@fitters.example', $6, $7, $8,
       case when $9 then now() end, gen_random_uuid())`,
    [
      id,
      kind,
      carrier,
      `Fitters ${id.slice(0, 4)}`,
      area,
      fields,
      resolved(terms_from),
      resolved(terms_until),
      ended,
    ],
  );
  return id;
}
