import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundleParts, parseBundle, parseTilePath, tilePath } from './tile.ts';

test('tiles have the paths of the format', () => {
  expect(tilePath({ kind: 'tile', level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
  expect(tilePath({ kind: 'tile', level: 63, index: 0, width: 1 })).toBe('tile/63/000.p/1');
  expect(tilePath({ kind: 'entries', index: 1000, width: 255 })).toBe('tile/entries/x001/000.p/255');
});

test('a path reads back as the tile that wrote it', () => {
  const name = fc.record({
    kind: fc.constant('tile' as const),
    level: fc.nat(63),
    index: fc.nat(2_000_000_000),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(
    fc.property(name, (tile) => {
      expect(parseTilePath(tilePath(tile))).toEqual(tile);
    }),
  );
});

test.each([
  'tile/00/000',
  'tile/64/000',
  'tile/0/0',
  'tile/0/x000/001',
  'tile/0/001/001',
  'tile/0/000.p/256',
  'tile/0/000.p/0',
  'tile/0/000.p/01',
  'tile/-1/000',
  'tile/0/000/',
  'tile/data/000',
  'tile/0/../../checkpoint',
  '',
])('%j is no tile', (path) => {
  expect(parseTilePath(path)).toBeNull();
});

test('a bundle reads back as its entries and refuses to be cut', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 70 }), { maxLength: 20 });
  fc.assert(
    fc.property(entries, (list) => {
      const bundle = bundleParts(list);
      expect(parseBundle(bundle)).toEqual(list.map((one) => Buffer.from(one)));
      if (bundle.length > 0)
        expect(() => parseBundle(Buffer.concat([bundle, Buffer.of(0)]))).toThrow(/ends inside/);
    }),
  );
});
