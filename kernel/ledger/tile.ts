/** Names and encodings of tiles and entry bundles. Source: C2SP tlog-tiles. */

export const tile_width = 256;
const level_max = 63;

export interface TileName {
  readonly kind: 'tile';
  readonly level: number;
  readonly index: number;
  /** Hashes in the tile, 1 to 256; 256 is a full tile. */
  readonly width: number;
}

export interface BundleName {
  readonly kind: 'entries';
  readonly index: number;
  readonly width: number;
}

function indexPath(index: number): string {
  let path = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  }
  return path;
}

/** The path under the log's prefix, for example `tile/0/x001/x234/067.p/8` or `tile/entries/000`. */
export function tilePath(name: TileName | BundleName): string {
  const folder = name.kind === 'tile' ? name.level : 'entries';
  const partial = name.width === tile_width ? '' : `.p/${name.width}`;
  return `tile/${folder}/${indexPath(name.index)}${partial}`;
}

/** Null for every path but the one form that each tile has. */
export function parseTilePath(path: string): TileName | BundleName | null {
  const form = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,4}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/;
  const [found, folder = '', digits = '', partial] = form.exec(path) ?? [];
  if (found === undefined) return null;
  const index = Number(digits.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? tile_width : Number(partial);
  if (width < 1 || width > tile_width) return null;
  const level = Number(folder);
  if (folder !== 'entries' && level > level_max) return null;
  const name =
    folder === 'entries' ? { kind: 'entries', index, width } : { kind: 'tile', level, index, width };
  // One path per tile: leading zeroes, a full tile named as partial, needless `x000/` all differ here.
  return tilePath(name as TileName | BundleName) === path ? (name as TileName | BundleName) : null;
}

/** Hashes at a level in a tree of this size: what its tiles of that level hold in all. */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / tile_width ** level);
}

/** Width that the tile has in a tree of this size; 0 when it is not there. */
export function tileWidth(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(tile_width, hashesAtLevel(level, size) - index * tile_width));
}

/** One entry as it stands in a bundle: 16-bit big-endian length, then the entry. */
export function bundleParts(entries: readonly Uint8Array[]): Buffer {
  const whole = Buffer.allocUnsafe(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    at = whole.writeUInt16BE(entry.length, at);
    whole.set(entry, at);
    at += entry.length;
  }
  return whole;
}

/** The entries of a bundle. Throws an Error when the bytes do not end with an entry. */
export function parseBundle(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  let at = 0;
  while (at < bundle.length) {
    const length = at + 2 <= bundle.length ? bundle.readUInt16BE(at) : Number.POSITIVE_INFINITY;
    if (at + 2 + length > bundle.length) throw new Error('the entry bundle ends inside an entry');
    entries.push(bundle.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}
