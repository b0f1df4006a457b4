import type { Carried, Context, Use } from '@axent/kernel';
import { type Held, hasProved, type Sender } from './storage.ts';
import type { Words } from './words.ts';

type AnyContext = Pick<Context<'service'>, 'carries' | 'keyedHash'>;

interface Saying {
  /** Where the person is reached. */
  readonly at: readonly Held[];
  readonly words: Words;
  /** A path of the customer app. */
  readonly link: string;
  /** The address of the customer app. */
  readonly home: string;
  /** To the browsers and to mail or phone: nobody may miss it. */
  readonly everywhere: boolean;
  /** To the phone that they proved as well where there is a mail address: either may be lost. */
  readonly phoneToo?: boolean;
}

/**
 * The same message at every address where it is to come: to the browsers that the person opened, and where there are
 * none, or for what nobody may miss, to mail, else to the phone that they proved.
 */
async function messagesTo(
  { carries, keyedHash }: AnyContext,
  use: Sender,
  { at, words, link, home, everywhere, phoneToo = false }: Saying,
): Promise<Carried[]> {
  const push: Carried[] = [];
  let email: string | null = null;
  let phone: string | null = null;
  for (const held of at) {
    // Every sender reads contacts; the compiler takes one of them at a time.
    const contact = await (use as unknown as Use<'service'>).read(held.box);
    if (held.push && contact.push !== undefined) {
      push.push({
        channel: 'push',
        to: contact.push,
        subject: words.title,
        text: words.short,
        link,
        address: held.id,
      });
    } else if (!held.push) {
      email ??= contact.email;
      phone ??= contact.phone;
    }
  }
  if (!carries('push')) push.length = 0;
  if (push.length > 0 && !everywhere) return push;
  const mail: Carried[] = [];
  if (email !== null && carries('mail')) {
    const text = `${words.text}\n\n${home}${link}\n\n${words.why}\n`;
    mail.push({ channel: 'mail', to: email, subject: words.title, text });
    if (!phoneToo) return [...push, ...mail];
  }
  const proved =
    phone !== null && carries('sms') && (await hasProved(use, keyedHash('identifier', `phone|${phone}`)));
  if (!proved || phone === null) return [...push, ...mail];
  const text = `${words.sms ?? words.short} ${home}${link}`;
  return [...push, ...mail, { channel: 'sms', to: phone, subject: '', text }];
}

/** Tells the person, where there is an address for it. */
export async function tell(
  context: AnyContext,
  use: Sender,
  saying: Saying,
  send: (contents: readonly Carried[]) => Promise<unknown>,
): Promise<void> {
  const contents = await messagesTo(context, use, saying);
  if (contents.length > 0) await send(contents);
}
