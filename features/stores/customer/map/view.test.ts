import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gather, spread } from './clusters.ts';
import {
  between,
  closest,
  fitted,
  into,
  latitudeOf,
  limitedView,
  moved,
  onScreen,
  project,
  ruler,
  zoomed,
} from './view.ts';

const size = { width: 390, height: 340 };
const places = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -179, max: 179, noNaN: true }),
});
const points = fc.array(places.map(project), { minLength: 1, maxLength: 60 });
const pixels = fc.record({
  x: fc.double({ min: 0, max: size.width, noNaN: true }),
  y: fc.double({ min: 0, max: size.height, noNaN: true }),
});

describe('the view', () => {
  test('has every store in sight when it shows all', () => {
    fc.assert(
      fc.property(points, (all) => {
        const view = fitted(all, size, 52);
        for (const point of all) {
          const { x, y } = onScreen(view, size, point);
          expect(x).toBeGreaterThanOrEqual(-0.5);
          expect(y).toBeGreaterThanOrEqual(-0.5);
          expect(x).toBeLessThanOrEqual(size.width + 0.5);
          expect(y).toBeLessThanOrEqual(size.height + 0.5);
        }
      }),
    );
  });

  test('keeps the place under the fingers while it goes closer, where the earth has room', () => {
    fc.assert(
      fc.property(places, pixels, fc.double({ min: 1, max: 4, noNaN: true }), (place, at, factor) => {
        const view = limitedView(
          { ...project({ ...place, latitude: place.latitude / 2 }), scale: 20_000 },
          size,
        );
        fc.pre(view.x > 0.1 && view.x < 0.9 && view.y > 0.1 && view.y < 0.9);
        const before = {
          x: view.x + (at.x - size.width / 2) / view.scale,
          y: view.y + (at.y - size.height / 2) / view.scale,
        };
        const after = onScreen(zoomed(view, size, factor, at), size, before);
        expect(after.x).toBeCloseTo(at.x, 4);
        expect(after.y).toBeCloseTo(at.y, 4);
      }),
    );
  });

  test('never leaves the earth, however far it is pushed', () => {
    fc.assert(
      fc.property(
        pixels,
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (at, by, zoom) => {
          const view = zoomed(moved(fitted([], size, 0), size, { x: by, y: -by }), size, zoom, at);
          for (const value of [view.x, view.y, view.scale]) expect(Number.isFinite(value)).toBe(true);
          expect(view.scale).toBeGreaterThanOrEqual(size.width);
          expect(view.scale).toBeLessThanOrEqual(closest);
          expect(onScreen(view, size, { x: 0, y: 0 }).x).toBeLessThanOrEqual(0.001);
          expect(onScreen(view, size, { x: 1, y: 1 }).y).toBeGreaterThanOrEqual(size.height - 0.001);
        },
      ),
    );
  });

  test('flies from one view to the other, end to end', () => {
    const [from, to] = [fitted([project({ latitude: 47, longitude: 8 })], size, 0), fitted([], size, 0)];
    expect(between(from, to, 0)).toEqual(from);
    expect(between(from, to, 1).scale).toBeCloseTo(to.scale, 6);
  });

  test('measures with a round length that fits', () => {
    fc.assert(
      fc.property(places, fc.double({ min: 400, max: closest, noNaN: true }), (place, scale) => {
        const { metres, pixels: long } = ruler({ ...project(place), scale }, 96);
        expect(long).toBeLessThanOrEqual(96.001);
        expect(long).toBeGreaterThan(30);
        expect(String(metres)).toMatch(/^[125]0*$|^0\.[0-9]+$|^[125]$/);
      }),
    );
    expect(latitudeOf(project({ latitude: 47.4, longitude: 0 }).y)).toBeCloseTo(47.4, 9);
  });
});

describe('clusters', () => {
  test('hold every store once, stand apart, and open until each is alone or at the end', () => {
    fc.assert(
      fc.property(points, fc.double({ min: 400, max: closest, noNaN: true }), (all, scale) => {
        const marks = gather(all, scale, 44);
        expect(marks.flatMap(({ stores }) => stores).toSorted((a, b) => a - b)).toEqual(
          all.map((_, at) => at),
        );
        for (const [at, a] of marks.entries())
          for (const b of marks.slice(at + 1))
            expect(Math.hypot(a.x - b.x, a.y - b.y) * scale).toBeGreaterThan(43.99);
        for (const mark of marks.filter(({ stores }) => stores.length > 1)) {
          const own = mark.stores.map((number) => all[number]!);
          const closer = into(own, { ...mark, scale }, size, 78);
          expect(closer.scale).toBeGreaterThanOrEqual(Math.min(closest, Math.max(size.width, scale * 2)));
        }
      }),
    );
  });

  test('never swallow the chosen store', () => {
    const same = Array.from({ length: 5 }, () => project({ latitude: 47, longitude: 8 }));
    expect(gather(same, 1_000, 44).map(({ stores }) => stores)).toEqual([[0, 1, 2, 3, 4]]);
    expect(gather(same, 1_000, 44, 2).map(({ stores }) => stores)).toEqual([[0, 1, 3, 4], [2]]);
  });

  test('in one house stand in a ring, far enough apart for a finger', () => {
    const same = Array.from({ length: 9 }, () => project({ latitude: 47, longitude: 8 }));
    const ring = gather(same, closest, 44).flatMap(spread);
    expect(ring.map(({ stores }) => stores)).toEqual(same.map((_, at) => [at]));
    for (const [at, { beside: a }] of ring.entries())
      for (const { beside: b } of ring.slice(at + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(40);
  });
});
