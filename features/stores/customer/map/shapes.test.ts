import { land } from '@axent/brand/map';
import { encodeLines } from '@axent/brand/map/lines';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillPath, linePath, outlines } from './shapes.ts';
import { closest, limitedView, onScreen, project, type View } from './view.ts';

const size = { width: 400, height: 300 };

function rings(path: string): [number, number][][] {
  return path
    .split('M')
    .filter((part) => part !== '')
    .map((part) =>
      part
        .replace('Z', '')
        .split('L')
        .map((pair) => pair.split(' ').map(Number) as [number, number]),
    );
}

function inside(x: number, y: number, all: readonly (readonly [number, number])[][]): boolean {
  let odd = false;
  for (const ring of all)
    ring.forEach(([x1, y1], at) => {
      const [x2, y2] = ring[(at + 1) % ring.length]!;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
    });
  return odd;
}

const views: fc.Arbitrary<View> = fc
  .record({
    latitude: fc.double({ min: 30, max: 60, noNaN: true }),
    longitude: fc.double({ min: -10, max: 125, noNaN: true }),
    zoom: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ zoom, ...place }) =>
    limitedView({ ...project(place), scale: 800 * (closest / 800) ** zoom }, size),
  );

test('land that is cut to the view is the same land to the eye, at every scale', () => {
  const all = outlines(land);
  const whole = all.map(({ points }) =>
    Array.from({ length: points.length / 2 }, (_, at) => [points[at * 2]!, points[at * 2 + 1]!] as const),
  );
  const spots = fc.tuple(fc.integer({ min: 2, max: 398 }), fc.integer({ min: 2, max: 298 }));
  let differ = 0;
  fc.assert(
    fc.property(views, spots, (view, [x, y]) => {
      const path = fillPath(all, view, size);
      expect(path).not.toMatch(/NaN|Infinity|e/);
      const earth = [view.x + (x - 200) / view.scale, view.y + (y - 150) / view.scale] as const;
      if (inside(x, y, rings(path)) !== inside(...earth, whole)) differ += 1;
    }),
    { numRuns: 300 },
  );
  // Only a spot within a pixel of the shore may fall to the other side.
  expect(differ).toBeLessThanOrEqual(6);
});

test('a line of half the earth is written as far as it is seen', () => {
  const [line] = outlines(encodeLines([Array.from({ length: 90 }, (_, at) => [at, 47])])) as [never];
  const view = { ...project({ latitude: 47, longitude: 8.5 }), scale: closest };
  const path = linePath([line], view, size);
  expect(rings(path).flat().length).toBe(2);
  expect(linePath([line], { ...view, ...project({ latitude: 30, longitude: 8 }) }, size)).toBe('');
  const far = { ...project({ latitude: 47, longitude: 45 }), scale: 500 };
  const [first] = rings(linePath([line], far, size))[0]!;
  expect(first![0]).toBeCloseTo(onScreen(far, size, project({ latitude: 47, longitude: 0 })).x, 0);
});
