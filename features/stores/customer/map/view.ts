/** What part of the earth a map shows. Web Mercator: the earth is a square from 0 to 1, north above, west on the left. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface View extends Point {
  /** Pixels for the whole width of the earth. */
  readonly scale: number;
}

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const earth_m = 40_075_017;
/** Four metres a pixel: closer there is nothing to see. */
export const closest = earth_m / 4;
/** Where Mercator ends. */
const northmost = 85;
/** As close as a single store is shown: the town around it stays in sight. */
const around_one = 260_000;
/** As close as several are shown: their quarters. */
const around_some = closest / 2;

const limited = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

export function project({ latitude, longitude }: { latitude: number; longitude: number }): Point {
  const north = (limited(latitude, -northmost, northmost) * Math.PI) / 180;
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log(Math.tan(Math.PI / 4 + north / 2)) / (2 * Math.PI),
  };
}

/** Degrees north of a height on the map. */
export function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
}

/** Where a point of the earth is on the screen, from its upper left corner. */
export function onScreen(view: View, { width, height }: Size, { x, y }: Point): Point {
  return { x: (x - view.x) * view.scale + width / 2, y: (y - view.y) * view.scale + height / 2 };
}

/** The view kept within the earth, and never so far that the earth is smaller than the screen. */
export function limitedView({ x, y, scale }: View, { width, height }: Size): View {
  const within = limited(scale, Math.max(width, height, 1), closest);
  const half = { x: width / 2 / within, y: height / 2 / within };
  return { x: limited(x, half.x, 1 - half.x), y: limited(y, half.y, 1 - half.y), scale: within };
}

/** The earth pushed by so many pixels. */
export function moved(view: View, size: Size, by: Point): View {
  return limitedView({ ...view, x: view.x - by.x / view.scale, y: view.y - by.y / view.scale }, size);
}

/** `factor` above 1 goes closer. The point of the earth under `at`, in pixels, stays where it is. */
export function zoomed(view: View, size: Size, factor: number, at: Point): View {
  const { scale } = limitedView({ ...view, scale: view.scale * factor }, size);
  const [east, south] = [at.x - size.width / 2, at.y - size.height / 2];
  const held = { x: view.x + east / view.scale, y: view.y + south / view.scale };
  return limitedView({ x: held.x - east / scale, y: held.y - south / scale, scale }, size);
}

/** The strip at the right edge where the tools are, in pixels: no store is put under them. */
const tools_px = 52;

/** All of the points, with `margin` pixels around them and to the left of the tools. */
export function fitted(points: readonly Point[], size: Size, margin: number): View {
  if (points.length === 0) return limitedView({ x: 0.5, y: 0.4, scale: 0 }, size);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const width = Math.max(size.width - tools_px, size.width / 2);
  const room = (pixels: number, span: number) => Math.max(pixels - 2 * margin, pixels / 3) / span;
  const most = west === east && north === south ? around_one : around_some;
  const scale = Math.min(room(width, east - west), room(size.height, south - north), most);
  const aside = (size.width - width) / 2 / Math.max(scale, size.width, size.height);
  return limitedView({ x: (west + east) / 2 + aside, y: (north + south) / 2, scale }, size);
}

/** Closer to a heap of stores, at least twice as close: in one house as close as can be, where they stand in a ring. */
export function into(points: readonly Point[], view: View, size: Size, margin: number): View {
  const fit = fitted(points, size, margin);
  const [first] = points;
  const same = points.every(({ x, y }) => x === first?.x && y === first.y);
  return limitedView({ ...fit, scale: same ? closest : Math.max(fit.scale, view.scale * 2) }, size);
}

/** The point in the middle, close enough to see the town around it; never further away than before. */
export function around(point: Point, view: View, size: Size): View {
  return limitedView({ ...point, scale: Math.max(view.scale, around_one / 2) }, size);
}

/** Part of the way from one view to another, 0 to 1. Zoom goes by equal factors. */
export function between(from: View, to: View, part: number): View {
  const mix = (a: number, b: number) => a + (b - a) * part;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    scale: from.scale * (to.scale / from.scale) ** part,
  };
}

export interface Ruler {
  readonly metres: number;
  readonly pixels: number;
}

/** A round length that is at most `most` pixels long in the middle of the view. */
export function ruler(view: View, most: number): Ruler {
  const metres_per_pixel = (earth_m * Math.cos((latitudeOf(view.y) * Math.PI) / 180)) / view.scale;
  const longest_m = most * metres_per_pixel;
  const power = 10 ** Math.floor(Math.log10(longest_m));
  const metres = ([5, 2, 1].find((step) => step * power <= longest_m) ?? 1) * power;
  return { metres, pixels: metres / metres_per_pixel };
}
