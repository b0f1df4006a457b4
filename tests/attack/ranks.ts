/** The test of Mann and Whitney: whether values of one group tend to be larger than those of another. */
export interface Ranks {
  /** How often a value of the first is larger than one of the second; 0.5: they cannot be told apart. */
  readonly effect: number;
  /** Chance that groups without a difference differ so much, two-sided, by the normal approximation. */
  readonly p: number;
}

export function compareRanks(first: readonly number[], second: readonly number[]): Ranks {
  const all = [
    ...first.map((value) => ({ value, own: true })),
    ...second.map((value) => ({ value, own: false })),
  ];
  all.sort((a, b) => a.value - b.value);
  let ranks = 0;
  let ties = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const rank = (from + 1 + to) / 2;
    ranks += rank * all.slice(from, to).filter(({ own }) => own).length;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const [n, m] = [first.length, second.length];
  const u = ranks - (n * (n + 1)) / 2;
  const spread = Math.sqrt(((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
  const z = spread === 0 ? 0 : (u - (n * m) / 2) / spread;
  return { effect: u / (n * m), p: 2 * upperTail(Math.abs(z)) };
}

/** Of the normal distribution (Abramowitz and Stegun 26.2.17, error below 1e-7). */
function upperTail(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const factors = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = factors.reduce((total, factor, power) => total + factor * t ** (power + 1), 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
