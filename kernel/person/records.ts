import { sql } from 'kysely';
import { raw } from '../database/rows.ts';
import { type Replayed, replay } from '../gate/replay.ts';
import { type ReceiptAnswer, type UseRecord, verifyReceipt } from '../ledger/ledger.ts';
import type { Kernel } from '../operation/parts.ts';
import type { Use } from '../operation/use.ts';
import { Shredded } from '../vault/vault.ts';
import { ticketHash } from './closing.ts';

/** One record of a use of the person's data, opened for the person themself. */
interface OwnRecord {
  readonly id: string;
  readonly at: Date;
  readonly leaf_id: string;
  readonly salt: Buffer;
  readonly record: UseRecord;
}

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly leaf_id: string;
  readonly sealed: Buffer;
}

/** `erased`: the record's key is shredded, and nothing can be said of it any more. */
interface ReplayAnswer {
  readonly decision: Replayed | 'erased';
  /** `pending`: the leaf joins the tree within seconds. Null: there is no record left to compare. */
  readonly leaf: 'matches' | 'differs' | 'pending' | null;
}

/** `waits`: the days to take it back are not over. `pending`: it is erased, and joins the tree within seconds. */
interface ErasedAnswer {
  readonly state: 'waits' | 'pending' | 'ready';
  readonly erased_at: Date | null;
  readonly text: string | null;
}

interface Erased {
  readonly erased_at: Date | null;
  readonly leaf_id: string | null;
  readonly salt: Buffer | null;
  readonly record: string | null;
}

/** The person's own records and their proofs; `current` is the number of the version in force; only the purpose `rights` has the right to ask for them. */
export interface OwnRecords {
  readonly list: (before: string | null, limit: number) => Promise<readonly OwnRecord[]>;
  readonly receipt: (id: string) => Promise<ReceiptAnswer>;
  /** Decides a use again from its record and looks whether the record is the one of its leaf. Null: no such record. */
  readonly replay: (id: string) => Promise<ReplayAnswer | null>;
  /** The proof that an account was erased, for whoever holds its ticket. Null: there is no such ticket. */
  readonly erased: (ticket: string) => Promise<ErasedAnswer | null>;
  /** What others verify the receipts with. */
  readonly vkey: string;
}

export function ownRecords(kernel: Kernel, use: Use<'rights'>, current: number): OwnRecords {
  const open = async (row: Row): Promise<OwnRecord> => {
    const owner = use.person ?? '';
    const value = await kernel.vault.open(row.sealed, { owner, table: 'kernel.record', row: row.id });
    const { salt, record } = value as { salt: string; record: UseRecord };
    return { id: row.id, at: row.at, leaf_id: row.leaf_id, salt: Buffer.from(salt, 'base64'), record };
  };
  const find = async (id: string): Promise<Row | undefined> => {
    const rows = await use.rows(
      raw(sql<Row>`select id, at, leaf_id, sealed from kernel.own_record(${id}::uuid)`),
    );
    return rows[0];
  };
  const leafOf = async ({ leaf_id, salt, record }: OwnRecord): Promise<ReplayAnswer['leaf']> => {
    const answer = await kernel.receipt(leaf_id, salt, record);
    if (answer.state === 'pending') return 'pending';
    if (answer.state === 'unknown') return 'differs';
    return (await verifyReceipt(answer.text, kernel.vkey)).ok ? 'matches' : 'differs';
  };
  return {
    list: async (before, limit) => {
      const rows = await use.rows(
        raw(
          sql<Row>`select id, at, leaf_id, sealed from kernel.own_records(${before}::uuid, ${limit}::integer)`,
        ),
      );
      return await Promise.all(rows.map(open));
    },
    receipt: async (id) => {
      const row = await find(id);
      if (row === undefined) return { state: 'unknown' };
      const { leaf_id, salt, record } = await open(row);
      return await kernel.receipt(leaf_id, salt, record);
    },
    replay: async (id) => {
      const row = await find(id);
      if (row === undefined) return null;
      try {
        const own = await open(row);
        const { gate } = await kernel.policies.at(own.record.version ?? current, '');
        return { decision: replay(own.record, gate), leaf: await leafOf(own) };
      } catch (error) {
        if (error instanceof Shredded) return { decision: 'erased', leaf: null };
        throw error;
      }
    },
    erased: async (ticket) => {
      const [row] = await use.rows(raw(sql<Erased>`select * from kernel.erasure_of(${ticketHash(ticket)})`));
      if (row === undefined) return null;
      const { erased_at, leaf_id, salt, record } = row;
      if (leaf_id === null || salt === null || record === null)
        return { state: 'waits', erased_at: null, text: null };
      const answer = await kernel.receipt(leaf_id, salt, JSON.parse(record) as UseRecord);
      if (answer.state !== 'ready') return { state: 'pending', erased_at, text: null };
      return { state: 'ready', erased_at, text: answer.text };
    },
    vkey: kernel.vkey,
  };
}
