export { catalogue as coverageWords } from './text.ts';

export const loadCoverage = async () => (await import('./coverage.tsx')).CoverageScreen;
