export { catalogue as securityWords } from './text.ts';

export const loadSecurity = async () => (await import('./security.tsx')).SecurityScreen;
