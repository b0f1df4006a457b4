import type pg from 'pg';
import { formatCheckpoint } from './checkpoint.ts';
import { Edge, partialTiles, type Tile } from './edge.ts';
import { LedgerFailure } from './failure.ts';
import type { LogKey } from './key.ts';
import { byteaArray, uuidBytesArray } from './leaf.ts';
import { parseBundle, tile_width } from './tile.ts';

/** What one integration added. */
export interface Integrated {
  /** Leaves in the log now. */
  readonly size: number;
  readonly count: number;
  /** The 16-byte ids of the leaves one after the other, in the order of the log. */
  readonly ids: Buffer;
}

const take = `
with taken as (
  delete from kernel.leaf_pending
  where ctid = any (array(select ctid from kernel.leaf_pending limit $1))
  returning id, entry
)
select count(*)::int as count,
  coalesce(string_agg(uuid_send(id), ''::bytea), '') as ids,
  coalesce(string_agg(substring(int4send(octet_length(entry)) from 3) || entry, ''::bytea), '') as entries
from taken`;

const store = `
with leaf as (
  insert into kernel.leaf (id, index)
  select id, $2::bigint + place - 1 from unnest($1::uuid[]) with ordinality as new (id, place)
  -- A leaf that came twice is in the log twice; its first place counts, and the log goes on.
  on conflict (id) do nothing
), tile as (
  insert into kernel.tile (level, index, width, hashes)
  select level, index, width, hashes
  from unnest($3::smallint[], $4::bigint[], $5::smallint[], $6::bytea[]) as new (level, index, width, hashes)
  on conflict (level, index) do update set width = excluded.width, hashes = excluded.hashes
), bundle as (
  insert into kernel.entry_bundle (index, width, entries)
  select index, width, entries
  from unnest($7::bigint[], $8::smallint[], $9::bytea[]) as new (index, width, entries)
  on conflict (index) do update set width = excluded.width, entries = excluded.entries
)
update kernel.checkpoint set size = $10::bigint, root = $11, note = $12, at = now() where size = $2::bigint`;

/** The log's end, held by the one session that may append to it. */
export class LogEnd {
  readonly #client: pg.Client;
  readonly #key: LogKey;
  readonly #edge: Edge;
  /** The entry bundle that is still growing, with its lengths. */
  #bundle: Buffer;

  private constructor(client: pg.Client, key: LogKey, edge: Edge, bundle: Buffer) {
    this.#client = client;
    this.#key = key;
    this.#edge = edge;
    this.#bundle = bundle;
  }

  /**
   * Reads where the log ends, or begins it. Throws a LedgerFailure `corrupt` when the stored tiles do not lead to
   * the stored head, or that head was not signed by this key: signing on would fork the log.
   */
  static async load(client: pg.Client, key: LogKey): Promise<LogEnd> {
    const empty = new Edge(0, []).root();
    await client.query(
      `insert into kernel.checkpoint (size, root, note, at) values (0, $1, $2, now()) on conflict do nothing`,
      [empty, key.sign(formatCheckpoint(key.origin, 0, empty))],
    );
    const head = await client.query<{ size: string; note: string }>(
      'select size, note from kernel.checkpoint',
    );
    const size = Number(head.rows[0]?.size);
    const partial = partialTiles(size);
    const tiles = await client.query<Omit<Tile, 'index'> & { index: string }>(
      `select level, t.index, width, hashes from kernel.tile t
       join unnest($1::smallint[], $2::bigint[]) as wanted (level, index) using (level, index)`,
      [partial.map(({ level }) => level), partial.map(({ index }) => index)],
    );
    const bundles = await client.query<{ entries: Buffer }>(
      'select entries from kernel.entry_bundle where index = $1',
      [Math.floor(size / tile_width)],
    );
    const bundle = bundles.rows[0]?.entries ?? Buffer.alloc(0);
    const edge = loadEdge(
      size,
      tiles.rows.map((tile) => ({ ...tile, index: Number(tile.index) })),
    );
    // Ed25519 is deterministic: the same key over the same text gives the same note.
    if (head.rows[0]?.note !== key.sign(formatCheckpoint(key.origin, size, edge.root()))) {
      throw new LedgerFailure(
        'corrupt',
        'The signed head of the ledger fits neither its tiles nor this key and name. ' +
          'Put back the data folder that belongs to this database, ledger.key above all.',
      );
    }
    if (parseBundle(bundle).length !== size % tile_width) {
      throw new LedgerFailure('corrupt', 'The last entries of the ledger do not fit its size.');
    }
    return new LogEnd(client, key, edge, bundle);
  }

  get size(): number {
    return this.#edge.size;
  }

  /**
   * Takes up to `limit` pending leaves into the log, in one transaction with the tiles and the signed head. After
   * an error this object no longer knows where the log ends: load it anew.
   */
  async integrate(limit: number): Promise<Integrated> {
    const client = this.#client;
    await client.query('begin');
    const taken = await client.query<{ count: number; ids: Buffer; entries: Buffer }>({
      name: 'ledger_take',
      text: take,
      values: [limit],
    });
    const { count, ids, entries } = taken.rows[0] ?? {
      count: 0,
      ids: Buffer.alloc(0),
      entries: Buffer.alloc(0),
    };
    if (count === 0) {
      await client.query('rollback');
      return { size: this.#edge.size, count, ids };
    }
    const before = this.#edge.size;
    const bundles = this.#append(entries);
    const tiles = this.#edge.takeChanged();
    const size = this.#edge.size;
    const root = this.#edge.root();
    const stored = await client.query({
      name: 'ledger_store',
      text: store,
      values: [
        uuidBytesArray(ids),
        before,
        tiles.map(({ level }) => level),
        tiles.map(({ index }) => index),
        tiles.map(({ width }) => width),
        byteaArray(tiles.map(({ hashes }) => hashes)),
        bundles.map(({ index }) => index),
        bundles.map(({ width }) => width),
        byteaArray(bundles.map((bundle) => bundle.entries)),
        size,
        root,
        this.#key.sign(formatCheckpoint(this.#key.origin, size, root)),
      ],
    });
    if (stored.rowCount !== 1 || size !== before + count) {
      throw new LedgerFailure(
        'corrupt',
        'Somebody else appended to the ledger: its head is not where it was.',
      );
    }
    await client.query('commit');
    return { size, count, ids };
  }

  /** Hashes the entries into the tree and answers the bundles that they changed. */
  #append(entries: Buffer): { index: number; width: number; entries: Buffer }[] {
    const bundles: { index: number; width: number; entries: Buffer }[] = [];
    let from = 0;
    let at = 0;
    const cut = (end: number, size: number): void => {
      const index = Math.floor((size - 1) / tile_width);
      const whole = Buffer.concat([this.#bundle, entries.subarray(from, end)]);
      bundles.push({ index, width: size - index * tile_width, entries: whole });
      this.#bundle = size % tile_width === 0 ? Buffer.alloc(0) : whole;
      from = end;
    };
    while (at < entries.length) {
      const end = at + 2 + entries.readUInt16BE(at);
      this.#edge.append(entries, at + 2, end);
      at = end;
      if (this.#edge.size % tile_width === 0 || at === entries.length) cut(at, this.#edge.size);
    }
    return bundles;
  }
}

function loadEdge(size: number, tiles: readonly Tile[]): Edge {
  try {
    return new Edge(size, tiles);
  } catch (cause) {
    throw new LedgerFailure('corrupt', 'Tiles of the ledger are missing or cut short.', { cause });
  }
}
