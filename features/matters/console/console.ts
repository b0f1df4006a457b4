export { catalogue as matterWords } from './text.ts';

export const loadMatters = async () => (await import('./matters.tsx')).MattersScreen;
