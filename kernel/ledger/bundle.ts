import type { Edge } from './edge.ts';
import { id_bytes } from './leaf.ts';
import { tile_width } from './tile.ts';

/** An entry bundle with the ids of its leaves. */
export interface Bundle {
  readonly index: number;
  readonly width: number;
  /** Entries with their 16-bit lengths. */
  readonly entries: Buffer;
  /** 16 bytes per leaf. */
  readonly ids: Buffer;
  /** Lowest and highest of the ids. */
  readonly low: Buffer;
  readonly high: Buffer;
}

/** The entry bundle at the end of the log. */
export class GrowingBundle {
  #entries: Buffer;
  #ids: Buffer;

  constructor(entries: Buffer, ids: Buffer) {
    this.#entries = entries;
    this.#ids = ids;
  }

  /** Appends entries to the tree's edge, in order, and answers every bundle that they changed. */
  append(ids: Buffer, entries: Buffer, edge: Edge): Bundle[] {
    const bundles: Bundle[] = [];
    const first = edge.size;
    let from = 0;
    let cut = first;
    for (let at = 0; at < entries.length; ) {
      const end = at + 2 + entries.readUInt16BE(at);
      edge.append(entries, at + 2, end);
      at = end;
      if (edge.size % tile_width !== 0 && at < entries.length) continue;
      const added = ids.subarray((cut - first) * id_bytes, (edge.size - first) * id_bytes);
      bundles.push(this.#grow(added, entries.subarray(from, end), edge.size));
      from = end;
      cut = edge.size;
    }
    return bundles;
  }

  #grow(ids: Buffer, entries: Buffer, size: number): Bundle {
    const index = Math.floor((size - 1) / tile_width);
    const bundle = {
      index,
      width: size - index * tile_width,
      entries: Buffer.concat([this.#entries, entries]),
      ids: Buffer.concat([this.#ids, ids]),
    };
    const full = bundle.width === tile_width;
    this.#entries = full ? Buffer.alloc(0) : bundle.entries;
    this.#ids = full ? Buffer.alloc(0) : bundle.ids;
    return { ...bundle, ...span(bundle.ids) };
  }
}

function span(ids: Buffer): { low: Buffer; high: Buffer } {
  let low = 0;
  let high = 0;
  for (let at = id_bytes; at < ids.length; at += id_bytes) {
    if (ids.compare(ids, low, low + id_bytes, at, at + id_bytes) < 0) low = at;
    if (ids.compare(ids, high, high + id_bytes, at, at + id_bytes) > 0) high = at;
  }
  return { low: ids.subarray(low, low + id_bytes), high: ids.subarray(high, high + id_bytes) };
}
