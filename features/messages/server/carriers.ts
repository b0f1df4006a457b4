import type { Carrier } from '@axent/kernel';
import { createTransport } from 'nodemailer';

const connect_ms = 10_000;
/** Shorter than the time for which a message belongs to whoever took it; see kernel/message/delivery.ts. */
const whole_ms = 60_000;

/** Carries mail through an SMTP server. @param url for example `smtps://user:secret@mail.example.com` */
export function smtpCarrier(url: string, from: string): Carrier & { readonly close: () => void } {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    // Trying again is ours: it is counted, told, and outlives this process.
    maxRequeues: 0,
    connectionTimeout: connect_ms,
    greetingTimeout: connect_ms,
    socketTimeout: connect_ms * 2,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  const carry = async (message: Parameters<Carrier>[0]): Promise<void> => {
    await transport.sendMail({
      from,
      to: message.to,
      subject: message.subject,
      text: message.text,
      // Nobody's absence note answers a machine (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.timeout(whole_ms),
    });
  };
  return Object.assign(carry, { close: () => transport.close() });
}

export interface OutboxMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

const kept = 500;

/** Plays the mailbox on a machine of one's own: the last mails, in memory, newest first. */
export class Outbox {
  #mails: readonly OutboxMail[] = [];
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  get mails(): readonly OutboxMail[] {
    return this.#mails;
  }

  carry: Carrier = async (message) => {
    this.#mails = [{ ...message, at: new Date(this.#clock()) }, ...this.#mails].slice(0, kept);
  };
}
