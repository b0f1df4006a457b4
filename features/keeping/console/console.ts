export { catalogue as keepingWords } from './text.ts';

export const loadKeeping = async () => (await import('./keeping.tsx')).KeepingScreen;
