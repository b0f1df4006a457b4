export { catalogue as accessWords } from './text.ts';

export const loadAccess = async () => (await import('./access.tsx')).AccessScreen;
