import { query, raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import type { Mailing } from './storage.ts';
import type { Telling } from './words.incident.ts';

type Rights = Use<'rights'>;

export interface IncidentMailing {
  readonly incident: string;
  readonly words: Readonly<Record<'en' | 'zh-CN' | 'de', Telling>>;
  readonly after: string;
}

/** An incident of which people are still being told, locked until the operation ends; null: of none. */
export async function lockIncidentMailing(use: Rights): Promise<IncidentMailing | null> {
  const open = await use.rows(
    raw(sql<{ id: string; words: IncidentMailing['words'] }>`
      select i.id, i.words from kernel.incidents_to_tell() i
      where not exists (select 1 from app.incident_mailing m where m.incident = i.id and m.done)`),
  );
  const [next] = open;
  if (next === undefined) return null;
  await use.change(
    query
      .insertInto('app.incident_mailing')
      .values({ incident: next.id })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const [row] = await use.rows(
    query
      .selectFrom('app.incident_mailing')
      .select(['after', 'done'])
      .where('incident', '=', next.id)
      .forUpdate(),
  );
  return row === undefined || row.done ? null : { incident: next.id, words: next.words, after: row.after };
}

export async function moveIncidentMailing(use: Rights, incident: string, mailing: Mailing): Promise<void> {
  await use.change(query.updateTable('app.incident_mailing').set(mailing).where('incident', '=', incident));
}

/** Persons after this one, in the order of their ids. */
export async function peopleAfter(use: Rights, after: string, limit: number): Promise<string[]> {
  const rows = await use.rows(
    raw(sql<{ id: string }>`select id from kernel.people_after(${after}, ${limit}) as id`),
  );
  return rows.map(({ id }) => id);
}
