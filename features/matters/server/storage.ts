import { raw, type Use } from '@axent/kernel';
import { sql } from 'kysely';

type Archive = Use<'archive'>;

interface ActRow {
  readonly act: 'proposed' | 'approved' | 'ended' | 'telling';
  readonly at: string;
  readonly day: string | null;
  readonly own: boolean;
}

/** Days are ISO dates. */
export interface MatterRow {
  readonly id: string;
  readonly ground: string;
  readonly name: string;
  readonly basis: string;
  readonly provision: string;
  readonly purpose: string;
  readonly roles: string[];
  readonly categories: string[];
  readonly evidence: Buffer;
  readonly approved_at: Date | null;
  readonly ends_on: string;
  readonly ended_at: Date | null;
  readonly tell_from: string | null;
  readonly keeps_withheld: boolean;
  readonly people: number;
  readonly own: boolean;
  readonly acts: readonly ActRow[];
}

/** Newest first, 200 at most. */
export async function matters(use: Archive): Promise<MatterRow[]> {
  return await use.rows(raw(sql<MatterRow>`select * from kernel.matters()`));
}

export interface DocumentRow {
  readonly matter: string;
  readonly type: 'application/pdf' | 'image/png' | 'image/jpeg';
  readonly bytes: number;
  readonly seen: boolean;
}

/** The documents that are attached, by matter. */
export async function documents(use: Archive): Promise<ReadonlyMap<string, DocumentRow>> {
  const rows = await use.rows(raw(sql<DocumentRow>`select * from kernel.evidence_list()`));
  return new Map(rows.map((row) => [row.matter, row]));
}

export async function officers(use: Archive): Promise<number> {
  const rows = await use.rows(raw(sql`select id from kernel.staff_with('privacy_officer') as id`));
  return rows.length;
}

export interface Proposal {
  readonly ground: string;
  readonly name: string;
  readonly basis: string;
  readonly provision: string;
  readonly purpose: string;
  readonly roles: readonly string[];
  readonly categories: readonly string[];
  readonly evidence: string;
  readonly ends_on: string;
  readonly tell_from: string | null;
  readonly keeps_withheld: boolean;
}

type Refusal = { readonly refusal: string | null };

/** Each answers null when it was done, else why not. */
export async function propose(
  use: Archive,
  id: string,
  proposal: Proposal,
  people: readonly Buffer[],
  at: Date,
): Promise<string | null> {
  const [row] = await use.rows(
    raw(sql<Refusal>`select kernel.propose_matter(${id}, ${use.newId()}, ${JSON.stringify(proposal)}::jsonb,
      ${people}::bytea[], ${at}) as refusal`),
  );
  return row?.refusal ?? null;
}

export async function approve(use: Archive, id: string, at: Date): Promise<string | null> {
  const [row] = await use.rows(
    raw(sql<Refusal>`select kernel.approve_matter(${id}, ${use.newId()}, ${at}) as refusal`),
  );
  return row?.refusal ?? null;
}

export async function end(use: Archive, id: string, at: Date): Promise<string | null> {
  const [row] = await use.rows(
    raw(sql<Refusal>`select kernel.end_matter(${id}, ${use.newId()}, ${at}) as refusal`),
  );
  return row?.refusal ?? null;
}

export async function tell(use: Archive, id: string, day: string | null, at: Date): Promise<string | null> {
  const [row] = await use.rows(
    raw(sql<Refusal>`select kernel.tell_matter(${id}, ${use.newId()}, ${day}::date, ${at}) as refusal`),
  );
  return row?.refusal ?? null;
}

export interface StandingRow {
  readonly id: string;
  readonly ground: string;
  readonly name: string;
  readonly roles: string[];
  readonly categories: string[];
  readonly ends_on: string;
  readonly people: number;
}

export async function standing(use: Use<'security'>, at: Date): Promise<StandingRow[]> {
  return await use.rows(raw(sql<StandingRow>`select * from kernel.standing_matters(${at})`));
}

export interface CountRow {
  readonly ground: string;
  readonly year: number;
  readonly matters: number;
}

export async function counts(use: Use<'service'>): Promise<CountRow[]> {
  return await use.rows(raw(sql<CountRow>`select * from kernel.matter_counts()`));
}

export interface OwnRow {
  readonly id: string;
  readonly ground: string;
  readonly name: string;
  readonly basis: string;
  readonly provision: string;
  readonly purpose: string;
  readonly categories: string[];
  readonly evidence: Buffer;
  readonly approved_at: Date;
  readonly ends_on: string;
  readonly ended_at: Date | null;
}

export async function ownMatters(use: Use<'rights'>): Promise<OwnRow[]> {
  return await use.rows(raw(sql<OwnRow>`select * from kernel.own_matters()`));
}
