import { query, raw, requestBox, type Sealed, type Use } from '@axent/kernel';
import { sql } from 'kysely';
import type { Kind } from '../requests.ts';

type Rights = Use<'rights'>;
export type Part = 'asked' | 'extended' | 'answered' | 'refused';

export async function storeEntry(
  use: Rights,
  entry: {
    readonly request: string;
    readonly id: string;
    readonly part: Part;
    readonly at: Date;
    readonly sealed: Sealed<'request'>;
  },
): Promise<void> {
  await use.change(query.insertInto('app.request_entry').values(entry));
}

/** What was said in the request that the operation holds, newest last. */
export async function entriesOf(use: Rights, request: string) {
  const rows = await use.rows(
    query
      .selectFrom('app.request_entry')
      .select(['request', 'id', 'part', 'at', 'sealed'])
      .where('request', '=', request)
      .orderBy('at')
      .orderBy('id')
      .limit(100),
  );
  return rows.map((row) => ({ part: row.part as Part, at: row.at, box: requestBox(row) }));
}

export interface RequestRow {
  readonly id: string;
  readonly kind: Kind;
  readonly received_at: Date;
  readonly due_at: Date;
  readonly extended_at: Date | null;
  readonly taken: boolean;
  readonly closed_at: Date | null;
  readonly outcome: string | null;
  readonly acts: readonly (readonly [act: string, at: string, own: boolean])[];
}

export interface QueueRow extends RequestRow {
  readonly has_account: boolean;
  readonly in_hand: boolean;
}

export async function queueRows(use: Rights): Promise<QueueRow[]> {
  return await use.rows(raw(sql<QueueRow>`select * from kernel.request_queue()`));
}

export async function ownRows(use: Rights, address: Buffer | null): Promise<RequestRow[]> {
  return await use.rows(raw(sql<RequestRow>`select * from kernel.own_requests(${address}::bytea)`));
}

async function refusalOf(use: Rights, asked: ReturnType<typeof sql<{ refusal: string | null }>>) {
  const [row] = await use.rows(raw(asked));
  return row?.refusal ?? null;
}

/** Each answers null when it was done, else why not. */
export const take = (use: Rights, id: string, at: Date) =>
  refusalOf(use, sql`select kernel.take_request(${id}, ${at}) as refusal`);

export const extend = (use: Rights, id: string, due: Date, at: Date) =>
  refusalOf(use, sql`select kernel.extend_request(${id}, ${due}, ${at}) as refusal`);

export const close = (use: Rights, id: string, outcome: string, at: Date) =>
  refusalOf(use, sql`select kernel.close_request(${id}, ${outcome}, ${at}) as refusal`);

/** Names of the third parties that got data of the person. */
export async function sharedWith(use: Rights): Promise<string[]> {
  const rows = await use.rows(raw(sql<{ name: string }>`select distinct name from kernel.own_sharing()`));
  return rows.map(({ name }) => name).sort();
}
