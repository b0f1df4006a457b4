export { watchGeolocation } from './device.ts';
export { createOpenings, type Openings } from './openings.ts';
export { catalogue as functionsWords } from './text.ts';

export const loadOpenings = async () => (await import('./screen.tsx')).OpeningsScreen;
