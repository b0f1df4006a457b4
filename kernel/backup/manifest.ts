import type { ListMark } from '../vault/shredlist.ts';

/** What a backup of the database says of itself, first of all. */
export interface Manifest {
  /** ISO 8601: the moment whose state it holds. */
  readonly taken_at: string;
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  /** The policy in force; null: none was. */
  readonly policy: { readonly sequence: number; readonly hash: string } | null;
  /** The head of the ledger, signed; null: it had not begun. */
  readonly ledger: { readonly size: number; readonly root: string; readonly note: string } | null;
  /** How far the shred list reached before this moment. */
  readonly shredded: ListMark;
  readonly tables: readonly TableEntry[];
  /** Tables and columns that are not in it. */
  readonly left_out: readonly string[];
}

export interface TableEntry {
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** ISO dates of its partitions, where it is kept by the day. */
  readonly days: readonly string[];
}

export interface SequenceEntry {
  readonly schema: string;
  readonly name: string;
  /** Decimal; null: never used. */
  readonly last: string | null;
}

/** What it holds, counted; also its last frame. */
export interface Count {
  readonly tables: number;
  readonly rows: number;
}
