export { catalogue as requestWords } from './text.ts';

export const loadRequests = async () => (await import('./queue.tsx')).RequestsScreen;
