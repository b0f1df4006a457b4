import { formatDisclosure, type UseRecord } from './commitment.ts';
import type { FormerLog } from './former.ts';
import { id_bytes, uuidBytes } from './leaf.ts';
import { formatProof } from './proof.ts';
import { parseBundle, tile_width, tileWidth } from './tile.ts';
import { inclusionPath, type TileSource } from './tree.ts';

/** Runs one statement and answers its rows; a `pg` pool bound to its `query`, for example. */
export type RunQuery = (text: string, values: unknown[]) => Promise<{ readonly rows: readonly unknown[] }>;

export interface Head {
  readonly size: number;
  readonly root: Buffer;
  /** The signed note, as it is served. */
  readonly note: string;
  readonly at: Date;
}

/** `pending`: durable, in the tree within seconds. `unknown`: this log never had the leaf. */
export type ReceiptAnswer =
  | { readonly state: 'ready'; readonly text: string }
  | { readonly state: 'pending' }
  | { readonly state: 'unknown' };

/** Reads the log, from any process, without a lock. */
export class LedgerReader {
  readonly #query: RunQuery;

  constructor(query: RunQuery) {
    this.#query = query;
  }

  async #one<R>(text: string, values: unknown[]): Promise<R | undefined> {
    const answer = await this.#query(text, values);
    return answer.rows[0] as R | undefined;
  }

  /** Null before the sequencer has begun the log. */
  async checkpoint(): Promise<Head | null> {
    const head = await this.#one<{ size: string; root: Buffer; note: string; at: Date }>(
      'select size, root, note, at from kernel.checkpoint',
      [],
    );
    return head === undefined ? null : { ...head, size: Number(head.size) };
  }

  /** Logs that ended at a restore, the oldest first. */
  async former(): Promise<readonly FormerLog[]> {
    const { rows } = await this.#query(
      `select origin, vkey, size::float8 as size, note, kept::float8 as kept, ended_at from kernel.former_log
       order by ended_at, origin`,
      [],
    );
    return rows as readonly FormerLog[];
  }

  /** The first `width` hashes of a tile, or null when the log has not so many there yet. */
  async tile(level: number, index: number, width = tile_width): Promise<Buffer | null> {
    const tile = await this.#one<{ hashes: Buffer }>(
      'select substr(hashes, 1, $3::int * 32) as hashes from kernel.tile where level = $1 and index = $2 and width >= $3',
      [level, index, width],
    );
    return tile?.hashes ?? null;
  }

  /** The first `width` entries of a bundle with their lengths, or null when there are not so many yet. */
  async entries(index: number, width = tile_width): Promise<Buffer | null> {
    const bundle = await this.#one<{ width: number; entries: Buffer }>(
      'select width, entries from kernel.entry_bundle where index = $1 and width >= $2',
      [index, width],
    );
    if (bundle === undefined || bundle.width === width) return bundle?.entries ?? null;
    const kept = parseBundle(bundle.entries).slice(0, width);
    return bundle.entries.subarray(
      0,
      kept.reduce((sum, entry) => sum + 2 + entry.length, 0),
    );
  }

  /** Place of a leaf in the log; null while it is not in the tree. */
  async indexOf(leaf_id: string): Promise<number | null> {
    const answer = await this.#query(
      'select index, ids from kernel.entry_bundle where id_span @> $1::uuid order by index',
      [leaf_id],
    );
    const id = uuidBytes(leaf_id);
    for (const row of answer.rows as readonly { index: string; ids: Buffer }[]) {
      for (let at = 0; at < row.ids.length; at += id_bytes) {
        if (row.ids.compare(id, 0, id_bytes, at, at + id_bytes) === 0) {
          return Number(row.index) * tile_width + at / id_bytes;
        }
      }
    }
    return null;
  }

  async #isPending(leaf_id: string): Promise<boolean> {
    const waiting = await this.#one(
      `select 1 from kernel.leaf_pending where id = $1::uuid
       union all select 1 from kernel.leaf_group where position(uuid_send($1::uuid) in ids) > 0`,
      [leaf_id],
    );
    return waiting !== undefined;
  }

  /** A `.tlog-proof` file for one person's part of a leaf, against the head of this moment. */
  async receipt(leaf_id: string, salt: Uint8Array, record: UseRecord): Promise<ReceiptAnswer> {
    const index = await this.indexOf(leaf_id);
    if (index === null) {
      // It may have gone into the tree between the two looks.
      const known = (await this.#isPending(leaf_id)) || (await this.indexOf(leaf_id)) !== null;
      return { state: known ? 'pending' : 'unknown' };
    }
    const head = await this.checkpoint();
    if (head === null) throw new Error('the ledger has leaves but no head');
    const bundle_index = Math.floor(index / tile_width);
    const bundle = await this.entries(bundle_index, tileWidth(0, bundle_index, head.size));
    const entry = bundle === null ? undefined : parseBundle(bundle)[index % tile_width];
    if (entry === undefined) throw new Error(`entry ${index} is missing in the ledger`);
    const path = await inclusionPath(index, head.size, this.#tiles());
    const text = formatProof({
      extra: formatDisclosure({ entry: new Uint8Array(entry), salt: new Uint8Array(salt), record }),
      index,
      path: path.map((hash) => new Uint8Array(hash)),
      checkpoint: head.note,
    });
    return { state: 'ready', text };
  }

  /** Tiles for one proof, each read once. */
  #tiles(): TileSource {
    const read = new Map<string, Promise<Buffer | null>>();
    return async (level, index, width) => {
      const name = `${level} ${index} ${width}`;
      const tile = read.get(name) ?? this.tile(level, index, width);
      read.set(name, tile);
      const hashes = await tile;
      if (hashes === null) throw new Error(`tile ${index} of level ${level} is missing in the ledger`);
      return hashes;
    };
  }
}
