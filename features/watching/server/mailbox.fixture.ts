import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface ReceivedMail {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface Mailbox {
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** Whether it takes mail from now on. */
  takes: (open: boolean) => void;
  readonly close: () => Promise<void>;
}

function decoded(text: string, encoding: string | undefined): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString();
  if (encoding !== 'quoted-printable') return text;
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** As its reader sees it. */
function read(to: readonly string[], raw: string): ReceivedMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const line = /^Subject: ([\s\S]*?)(?=\r\n\S)/m.exec(`${head}\r\nX`)?.[1] ?? '';
  const subject = line
    .replace(/\r\n\s+/g, ' ')
    .replace(/\?= =\?UTF-8\?[BQ]\?/gi, '')
    .replace(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? decoded(text, 'base64')
        : decoded(text.replaceAll('_', ' '), 'quoted-printable'),
    );
  const encoding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1];
  return { to, subject, text: decoded(rest.join('\r\n\r\n'), encoding).replaceAll('\r\n', '\n') };
}

/** A mail server that speaks the real protocol and keeps what it took. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  let open = true;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) =>
      done(open ? undefined : Object.assign(new Error('not now'), { responseCode: 421 })),
    onData: (stream, session, done) => {
      let raw = '';
      stream.on('data', (chunk) => {
        raw += chunk;
      });
      stream.on('end', () => {
        mails.push(
          read(
            session.envelope.rcptTo.map(({ address }) => address),
            raw,
          ),
        );
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    takes: (next) => {
      open = next;
      if (!open) for (const connection of server.connections) connection.close();
    },
    close: async () => {
      for (const connection of server.connections) connection.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
