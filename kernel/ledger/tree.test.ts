import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Edge, type Tile } from './edge.ts';
import { leafHash } from './hash.ts';
import { rootOfInclusion, verifyConsistency } from './inclusion.ts';
import { plainRoot } from './ledger.fixture.ts';
import { tilePath } from './tile.ts';
import { consistencyPath, inclusionPath, type TileSource } from './tree.ts';

/** The eight entries, and the root after each, with which Certificate Transparency's own programs are tested. */
const known = {
  entries: [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ],
  roots: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
  inclusion_5_of_8: [
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ],
  consistency_6_to_8: [
    '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ],
};

const largest = 600;
const entries = Array.from({ length: largest }, (_, at) => Buffer.from(`entry ${at}`));
const hashes = entries.map(leafHash);

/** The tiles of a tree, stored as the log stores them: full ones once, growing ones overwritten. */
function grow(list: readonly Buffer[]): { roots: Uint8Array[]; tiles: TileSource } {
  const edge = new Edge(0, []);
  const stored = new Map<string, Tile>();
  const roots: Uint8Array[] = [edge.root()];
  list.forEach((entry) => {
    edge.append(entry);
    roots.push(edge.root());
    for (const tile of edge.takeChanged()) stored.set(`${tile.level} ${tile.index}`, tile);
  });
  const tiles: TileSource = async (level, index, width) => {
    const tile = stored.get(`${level} ${index}`);
    if (tile === undefined || tile.width < width) throw new Error('no such tile');
    return tile.hashes.subarray(0, width * 32);
  };
  return { roots, tiles };
}

const hex = (bytes: readonly Uint8Array[]): string[] => bytes.map((one) => Buffer.from(one).toString('hex'));

test('the tree has the known roots and proofs', async () => {
  const { roots, tiles } = grow(known.entries.map((entry) => Buffer.from(entry, 'hex')));
  expect(hex(roots)).toEqual(known.roots);
  expect(hex(await inclusionPath(5, 8, tiles))).toEqual(known.inclusion_5_of_8);
  expect(hex(await consistencyPath(6, 8, tiles))).toEqual(known.consistency_6_to_8);
});

test('every root is the one of the plain recursive definition', () => {
  const { roots } = grow(entries);
  roots.forEach((root, size) => {
    expect(Buffer.from(root).equals(plainRoot(hashes.slice(0, size)))).toBe(true);
  });
});

test('every leaf of every tree is included, and nowhere else', async () => {
  const { roots, tiles } = grow(entries);
  const cases = fc
    .integer({ min: 1, max: largest })
    .chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));
  const check = async ([index, size]: [number, number]): Promise<void> => {
    const path = await inclusionPath(index, size, tiles);
    const entry = entries[index] ?? Buffer.of();
    const leadsToRoot = async (at: number): Promise<boolean> => {
      const root = await rootOfInclusion(at, size, entry, path);
      return root !== null && Buffer.compare(root, roots[size] ?? Buffer.of()) === 0;
    };
    expect(await leadsToRoot(index)).toBe(true);
    if (size > 1) expect(await leadsToRoot((index + 1) % size)).toBe(false);
    expect(await rootOfInclusion(index, size, entry, [...path, hashes[0] ?? Buffer.of()])).toBeNull();
    if (path.length > 0) expect(await rootOfInclusion(index, size, entry, path.slice(1))).toBeNull();
  };
  for (let size = 1; size <= 20; size++) {
    for (let index = 0; index < size; index++) await check([index, size]);
  }
  for (const size of [255, 256, 257, 511, 512, 513, 600]) {
    for (let index = 0; index < size; index += 29) await check([index, size]);
  }
  await fc.assert(fc.asyncProperty(cases, check), { numRuns: 120 });
});

test('every tree begins every later one, and no other', async () => {
  const { roots, tiles } = grow(entries);
  const root = (size: number): Uint8Array => roots[size] ?? Buffer.of();
  const check = async ([first, second]: readonly [number, number]): Promise<void> => {
    const path = await consistencyPath(first, second, tiles);
    expect(await verifyConsistency(first, second, root(first), root(second), path)).toBe(true);
    if (first === 0 || first === second) return;
    expect(await verifyConsistency(first, second, root(first - 1), root(second), path)).toBe(false);
    expect(await verifyConsistency(first, second, root(first), root(second - 1), path)).toBe(false);
    expect(await verifyConsistency(first, second, root(first), root(second), path.slice(1))).toBe(false);
  };
  for (let second = 1; second <= 20; second++) {
    for (let first = 0; first <= second; first++) await check([first, second]);
  }
  const pairs = fc.tuple(fc.nat(largest), fc.nat(largest));
  await fc.assert(
    fc.asyncProperty(pairs, ([a, b]) => check([Math.min(a, b), Math.max(a, b)])),
    { numRuns: 120 },
  );
});

test('an edge loaded from its stored tiles goes on as if it had never stopped', () => {
  for (const size of [1, 255, 256, 257, 69_000]) {
    const edge = new Edge(0, []);
    for (let at = 0; at < size; at++) edge.append(entries[at % largest] ?? Buffer.of());
    const stored = edge.takeChanged();
    const reloaded = new Edge(size, stored);
    for (let at = 0; at < 300; at++) {
      expect(reloaded.root()).toEqual(edge.root());
      reloaded.append(entries[at] ?? Buffer.of());
      edge.append(entries[at] ?? Buffer.of());
    }
    const unfinished = stored.filter(({ width }) => width < 256);
    expect(() => new Edge(size, unfinished.slice(1))).toThrow(/has not the/);
  }
});

test('a tree of 70,000 has the tiles that the format gives as its example', () => {
  const edge = new Edge(0, []);
  for (let at = 0; at < 70_000; at++) edge.append(entries[at % largest] ?? Buffer.of());
  const changed = edge.takeChanged();
  const full = (level: number): number =>
    changed.filter((one) => one.level === level && one.width === 256).length;
  expect([full(0), full(1), full(2)]).toEqual([273, 1, 0]);
  const partial = changed
    .filter((tile) => tile.width < 256)
    .map((tile) => tilePath({ kind: 'tile', ...tile }));
  expect(partial.sort()).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
});
