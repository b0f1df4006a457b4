export { catalogue as messagesWords } from './text.ts';

export const loadMessages = async () => (await import('./screen.tsx')).MessagesScreen;
export const loadZone = async () => (await import('./zone.ts')).tellZone;
