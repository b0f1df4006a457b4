import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toGcj02, toWgs84, usesGcj02 } from './datum.ts';
import { distance_m, type Position } from './distance.ts';

/** Well inside mainland China, away from what its rectangles cannot tell apart. */
const inside = fc.record({
  latitude: fc.double({ min: 24, max: 40, noNaN: true }),
  longitude: fc.double({ min: 100, max: 117, noNaN: true }),
});

const towns: readonly (readonly [string, Position])[] = [
  ['Zurich', { latitude: 47.3769, longitude: 8.5417 }],
  ['Rome', { latitude: 41.9028, longitude: 12.4964 }],
  ['Taipei', { latitude: 25.033, longitude: 121.5654 }],
  ['Hanoi', { latitude: 21.0285, longitude: 105.8542 }],
  ['Seoul', { latitude: 37.5665, longitude: 126.978 }],
  ['Delhi', { latitude: 28.6139, longitude: 77.209 }],
  ['Tokyo', { latitude: 35.6762, longitude: 139.6503 }],
  ['Vladivostok', { latitude: 43.1155, longitude: 131.8855 }],
];

describe('GCJ-02', () => {
  // The one published pair that every implementation is compared by: Tian'anmen.
  test('moves Beijing by what is known', () => {
    const moved = toGcj02({ latitude: 39.90734, longitude: 116.39089 });
    expect(moved.latitude).toBeCloseTo(39.90874, 4);
    expect(moved.longitude).toBeCloseTo(116.39713, 4);
  });

  test('comes back to within a centimetre, from anywhere inside China', () => {
    fc.assert(
      fc.property(inside, (position) => {
        expect(distance_m(position, toWgs84(toGcj02(position)))).toBeLessThan(0.01);
        expect(distance_m(position, toGcj02(toWgs84(position)))).toBeLessThan(0.01);
      }),
      { numRuns: 500 },
    );
  });

  test('moves every place inside China, by no more than a kilometre', () => {
    fc.assert(
      fc.property(inside, (position) => {
        const by_m = distance_m(position, toGcj02(position));
        expect(by_m).toBeGreaterThan(20);
        expect(by_m).toBeLessThan(1_000);
      }),
    );
  });

  test.each(towns)('leaves %s where it is, both ways', (_name, position) => {
    expect(usesGcj02(position)).toBe(false);
    expect(toGcj02(position)).toEqual(position);
    expect(toWgs84(position)).toEqual(position);
  });

  test.each([
    ['Beijing', 39.9042, 116.4074],
    ['Shanghai', 31.2304, 121.4737],
    ['Ürümqi', 43.8256, 87.6168],
    ['Lhasa', 29.652, 91.1721],
    ['Haikou', 20.044, 110.1999],
    ['Harbin', 45.8038, 126.535],
  ])('is in use in %s', (_name, latitude, longitude) => {
    expect(usesGcj02({ latitude, longitude })).toBe(true);
  });
});
