export { catalogue as requestWords } from './text.ts';

export const loadRequests = async () => (await import('./requests.tsx')).RequestsScreen;
