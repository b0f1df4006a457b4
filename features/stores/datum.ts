/**
 * WGS 84 and GCJ-02. Maps and shops in mainland China give coordinates in GCJ-02, which is WGS 84 moved by up to some
 * 700 m, differently from place to place. Everything here is kept and compared in WGS 84.
 */
import type { Position } from './distance.ts';

export type Datum = 'wgs84' | 'gcj02';

export const datums: readonly Datum[] = ['wgs84', 'gcj02'];

/** Krassovsky's ellipsoid of 1940: half its longer axis in metres, and the square of its eccentricity. */
const axis_m = 6_378_245;
const eccentricity = 0.006_693_421_622_965_943;

interface Part {
  readonly north: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
}

const part = (north: number, west: number, south: number, east: number): Part => ({
  north,
  west,
  south,
  east,
});

/** Mainland China in rough rectangles, and what they hold of its neighbours. */
const mainland: readonly Part[] = [
  part(49.2204, 79.4462, 42.8899, 96.33),
  part(54.1415, 109.6872, 39.3742, 135.0002),
  part(42.8899, 73.1246, 29.5297, 124.143255),
  part(29.5297, 82.9684, 26.7186, 97.0352),
  part(29.5297, 97.0253, 20.414096, 124.367395),
  part(20.414096, 107.975793, 17.871542, 111.744104),
];
const others: readonly Part[] = [
  part(25.398623, 119.921265, 21.785006, 122.497559),
  part(22.284, 101.8652, 20.0988, 106.665),
  part(21.5422, 106.4525, 20.4878, 108.051),
  part(55.8175, 109.0323, 50.3257, 119.127),
  part(55.8175, 127.4568, 49.5574, 137.0227),
  part(44.8922, 131.2662, 42.5692, 137.0227),
];

const within = ({ latitude, longitude }: Position, parts: readonly Part[]) =>
  parts.some(
    ({ north, west, south, east }) =>
      latitude <= north && latitude >= south && longitude >= west && longitude <= east,
  );

/** Whether GCJ-02 is in use there, as well as rectangles can say. */
export function usesGcj02(position: Position): boolean {
  return within(position, mainland) && !within(position, others);
}

const { PI, sin, sqrt, abs, cos } = Math;

const waves = (x: number) => (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);

function northward(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
  const long = (20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * (2 / 3);
  const longer = (160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * (2 / 3);
  return plain + waves(x) + long + longer;
}

function eastward(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
  const long = (20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * (2 / 3);
  const longer = (150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * (2 / 3);
  return plain + waves(x) + long + longer;
}

/** By how many degrees GCJ-02 moves a position of WGS 84. */
function shift({ latitude, longitude }: Position): Position {
  const [x, y] = [longitude - 105, latitude - 35];
  const sine = sin((latitude / 180) * PI);
  const root = sqrt(1 - eccentricity * sine * sine);
  const metres_north = (axis_m * (1 - eccentricity)) / (root * root * root);
  const metres_east = (axis_m / root) * cos((latitude / 180) * PI);
  return {
    latitude: (northward(x, y) * 180) / (metres_north * PI),
    longitude: (eastward(x, y) * 180) / (metres_east * PI),
  };
}

function pushed(position: Position): Position {
  const by = shift(position);
  return { latitude: position.latitude + by.latitude, longitude: position.longitude + by.longitude };
}

/** WGS 84 to GCJ-02; outside mainland China unchanged. */
export function toGcj02({ latitude, longitude }: Position): Position {
  const position = { latitude, longitude };
  return usesGcj02(position) ? pushed(position) : position;
}

const rounds = 6;

/**
 * GCJ-02 to WGS 84, to a millimetre; outside mainland China unchanged. There is no formula for the way back: what the
 * way there misses the goal by is taken off, until it misses it no more.
 */
export function toWgs84({ latitude, longitude }: Position): Position {
  let found: Position = { latitude, longitude };
  if (!usesGcj02(found)) return found;
  for (let round = 0; round < rounds; round++) {
    const reached = pushed(found);
    found = {
      latitude: found.latitude - (reached.latitude - latitude),
      longitude: found.longitude - (reached.longitude - longitude),
    };
  }
  return found;
}
