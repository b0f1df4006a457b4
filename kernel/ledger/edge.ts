import { nodeHash } from './hash.ts';
import { hashesAtLevel, tile_width, tileWidth } from './tile.ts';
import { foldHashes, hashesOf } from './tree.ts';

/** A tile with its hashes one after the other. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
  readonly hashes: Buffer;
}

/** The tile that is still growing at each level of a tree of this size, lowest level first. */
export function partialTiles(size: number): { level: number; index: number; width: number }[] {
  const partial: { level: number; index: number; width: number }[] = [];
  for (let level = 0; hashesAtLevel(level, size) > 0; level++) {
    const index = Math.floor(hashesAtLevel(level, size) / tile_width);
    const width = tileWidth(level, index, size);
    if (width > 0) partial.push({ level, index, width });
  }
  return partial;
}

/**
 * The growing right edge of the tree: all that must be in memory to append. Give it the leaf hashes in
 * order, then take the tiles that they changed.
 */
export class Edge {
  #size: number;
  /** Per level, the hashes of the tile that is still growing. */
  readonly #growing: Uint8Array[][] = [];
  readonly #touched = new Set<number>();
  #full: Tile[] = [];

  /** `partial` are the tiles that `partialTiles(size)` names. Throws an Error when one is missing or short. */
  constructor(size: number, partial: readonly Tile[]) {
    this.#size = size;
    for (const { level, index, width } of partialTiles(size)) {
      const tile = partial.find((one) => one.level === level && one.index === index);
      const hashes = tile === undefined ? [] : hashesOf(tile.hashes).slice(0, width);
      if (hashes.length !== width) {
        throw new Error(`tile ${index} of level ${level} has ${hashes.length} hashes instead of ${width}`);
      }
      this.#growing[level] = hashes;
    }
  }

  get size(): number {
    return this.#size;
  }

  append(leaf_hash: Uint8Array): void {
    this.#size++;
    this.#push(0, leaf_hash);
  }

  #push(level: number, hash: Uint8Array): void {
    const hashes = this.#level(level);
    hashes.push(hash);
    this.#touched.add(level);
    if (hashes.length < tile_width) return;
    const index = hashesAtLevel(level, this.#size) / tile_width - 1;
    this.#full.push({ level, index, width: tile_width, hashes: Buffer.concat(hashes) });
    this.#growing[level] = [];
    this.#push(level + 1, foldHashes(hashes));
  }

  #level(level: number): Uint8Array[] {
    const hashes = this.#growing[level] ?? [];
    this.#growing[level] = hashes;
    return hashes;
  }

  /** Root hash of the whole tree (RFC 6962, section 2.1). */
  root(): Uint8Array {
    let root: Uint8Array | null = null;
    for (const hashes of this.#growing) {
      if (hashes === undefined || hashes.length === 0) continue;
      root = foldWith(hashes, root);
    }
    return root ?? foldHashes([]);
  }

  /** Every tile changed since the last call: those that became full, then those still growing. */
  takeChanged(): Tile[] {
    const changed = this.#full;
    for (const level of this.#touched) {
      const hashes = this.#level(level);
      const index = Math.floor(hashesAtLevel(level, this.#size) / tile_width);
      if (hashes.length > 0)
        changed.push({ level, index, width: hashes.length, hashes: Buffer.concat(hashes) });
    }
    this.#full = [];
    this.#touched.clear();
    return changed;
  }
}

/** Folds hashes of one level with the ragged subtree to their right, if there is one. */
function foldWith(hashes: readonly Uint8Array[], right: Uint8Array | null): Uint8Array {
  let folded = right;
  let end = hashes.length;
  while (end > 0) {
    let width = 1;
    while (end % (width * 2) === 0) width *= 2;
    const whole = foldHashes(hashes.slice(end - width, end));
    folded = folded === null ? whole : nodeHash(whole, folded);
    end -= width;
  }
  return folded ?? foldHashes([]);
}
