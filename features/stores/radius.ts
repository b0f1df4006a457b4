/** How far a search goes: it widens step by step until there is something. The last step reaches all of the earth. */
export const radii_m: readonly number[] = [
  5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000, 20_040_000,
];

/** The smallest step that holds this distance. */
export function radius_m(distance_m: number): number {
  return radii_m.find((step_m) => distance_m <= step_m) ?? (radii_m.at(-1) as number);
}
