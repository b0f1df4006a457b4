import { type Carrier, CarrierFailure, failureOf } from '@axent/kernel';
import { createTransport } from 'nodemailer';

const connect_ms = 10_000;
/** Shorter than the time for which a message belongs to whoever took it; see kernel/message/delivery.ts. */
const whole_ms = 60_000;

/** Carries mail through an SMTP server. @param url for example `smtps://user:secret@mail.example.com` */
export function smtpCarrier(url: string, from: string, id = 'mail.first'): Carrier {
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
  const domain = /@([^\s<>@]+)>?$/.exec(from)?.[1] ?? 'axent.invalid';
  return {
    id,
    channel: 'mail',
    carry: async (message) => {
      try {
        await transport.sendMail({
          from,
          to: message.to,
          subject: message.subject,
          text: message.text,
          // The same at every try: a mailbox that gets it twice shows it once.
          messageId: `<${message.id}@${domain}>`,
          // Nobody's absence note answers a machine (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.timeout(whole_ms),
        });
        return { reference: null };
      } catch (error) {
        throw failureOfMail(error as Error & { code?: string; responseCode?: number });
      }
    },
    close: () => transport.close(),
  };
}

/** A server that says no for good (5xx) to a recipient or a text is well; nothing is wrong with the way to it. */
function failureOfMail(error: Error & { code?: string; responseCode?: number }): CarrierFailure {
  const code = error.code ?? error.name;
  const forGood = error.responseCode !== undefined && error.responseCode >= 500;
  if (forGood && (code === 'EENVELOPE' || code === 'EMESSAGE'))
    return new CarrierFailure('final', `SMTP_${error.responseCode}`);
  return failureOf(error);
}
