export interface NewKey {
  readonly owner: string;
  readonly category: string;
  readonly wrapped: Buffer;
}

/**
 * Where wrapped data keys live: apart from the data, so that a backup of one never holds the other.
 * A key belongs to an owner (a person's id, or `day:2026-11-23` for data without a person) and a category.
 */
export interface KeyStore {
  /** Stores many durably in one write, and answers how many are new; earlier ones win. */
  readonly createMany: (keys: readonly NewKey[]) => Promise<number> | number;
  /** By owner: the wrapped keys of a category that there are. */
  readonly findMany: (
    category: string,
    owners: readonly string[],
  ) => Promise<ReadonlyMap<string, Buffer>> | ReadonlyMap<string, Buffer>;
  /** The wrapped key, or null when it was never made or is shredded. */
  readonly find: (owner: string, category: string) => Promise<Buffer | null> | Buffer | null;
  /** Stores durably and answers with the stored one; an earlier one wins. */
  readonly create: (owner: string, category: string, wrapped: Buffer) => Promise<Buffer> | Buffer;
  /** Deletes all keys of an owner durably, leaving no bytes behind, and lists the owner as shredded. */
  readonly shred: (owner: string) => Promise<void> | void;
  /**
   * Tells of each owner that another server shreds; of null when one may have gone unheard, so that nothing that was
   * read of the store before still counts.
   */
  readonly onShredded: (told: (owner: string | null) => void) => void;
  /** False while a shredding elsewhere would go unheard: no key is kept in memory then. */
  readonly hears: () => boolean;
  readonly close: () => Promise<void> | void;
}

export interface KeyRow {
  readonly owner: string;
  readonly category: string;
  readonly wrapped: Buffer;
}

/** What keeping the keys themselves needs besides: backing them up, and wrapping them anew. */
export interface KeyKeeping extends KeyStore {
  /** Keys in the order of owner and category, after the given one. */
  readonly page: (after: KeyRow | null, limit: number) => Promise<readonly KeyRow[]> | readonly KeyRow[];
  /** Replaces wrapped keys that are still as they were, durably; answers how many. */
  readonly replace: (
    changes: readonly { readonly from: KeyRow; readonly wrapped: Buffer }[],
  ) => Promise<number> | number;
  /** Puts keys into an empty store, durably. */
  readonly load: (rows: readonly KeyRow[]) => Promise<void> | void;
  /** Removes one key, durably. */
  readonly remove: (owner: string, category: string) => Promise<void> | void;
}
