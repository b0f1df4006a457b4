import type pg from 'pg';
import { type Bundle, GrowingBundle } from './bundle.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { Edge, partialTiles, type Tile } from './edge.ts';
import { LedgerFailure } from './failure.ts';
import type { LogKey } from './key.ts';
import { byteaArray, id_bytes } from './leaf.ts';
import { parseBundle, tile_width } from './tile.ts';

/** What one integration added. */
export interface Integrated {
  /** Leaves in the log now. */
  readonly size: number;
  readonly count: number;
  /** The 16-byte ids of the leaves one after the other, in the order of the log. */
  readonly ids: Buffer;
}

/** Each row of kernel.leaf_group holds up to a whole flush of leaves. */
const leaves_per_group = 256;

const take = `
with single as (
  delete from kernel.leaf_pending
  where ctid = any (array(select ctid from kernel.leaf_pending limit $1))
  returning uuid_send(id) as ids, substring(int4send(octet_length(entry)) from 3) || entry as entries
), grouped as (
  delete from kernel.leaf_group
  where ctid = any (array(select ctid from kernel.leaf_group limit $2))
  returning ids, entries
), taken as (select * from grouped union all select * from single)
select coalesce(string_agg(ids, ''::bytea), '') as ids, coalesce(string_agg(entries, ''::bytea), '') as entries
from taken`;

const store = `
with tile as (
  insert into kernel.tile (level, index, width, hashes)
  select level, index, width, hashes
  from unnest($1::smallint[], $2::bigint[], $3::smallint[], $4::bytea[]) as new (level, index, width, hashes)
  on conflict (level, index) do update set width = excluded.width, hashes = excluded.hashes
), bundle as (
  insert into kernel.entry_bundle (index, width, entries, ids, id_span)
  select index, width, entries, ids, kernel.id_range(low, high, '[]')
  from unnest($5::bigint[], $6::smallint[], $7::bytea[], $8::bytea[], $9::uuid[], $10::uuid[])
    as new (index, width, entries, ids, low, high)
  on conflict (index) do update
  set width = excluded.width, entries = excluded.entries, ids = excluded.ids, id_span = excluded.id_span
)
update kernel.checkpoint set size = $12::bigint, root = $13, note = $14, at = now() where size = $11::bigint`;

/** The log's end, held by the one session that may append to it. */
export class LogEnd {
  readonly #client: pg.Client;
  readonly #key: LogKey;
  readonly #edge: Edge;
  readonly #bundle: GrowingBundle;

  private constructor(client: pg.Client, key: LogKey, edge: Edge, bundle: GrowingBundle) {
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
    const edge = await loadEdge(client, size);
    // Ed25519 is deterministic: the same key over the same text gives the same note.
    if (head.rows[0]?.note !== key.sign(formatCheckpoint(key.origin, size, edge.root()))) {
      throw new LedgerFailure(
        'corrupt',
        'The signed head of the ledger fits neither its tiles nor this key and name. ' +
          'Put back the data folder that belongs to this database, ledger.key above all.',
      );
    }
    return new LogEnd(client, key, edge, await loadBundle(client, size));
  }

  get size(): number {
    return this.#edge.size;
  }

  /**
   * Takes about `limit` pending leaves into the log, in one transaction with the tiles and the signed head. After
   * an error this object no longer knows where the log ends: load it anew.
   */
  async integrate(limit: number): Promise<Integrated> {
    const client = this.#client;
    await client.query('begin');
    const taken = await client.query<{ ids: Buffer; entries: Buffer }>({
      name: 'ledger_take',
      text: take,
      values: [limit, Math.ceil(limit / leaves_per_group)],
    });
    const { ids, entries } = taken.rows[0] ?? { ids: Buffer.alloc(0), entries: Buffer.alloc(0) };
    const count = ids.length / id_bytes;
    if (count === 0) {
      await client.query('rollback');
      return { size: this.#edge.size, count, ids };
    }
    await this.#store(this.#edge.size, this.#bundle.append(ids, entries, this.#edge), count);
    await client.query('commit');
    return { size: this.#edge.size, count, ids };
  }

  async #store(before: number, bundles: readonly Bundle[], count: number): Promise<void> {
    const tiles = this.#edge.takeChanged();
    const size = this.#edge.size;
    const root = this.#edge.root();
    if (size !== before + count)
      throw new LedgerFailure('corrupt', 'A group of leaves does not fit its ids.');
    const stored = await this.#client.query({
      name: 'ledger_store',
      text: store,
      values: [
        tiles.map(({ level }) => level),
        tiles.map(({ index }) => index),
        tiles.map(({ width }) => width),
        byteaArray(tiles.map(({ hashes }) => hashes)),
        bundles.map(({ index }) => index),
        bundles.map(({ width }) => width),
        byteaArray(bundles.map(({ entries }) => entries)),
        byteaArray(bundles.map(({ ids }) => ids)),
        bundles.map(({ low }) => low.toString('hex')),
        bundles.map(({ high }) => high.toString('hex')),
        before,
        size,
        root,
        this.#key.sign(formatCheckpoint(this.#key.origin, size, root)),
      ],
    });
    if (stored.rowCount !== 1) {
      throw new LedgerFailure(
        'corrupt',
        'Somebody else appended to the ledger: its head is not where it was.',
      );
    }
  }
}

async function loadEdge(client: pg.Client, size: number): Promise<Edge> {
  const partial = partialTiles(size);
  const tiles = await client.query<Omit<Tile, 'index'> & { index: string }>(
    `select level, t.index, width, hashes from kernel.tile t
     join unnest($1::smallint[], $2::bigint[]) as wanted (level, index) using (level, index)`,
    [partial.map(({ level }) => level), partial.map(({ index }) => index)],
  );
  try {
    return new Edge(
      size,
      tiles.rows.map((tile) => ({ ...tile, index: Number(tile.index) })),
    );
  } catch (cause) {
    throw new LedgerFailure('corrupt', 'Tiles of the ledger are missing or cut short.', { cause });
  }
}

async function loadBundle(client: pg.Client, size: number): Promise<GrowingBundle> {
  const stored = await client.query<{ entries: Buffer; ids: Buffer }>(
    'select entries, ids from kernel.entry_bundle where index = $1',
    [Math.floor(size / tile_width)],
  );
  const { entries, ids } = stored.rows[0] ?? { entries: Buffer.alloc(0), ids: Buffer.alloc(0) };
  if (parseBundle(entries).length !== size % tile_width) {
    throw new LedgerFailure('corrupt', 'The last entries of the ledger do not fit its size.');
  }
  return new GrowingBundle(entries, ids);
}
