export { catalogue as fraudWords } from './text.ts';

export const loadFraud = async () => (await import('./queue.tsx')).QueueScreen;
