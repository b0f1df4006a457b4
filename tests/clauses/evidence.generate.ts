import { evidenceOf, testNames } from './evidence.ts';

/** What the coverage page shows of each clause: the walls in which it stands, and its tests there. */
export function generate() {
  const evidence = JSON.stringify(evidenceOf(testNames()), null, 2);
  const text = [
    '// Generated from the names of the tests by `npm run generate`. Do not edit.',
    "import type { Evidence } from '@axent/policy/compile';",
    '',
    `export const evidence: Readonly<Record<string, Evidence>> = ${evidence};`,
    '',
  ].join('\n');
  return [{ path: 'apps/server/generated/evidence.ts', text }];
}
