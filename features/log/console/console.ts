export { catalogue as logWords } from './text.ts';

export const loadLog = async () => (await import('./log.tsx')).LogScreen;
