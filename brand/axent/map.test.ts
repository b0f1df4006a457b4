import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { borders, land, towns } from './generated/map.ts';
import { decodeLines, encodeLines, type Line } from './map.lines.ts';

const degree = (most: number) =>
  fc.integer({ min: -most * 500, max: most * 500 }).map((steps) => steps / 500);
const lines = fc.array(fc.array(fc.tuple(degree(180), degree(90)), { minLength: 1, maxLength: 30 }), {
  minLength: 1,
  maxLength: 10,
});

/** Even-odd, as the map fills it. */
function onLand([x, y]: readonly [number, number], rings: readonly Line[]): boolean {
  let inside = false;
  for (const ring of rings)
    ring.forEach(([x1, y1], at) => {
      const [x2, y2] = ring[(at + 1) % ring.length]!;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    });
  return inside;
}

describe('lines as text', () => {
  test('come back as they were, points that repeat themselves left out', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const wanted = given.map((line) =>
          line.filter(([x, y], at) => at === 0 || x !== line[at - 1]![0] || y !== line[at - 1]![1]),
        );
        expect(decodeLines(encodeLines(given))).toEqual(wanted);
      }),
    );
  });
});

describe('the brand’s map', () => {
  const rings = decodeLines(land);

  test.each([
    ['Berne', 7.44, 46.95],
    ['Berlin', 13.4, 52.52],
    ['Milan', 9.19, 45.46],
    ['Palermo', 13.36, 38.0],
    ['Shanghai', 121.3, 31.2],
    ['Haikou', 110.2, 19.9],
    ['Denver', -104.99, 39.74],
  ])('has land at %s', (_name, x, y) => expect(onLand([x, y], rings)).toBe(true));

  test.each([
    ['the North Sea', 3, 56],
    ['the Adriatic', 15, 43.2],
    ['the South China Sea', 115, 15],
    ['the Atlantic', -40, 30],
  ])('has water in %s', (_name, x, y) => expect(onLand([x, y], rings)).toBe(false));

  test('has borders in Europe only: elsewhere it takes no side', () => {
    for (const line of decodeLines(borders))
      for (const [x, y] of line) {
        expect(x).toBeGreaterThan(-10);
        expect(x).toBeLessThan(32);
        expect(y).toBeGreaterThan(35);
        expect(y).toBeLessThan(62);
      }
  });

  test('has nearly every town on land, and each with a place and a rank', () => {
    const all = towns.split('|').map((town) => town.split(';'));
    const dry = all.filter(([, , , x, y]) => onLand([Number(x), Number(y)], rings));
    expect(dry.length / all.length).toBeGreaterThan(0.985);
    for (const fields of all) {
      expect(fields).toHaveLength(6);
      expect(Number(fields[5])).toBeGreaterThanOrEqual(1);
      expect(Number(fields[5])).toBeLessThanOrEqual(5);
    }
  });
});
