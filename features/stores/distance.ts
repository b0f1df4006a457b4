/** Distances on the sphere. Positions are WGS 84 degrees. */

/** Mean radius of the earth (IUGG). */
export const earth_radius_m = 6_371_008.8;

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

const radians = Math.PI / 180;

export function isPosition(position: Position): boolean {
  const { latitude, longitude } = position;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** Great-circle distance in metres, by the haversine formula. */
export function distance_m(a: Position, b: Position): number {
  const north = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const east = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const half = north * north + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * east * east;
  return 2 * earth_radius_m * Math.asin(Math.min(1, Math.sqrt(half)));
}

/**
 * Coarse enough that distances to several stores do not give a position away: steps of 100 m below 10 km, of 1 km
 * above, and never less than 100 m.
 */
export function rounded_m(exact_m: number): number {
  if (exact_m < 10_000) return Math.max(100, Math.round(exact_m / 100) * 100);
  return Math.round(exact_m / 1000) * 1000;
}
