import { emptyRoot, foldInPlace, foldScratch, hash_bytes, nodeHash } from './hash.ts';
import { tile_width, tileWidth } from './tile.ts';

/** RFC 6962 proofs computed from tiles. */

/** Gives a tile's hashes one after the other; `width` is what the tree in question has of that tile. */
export type TileSource = (level: number, index: number, width: number) => Promise<Uint8Array>;

/** Leaves `start` to `end` (exclusive). */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Largest power of two smaller than n, for n > 1. */
function splitPoint(n: number): number {
  let split = 1;
  while (split * 2 < n) split *= 2;
  return split;
}

/** The subtrees whose hashes are the inclusion path, from the leaf's sibling upwards. */
function inclusionRanges(index: number, size: number): Range[] {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const path: Range[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    const left = index < middle;
    path.push(left ? { start: middle, end } : { start, end: middle });
    if (left) end = middle;
    else start = middle;
  }
  return path.reverse();
}

/** The subtrees whose hashes prove that a tree of `first` leaves begins one of `second`. */
function consistencyRanges(first: number, second: number): Range[] {
  if (first > second) throw new RangeError(`a tree of ${first} leaves does not begin one of ${second}`);
  if (first === 0 || first === second) return [];
  const path: Range[] = [];
  let start = 0;
  let end = second;
  // True while the subtree in hand starts where the first tree does: the verifier knows that hash already.
  let known = true;
  while (end !== first) {
    const middle = start + splitPoint(end - start);
    if (first <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
      known = false;
    }
  }
  if (!known) path.push({ start, end });
  return path.reverse();
}

/** The hash of any subtree that a proof over a tree of `size` leaves may name. */
async function rangeHash(range: Range, size: number, tiles: TileSource): Promise<Uint8Array> {
  const count = range.end - range.start;
  if (count === 0) return emptyRoot();
  const split = splitPoint(count);
  if (split * 2 !== count && count !== 1) {
    const middle = range.start + split;
    const left = await rangeHash({ start: range.start, end: middle }, size, tiles);
    return nodeHash(left, await rangeHash({ start: middle, end: range.end }, size, tiles));
  }
  // A whole subtree: the highest level of tiles whose hashes are not taller than it holds its parts.
  let level = 0;
  while (tile_width ** (level + 1) <= count) level++;
  const position = range.start / tile_width ** level;
  const hashes = count / tile_width ** level;
  const index = Math.floor(position / tile_width);
  const tile = await tiles(level, index, tileWidth(level, index, size));
  const from = (position % tile_width) * hash_bytes;
  const work = Buffer.from(tile.subarray(from, from + hashes * hash_bytes));
  if (work.length !== hashes * hash_bytes)
    throw new RangeError(`tile ${index} of level ${level} is too short`);
  foldInPlace(work, hashes, foldScratch());
  return work.subarray(0, hash_bytes);
}

export async function inclusionPath(index: number, size: number, tiles: TileSource): Promise<Uint8Array[]> {
  return hashAll(inclusionRanges(index, size), size, tiles);
}

export async function consistencyPath(
  first: number,
  second: number,
  tiles: TileSource,
): Promise<Uint8Array[]> {
  return hashAll(consistencyRanges(first, second), second, tiles);
}

async function hashAll(ranges: readonly Range[], size: number, tiles: TileSource): Promise<Uint8Array[]> {
  const hashes: Uint8Array[] = [];
  for (const range of ranges) hashes.push(await rangeHash(range, size, tiles));
  return hashes;
}
