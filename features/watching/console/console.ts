export { catalogue as watchingWords } from './text.ts';

export const loadStatus = async () => (await import('./status.tsx')).StatusScreen;
