import { raw, type Use } from '@axent/kernel';
import type { LegalArea } from '@axent/policy/shape';
import { sql } from 'kysely';

type Archive = Use<'archive'>;

/** An entry of the register as the database keeps it; days are ISO dates. */
export interface Entry {
  readonly kind: string;
  readonly carrier: string | null;
  readonly name: string;
  readonly work: string;
  readonly area: LegalArea;
  readonly contact: string;
  readonly fields: readonly string[];
  readonly terms_from: string | null;
  readonly terms_until: string | null;
  readonly terms_hash: string | null;
  readonly ended_at: string | null;
}

export interface Row {
  readonly id: string;
  readonly change: string;
  readonly entry: Entry;
  readonly people: string;
}

/** At most 500. */
export async function register(use: Archive): Promise<Row[]> {
  return await use.rows(raw(sql<Row>`select id, change, entry, people from kernel.recipients()`));
}

export interface ChangeRow {
  readonly id: string;
  readonly act: 'registered' | 'changed' | 'terms' | 'ended';
  readonly entry: Entry;
  readonly at: Date;
  readonly by_settings: boolean;
}

export async function changesOf(use: Archive, id: string): Promise<ChangeRow[]> {
  return await use.rows(raw(sql<ChangeRow>`select * from kernel.recipient_changes(${id})`));
}

/** Answers null when it was written, else why not. */
export async function write(
  use: Archive,
  change: {
    readonly id: string;
    readonly base: string | null;
    readonly change: string;
    readonly act: ChangeRow['act'];
    readonly entry: Entry;
    readonly at: Date;
  },
): Promise<string | null> {
  const { id, base, change: made, act, entry, at } = change;
  const [row] = await use.rows(
    raw(sql<{ refusal: string | null }>`select kernel.put_recipient(${id}, ${base}, ${made}, ${act},
      ${JSON.stringify(entry)}::jsonb, ${at}) as refusal`),
  );
  return row?.refusal ?? null;
}

export async function messagesHeld(use: Archive): Promise<number> {
  const [row] = await use.rows(raw(sql<{ held: number }>`select kernel.messages_held() as held`));
  return row?.held ?? 0;
}

export interface OwnRow {
  readonly recipient: string;
  readonly kind: string;
  readonly name: string;
  readonly work: string;
  readonly contact: string;
  readonly fields: string[];
  readonly first_at: Date;
  readonly last_at: Date;
}

export async function ownSharing(use: Use<'rights'>): Promise<OwnRow[]> {
  return await use.rows(raw(sql<OwnRow>`select * from kernel.own_sharing()`));
}
