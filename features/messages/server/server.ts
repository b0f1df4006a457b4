export { Outbox, type OutboxMail, smtpCarrier } from './carriers.ts';
export { outboxPage, outboxStyle } from './outbox.page.ts';
