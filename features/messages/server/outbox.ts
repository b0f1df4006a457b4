import type { Carrier, Channel, Outbound } from '@axent/kernel';

export interface OutboxMail {
  readonly channel: Channel;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

const kept = 500;

/** Plays the mailbox and the phone on a machine of one's own: the last messages, in memory, newest first. */
export class Outbox {
  #mails: readonly OutboxMail[] = [];
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  get mails(): readonly OutboxMail[] {
    return this.#mails;
  }

  /** The carrier of a channel that ends here. */
  carrier(channel: 'mail' | 'sms'): Carrier {
    const carry = async ({ to, subject, text }: Outbound) => {
      const one = { channel, to, subject, text, at: new Date(this.#clock()) };
      this.#mails = [one, ...this.#mails].slice(0, kept);
      return { reference: null };
    };
    return { id: `${channel}.outbox`, channel, carry, close: () => undefined };
  }
}
