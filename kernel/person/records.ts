import { sql } from 'kysely';
import { raw } from '../database/rows.ts';
import type { ReceiptAnswer, UseRecord } from '../ledger/ledger.ts';
import type { Kernel } from '../operation/parts.ts';
import type { Use } from '../operation/use.ts';

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

/** The person's own records and their proofs; only the purpose `rights` has the right to ask for them. */
export interface OwnRecords {
  readonly list: (before: string | null, limit: number) => Promise<readonly OwnRecord[]>;
  readonly receipt: (id: string) => Promise<ReceiptAnswer>;
  /** What others verify the receipts with. */
  readonly vkey: string;
}

export function ownRecords(kernel: Kernel, use: Use<'rights'>): OwnRecords {
  const open = async (row: Row): Promise<OwnRecord> => {
    const owner = use.person ?? '';
    const value = await kernel.vault.open(row.sealed, { owner, table: 'kernel.record', row: row.id });
    const { salt, record } = value as { salt: string; record: UseRecord };
    return { id: row.id, at: row.at, leaf_id: row.leaf_id, salt: Buffer.from(salt, 'base64'), record };
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
      const rows = await use.rows(
        raw(sql<Row>`select id, at, leaf_id, sealed from kernel.own_record(${id}::uuid)`),
      );
      const row = rows[0];
      if (row === undefined) return { state: 'unknown' };
      const { leaf_id, salt, record } = await open(row);
      return await kernel.receipt(leaf_id, salt, record);
    },
    vkey: kernel.vkey,
  };
}
