import { raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import type { AccessFacts, Premise } from '../access.ts';

type Authentication = Use<'authentication'>;

export async function ownName(use: Authentication): Promise<string | null> {
  const [row] = await use.rows(raw(sql<{ name: string | null }>`select kernel.own_work_name() as name`));
  return row?.name ?? null;
}

export async function nameSelf(use: Authentication, name: string): Promise<void> {
  await use.change(raw(sql`select kernel.name_staff(${use.person ?? ''}, ${name})`));
}

export interface Reading {
  readonly topic: string;
  readonly hash: Buffer;
  readonly at: Date;
}

export async function ownTraining(use: Authentication): Promise<Reading[]> {
  return await use.rows(raw(sql<Reading>`select topic, hash, at from kernel.own_training()`));
}

export async function noteTraining(
  use: Authentication,
  { topic, hash, at }: { readonly topic: string; readonly hash: Buffer; readonly at: Date },
): Promise<void> {
  await use.change(raw(sql`select kernel.note_training(${topic}, ${hash}, ${at})`));
}

export interface HeldRow {
  readonly person: string;
  readonly name: string | null;
  readonly role: string;
  readonly granted_at: Date;
  readonly seen_at: Date | null;
  readonly looked_at: Date;
  readonly own: boolean;
  readonly asked_at: Date | null;
  readonly asked_by_me: boolean | null;
}

/** At most 500. */
export async function staffAccess(use: Authentication): Promise<HeldRow[]> {
  return await use.rows(raw(sql<HeldRow>`select * from kernel.staff_access()`));
}

type Verdict = 'kept' | 'asked' | 'taken';

export const isVerdict = (answer: string): answer is Verdict =>
  answer === 'kept' || answer === 'asked' || answer === 'taken';

/** Answers the verdict that was written, else why nothing was changed. */
export async function review(
  use: Authentication,
  said: { readonly person: string; readonly role: string; readonly keep: boolean; readonly at: Date },
): Promise<string> {
  const { person, role, keep, at } = said;
  const [row] = await use.rows(
    raw(sql<{
      verdict: string;
    }>`select kernel.review_access(${use.newId()}, ${person}, ${role}, ${keep}, ${at})
      as verdict`),
  );
  return row?.verdict ?? 'not_allowed';
}

export async function premisesDone(use: Authentication): Promise<ReadonlyMap<string, Date>> {
  const rows = await use.rows(raw(sql<{ item: string; at: Date }>`select item, at from kernel.premises()`));
  return new Map(rows.map(({ item, at }) => [item, at]));
}

/** False: whoever acts may not. */
export async function tick(use: Authentication, item: string, at: Date): Promise<boolean> {
  const [row] = await use.rows(
    raw(sql<{ done: boolean }>`select kernel.tick_premise(${use.newId()}, ${item}, ${at}) as done`),
  );
  return row?.done ?? false;
}

export interface ActRow {
  readonly at: Date;
  readonly act: 'granted' | 'kept' | 'asked' | 'taken' | 'read' | 'ticked';
  readonly what: string;
  readonly who: string | null;
  readonly whom: string | null;
}

/** At most 2,000, the newest first. */
export async function history(use: Authentication): Promise<ActRow[]> {
  return await use.rows(raw(sql<ActRow>`select * from kernel.access_history()`));
}

interface FactsRow {
  readonly roles: readonly (readonly [role: string, looked_at: string])[];
  readonly people: readonly (readonly [
    roles: readonly string[],
    since: string,
    read: readonly (readonly [topic: string, hash: string, at: string])[] | null,
  ])[];
  readonly premises: readonly (readonly [item: Premise, at: string])[];
}

/** For watching: nobody is in it. */
export async function facts(use: Use<'service'>): Promise<AccessFacts> {
  const [row] = await use.rows(raw(sql<{ facts: FactsRow }>`select kernel.access_facts() as facts`));
  const { roles = [], people = [], premises = [] } = row?.facts ?? {};
  return {
    roles: roles.map(([, at]) => new Date(at)),
    people: people.map(([held, since, read]) => ({
      roles: held,
      since: new Date(since),
      read: (read ?? []).map(([topic, hash, at]) => ({ topic, hash, at: new Date(at) })),
    })),
    premises: Object.fromEntries(premises.map(([item, at]) => [item, new Date(at)])),
  };
}
