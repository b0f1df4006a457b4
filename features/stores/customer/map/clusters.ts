/**
 * Stores that would lie on top of each other are one mark, which opens when one goes closer. It stands where its first
 * store is, so that two marks are never closer than the reach.
 */
import type { Point } from './view.ts';

export interface Mark extends Point {
  /** Numbers of the stores in the list, ascending; the first one names the mark. */
  readonly stores: readonly number[];
  /** Pixels beside its place: stores in one house stand around it. */
  readonly beside: Point;
}

const nowhere: Point = { x: 0, y: 0 };

interface Heap {
  readonly stores: number[];
  /** The first one's place; what comes within reach of it joins. */
  readonly seat: Point;
}

/**
 * Marks at this scale. The list's order decides: a store joins the first mark within `reach` pixels, else it is one.
 * `apart` is the number of a store that always stands alone: the chosen one.
 */
export function gather(
  points: readonly Point[],
  scale: number,
  reach: number,
  apart: number | null = null,
): Mark[] {
  const cell = reach / scale;
  const heaps: Heap[] = [];
  const cells = new Map<string, Heap[]>();
  const key = (column: number, row: number) => `${column} ${row}`;
  points.forEach((point, number) => {
    const [column, row] = [Math.floor(point.x / cell), Math.floor(point.y / cell)];
    const near = [-1, 0, 1].flatMap((right) =>
      [-1, 0, 1].flatMap((down) => cells.get(key(column + right, row + down)) ?? []),
    );
    const heap = near.find(({ seat }) => Math.hypot(seat.x - point.x, seat.y - point.y) <= cell);
    if (number === apart || !heap) {
      const fresh: Heap = { stores: [number], seat: point };
      heaps.push(fresh);
      if (number !== apart) cells.set(key(column, row), [...(cells.get(key(column, row)) ?? []), fresh]);
      return;
    }
    heap.stores.push(number);
  });
  return heaps.map(({ stores, seat }) => ({ stores, x: seat.x, y: seat.y, beside: nowhere }));
}

const ring = 34;

/** Each store of a mark by itself, in a ring around their place. */
export function spread(mark: Mark): Mark[] {
  const { stores, x, y } = mark;
  if (stores.length === 1) return [mark];
  const wide = Math.max(ring, (stores.length * 46) / (2 * Math.PI));
  return stores.map((store, at) => {
    const turn = (at / stores.length) * 2 * Math.PI - Math.PI / 2;
    return { x, y, stores: [store], beside: { x: Math.cos(turn) * wide, y: Math.sin(turn) * wide } };
  });
}
