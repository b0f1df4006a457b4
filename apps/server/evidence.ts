import type { Evidence } from '@axent/policy/compile';

/** Walls and tests of each clause. Written by `npm run generate` from the tests that name their clause. */
export const evidence: Readonly<Record<string, Evidence>> = {};
