export { catalogue as profileWords } from './text.ts';

/** A screen, a chunk of its own. */
export const loadProfile = async () => (await import('./profile.tsx')).ProfileScreen;
