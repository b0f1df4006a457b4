export { catalogue as messagesWords } from './text.ts';
export { toldAddress } from './told.ts';

export const loadMessages = async () => (await import('./screen.tsx')).MessagesScreen;
export const loadRenewal = async () => (await import('./subscription.ts')).renewHere;
export const loadZone = async () => (await import('./zone.ts')).tellZone;
