import { type Bytes, concat, equal, sha256 } from './bytes.ts';

/** Verifying against a root, with WebCrypto: no Node, no tiles. Source: RFC 6962 and RFC 9162, section 2.1. */

export function leafInput(entry: Uint8Array): Bytes {
  return concat(Uint8Array.of(0), entry);
}

export function nodeInput(left: Uint8Array, right: Uint8Array): Bytes {
  return concat(Uint8Array.of(1), left, right);
}

function node(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(nodeInput(left, right));
}

const half = (value: number): number => Math.floor(value / 2);

/** The root that the path leads to, or null when the path has the wrong length for that index and size. */
export async function rootOfInclusion(
  index: number,
  size: number,
  entry: Uint8Array,
  path: readonly Uint8Array[],
): Promise<Bytes | null> {
  if (index >= size) return null;
  let position = index;
  let last = size - 1;
  let hash = await sha256(leafInput(entry));
  for (const sibling of path) {
    if (last === 0) return null;
    if (position % 2 === 1 || position === last) {
      hash = await node(sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      hash = await node(hash, sibling);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 ? hash : null;
}

/** True when a tree of `first` leaves with root `first_root` is the beginning of one of `second` leaves. */
export async function verifyConsistency(
  first: number,
  second: number,
  first_root: Uint8Array,
  second_root: Uint8Array,
  path: readonly Uint8Array[],
): Promise<boolean> {
  if (first > second) return false;
  if (first === second) return path.length === 0 && equal(first_root, second_root);
  if (first === 0) return path.length === 0;
  // A first tree that is a whole power of two is itself the first node of the path.
  const nodes = Number.isInteger(Math.log2(first)) ? [first_root, ...path] : [...path];
  const start = nodes.shift();
  if (start === undefined) return false;
  let position = first - 1;
  let last = second - 1;
  while (position % 2 === 1) {
    position = half(position);
    last = half(last);
  }
  let old_root: Uint8Array = start;
  let new_root: Uint8Array = start;
  for (const hash of nodes) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      old_root = await node(hash, old_root);
      new_root = await node(hash, new_root);
      while (position % 2 === 0 && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      new_root = await node(new_root, hash);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && equal(old_root, first_root) && equal(new_root, second_root);
}
