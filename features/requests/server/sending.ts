import type { ProvedAddress } from '@axent/account/contract/proof';
import type { Context } from '@axent/kernel';
import type { Words } from './words.ts';

export type Reached = ProvedAddress;

interface Home {
  /** The address of the customer app, without a slash at the end. */
  readonly home: string;
}

/** To the address that was proved. An SMS says where to read on, a mail says it all. */
export async function sendWords(
  { use, carries }: Pick<Context<'rights'>, 'use' | 'carries'>,
  { kind, value: to }: Reached,
  { subject, text, short, why }: Words,
  { home }: Home,
): Promise<void> {
  const where = `${home}/privacy/requests`;
  const sms = { channel: 'sms', to, subject: '', text: `${short} ${where}` } as const;
  const mail = { channel: 'mail', to, subject, text: `${text}\n\n${where}\n\n${why}\n` } as const;
  const content = kind === 'phone' ? sms : mail;
  if (carries(content.channel)) await use.send('account', content);
}
