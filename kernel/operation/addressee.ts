import type { Language } from '@axent/policy/shape';
import { type Connection, statement } from '../database/rows.ts';
import type { QuietHours } from '../message/quiet.ts';
import type { PersonId } from '../vault/identifier.ts';

/** What decides a message to a person: their acceptance and openings, their hours, and how much they got today. */
export interface Addressee {
  readonly person: PersonId;
  /** Version accepted last; null: none. */
  readonly accepted: number | null;
  /** Switch → version opened; -1 closed. */
  readonly openings: Readonly<Record<string, number>>;
  readonly language: Language;
  readonly quiet: QuietHours;
  /** Kind of message → how many today. */
  readonly sent: Readonly<Record<string, number>>;
}

interface Row {
  readonly person_id: string;
  readonly accepted: number | null;
  readonly openings: Readonly<Record<string, number>> | null;
  readonly language: string | null;
  readonly time_zone: string | null;
  readonly from_minute: number;
  readonly to_minute: number;
  readonly sent: Readonly<Record<string, number>> | null;
}

/** @param day ISO date in UTC. Persons who are erased are left out. */
export async function addresseesOf(
  client: Connection,
  people: readonly PersonId[],
  day: string,
): Promise<Addressee[]> {
  const { rows } = await client.query<Row>(
    statement('select * from kernel.standings($1::uuid[], $2::date)', [people, day]),
  );
  return rows.map((row) => ({
    person: row.person_id as PersonId,
    accepted: row.accepted,
    openings: row.openings ?? {},
    language: (row.language ?? 'en') as Language,
    quiet: { time_zone: row.time_zone, from_minute: row.from_minute, to_minute: row.to_minute },
    sent: row.sent ?? {},
  }));
}
