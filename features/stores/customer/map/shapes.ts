/**
 * The brand's shapes as paths for SVG, in pixels of one view. What lies outside is cut away first: at a close look a
 * border of a thousand kilometres would otherwise be drawn dash by dash where nobody sees it.
 */
import { decodeLines } from '@axent/brand/map/lines';
import { project, type Size, type View } from './view.ts';

/** A ring or a line: x, y, x, y and so on, the earth from 0 to 1. */
export interface Outline {
  readonly points: Float64Array;
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
}

/** Beyond the edge by so much, so that the cut itself is out of sight. */
const beyond_px = 8;
/** Points closer than this to the one before are left out. */
const step_px = 0.5;

export function outlines(encoded: string): Outline[] {
  return decodeLines(encoded).map((line) => {
    const points = new Float64Array(line.length * 2);
    const bounds = { west: 1, east: 0, north: 1, south: 0 };
    line.forEach(([longitude, latitude], at) => {
      const { x, y } = project({ latitude, longitude });
      points.set([x, y], at * 2);
      bounds.west = Math.min(bounds.west, x);
      bounds.east = Math.max(bounds.east, x);
      bounds.north = Math.min(bounds.north, y);
      bounds.south = Math.max(bounds.south, y);
    });
    return { points, ...bounds };
  });
}

interface Window {
  readonly west: number;
  readonly east: number;
  readonly north: number;
  readonly south: number;
}

function windowOf(view: View, { width, height }: Size): Window {
  const [half_width, half_height] = [width / 2 + beyond_px, height / 2 + beyond_px];
  return {
    west: view.x - half_width / view.scale,
    east: view.x + half_width / view.scale,
    north: view.y - half_height / view.scale,
    south: view.y + half_height / view.scale,
  };
}

const apart = (a: Window, b: Window) =>
  a.east < b.west || a.west > b.east || a.south < b.north || a.north > b.south;

const within = (a: Window, b: Window) =>
  a.west >= b.west && a.east <= b.east && a.north >= b.north && a.south <= b.south;

/** Cuts a ring along one edge (Sutherland and Hodgman). `axis` 0 is x; `sign` 1 keeps what is above `edge`. */
function cutRing(points: ArrayLike<number>, axis: 0 | 1, edge: number, sign: 1 | -1): number[] {
  const kept: number[] = [];
  const count = points.length;
  for (let at = 0; at < count; at += 2) {
    const [x, y] = [points[at] as number, points[at + 1] as number];
    const before = (at + count - 2) % count;
    const [from_x, from_y] = [points[before] as number, points[before + 1] as number];
    const [here, there] = axis === 0 ? [x, from_x] : [y, from_y];
    const inside = (here - edge) * sign >= 0;
    if (inside !== (there - edge) * sign >= 0) {
      const part = (edge - there) / (here - there);
      kept.push(from_x + (x - from_x) * part, from_y + (y - from_y) * part);
    }
    if (inside) kept.push(x, y);
  }
  return kept;
}

function cutToWindow(ring: Outline, window: Window): ArrayLike<number> {
  if (within(ring, window)) return ring.points;
  const west = cutRing(ring.points, 0, window.west, 1);
  const east = cutRing(west, 0, window.east, -1);
  return cutRing(cutRing(east, 1, window.north, 1), 1, window.south, -1);
}

/** Writes points in pixels, leaving out what no eye tells apart. */
class Pen {
  readonly #view: View;
  readonly #size: Size;
  #text = '';
  #x = Number.NaN;
  #y = Number.NaN;

  constructor(view: View, size: Size) {
    this.#view = view;
    this.#size = size;
  }

  get text(): string {
    return this.#text;
  }

  lift(): void {
    this.#x = Number.NaN;
  }

  to(x: number, y: number): void {
    const px = (x - this.#view.x) * this.#view.scale + this.#size.width / 2;
    const py = (y - this.#view.y) * this.#view.scale + this.#size.height / 2;
    if (Math.abs(px - this.#x) < step_px && Math.abs(py - this.#y) < step_px) return;
    this.#text += `${Number.isNaN(this.#x) ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`;
    this.#x = px;
    this.#y = py;
  }

  close(): void {
    if (!Number.isNaN(this.#x)) this.#text += 'Z';
    this.lift();
  }
}

/** Rings to be filled. */
export function fillPath(rings: readonly Outline[], view: View, size: Size): string {
  const window = windowOf(view, size);
  const pen = new Pen(view, size);
  for (const ring of rings) {
    if (apart(ring, window)) continue;
    const points = cutToWindow(ring, window);
    for (let at = 0; at < points.length; at += 2) pen.to(points[at] as number, points[at + 1] as number);
    pen.close();
  }
  return pen.text;
}

/** Whether the box around two points and the window have anything in common. */
function nearWindow(points: Float64Array, at: number, window: Window): boolean {
  const [x, y, to_x, to_y] = [points[at], points[at + 1], points[at + 2], points[at + 3]] as [
    number,
    number,
    number,
    number,
  ];
  return !apart(
    { west: Math.min(x, to_x), east: Math.max(x, to_x), north: Math.min(y, to_y), south: Math.max(y, to_y) },
    window,
  );
}

/** Lines; of each only the stretches that come near the view. */
export function linePath(lines: readonly Outline[], view: View, size: Size): string {
  const window = windowOf(view, size);
  const pen = new Pen(view, size);
  for (const line of lines) {
    if (apart(line, window)) continue;
    const { points } = line;
    pen.lift();
    for (let at = 0; at + 3 < points.length; at += 2) {
      if (!nearWindow(points, at, window)) {
        pen.lift();
        continue;
      }
      pen.to(points[at] as number, points[at + 1] as number);
      pen.to(points[at + 2] as number, points[at + 3] as number);
    }
  }
  return pen.text;
}
