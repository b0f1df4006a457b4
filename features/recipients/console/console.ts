export { catalogue as recipientWords } from './text.ts';

export const loadRecipients = async () => (await import('./recipients.tsx')).RecipientsScreen;
