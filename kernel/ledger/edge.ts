import { hash } from 'node:crypto';
import { emptyRoot, foldInPlace, foldScratch, hash_bytes, nodeHash } from './hash.ts';
import { hashesAtLevel, tile_width, tileWidth } from './tile.ts';

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

interface Growing {
  /** Room for a full tile. */
  readonly hashes: Buffer;
  width: number;
  touched: boolean;
}

/**
 * The growing right edge of the tree: all that must be in memory to append. Give it the entries in order, then take
 * the tiles that they changed.
 */
export class Edge {
  #size: number;
  /** By level. */
  readonly #growing: Growing[] = [];
  #full: Tile[] = [];
  readonly #scratch = foldScratch();
  readonly #work = Buffer.alloc(tile_width * hash_bytes);
  #leaf = Buffer.alloc(1);

  /** `partial` are the tiles that `partialTiles(size)` names. Throws an Error when one is missing or short. */
  constructor(size: number, partial: readonly Tile[]) {
    this.#size = size;
    for (const { level, index, width } of partialTiles(size)) {
      const tile = partial.find((one) => one.level === level && one.index === index);
      if (tile === undefined || tile.hashes.length < width * hash_bytes) {
        throw new Error(`tile ${index} of level ${level} has not the ${width} hashes of a tree of ${size}`);
      }
      const growing = this.#level(level);
      tile.hashes.copy(growing.hashes, 0, 0, width * hash_bytes);
      growing.width = width;
    }
  }

  get size(): number {
    return this.#size;
  }

  /** Appends the entry that lies in `bytes` from `start` to `end`. */
  append(bytes: Buffer, start = 0, end = bytes.length): void {
    const length = 1 + end - start;
    // The leaf's input is a zero byte, then the entry.
    if (this.#leaf.length !== length) this.#leaf = Buffer.alloc(length);
    bytes.copy(this.#leaf, 1, start, end);
    this.#size++;
    this.#push(0, hash('sha256', this.#leaf, 'latin1'));
  }

  /** `digest` is a hash as `latin1` text. */
  #push(level: number, digest: string): void {
    const growing = this.#level(level);
    growing.hashes.write(digest, growing.width * hash_bytes, hash_bytes, 'latin1');
    growing.width++;
    growing.touched = true;
    if (growing.width < tile_width) return;
    const index = hashesAtLevel(level, this.#size) / tile_width - 1;
    this.#full.push({ level, index, width: tile_width, hashes: Buffer.from(growing.hashes) });
    growing.width = 0;
    foldInPlace(growing.hashes, tile_width, this.#scratch);
    this.#push(level + 1, growing.hashes.toString('latin1', 0, hash_bytes));
  }

  #level(level: number): Growing {
    for (let next = this.#growing.length; next <= level; next++) {
      this.#growing.push({ hashes: Buffer.alloc(tile_width * hash_bytes), width: 0, touched: false });
    }
    const growing = this.#growing[level];
    if (growing === undefined) throw new RangeError(`no level ${level}`);
    return growing;
  }

  /** Root hash of the whole tree (RFC 6962, section 2.1). */
  root(): Buffer {
    let root: Buffer | null = null;
    for (const { hashes, width } of this.#growing) root = this.#foldWith(hashes, width, root);
    return root ?? emptyRoot();
  }

  /** Folds a level's hashes with the ragged subtree to their right, if there is one. */
  #foldWith(hashes: Buffer, width: number, right: Buffer | null): Buffer | null {
    let folded = right;
    for (let end = width; end > 0; ) {
      let count = 1;
      while (end % (count * 2) === 0) count *= 2;
      hashes.copy(this.#work, 0, (end - count) * hash_bytes, end * hash_bytes);
      foldInPlace(this.#work, count, this.#scratch);
      const whole = Buffer.from(this.#work.subarray(0, hash_bytes));
      folded = folded === null ? whole : nodeHash(whole, folded);
      end -= count;
    }
    return folded;
  }

  /** Every tile changed since the last call: those that became full, then those still growing. */
  takeChanged(): Tile[] {
    const changed = this.#full;
    this.#growing.forEach((growing, level) => {
      const { hashes, width, touched } = growing;
      growing.touched = false;
      if (!touched || width === 0) return;
      const index = Math.floor(hashesAtLevel(level, this.#size) / tile_width);
      changed.push({ level, index, width, hashes: Buffer.from(hashes.subarray(0, width * hash_bytes)) });
    });
    this.#full = [];
    return changed;
  }
}
