import { connect, type Socket } from 'node:net';
import { parentPort } from 'node:worker_threads';

// Asks over sockets that stay open, in a thread of its own and with as little work as can be, so that what is
// measured is the server. Reads HTTP only as far as this one server writes it: `content-length`, no chunks.

export interface ReadTask {
  readonly port: number;
  readonly path: string;
  readonly at_once: number;
  readonly duration_ms: number;
  readonly people: readonly { readonly token: string; readonly email: string }[];
}

export interface ReadAnswer {
  readonly answered: number;
  readonly seconds: number;
  /** Answers that were none or another person's. */
  readonly wrong: number;
}

/** Bytes of the answer at the beginning of `text`; null while it is not all there. */
function answerLength(text: string): number | null {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? Number.NaN);
  return text.length >= head + 4 + length ? head + 4 + length : null;
}

async function ask({ port, path, at_once, duration_ms, people }: ReadTask): Promise<ReadAnswer> {
  let [answered, wrong, next] = [0, 0, 0];
  const began = performance.now();
  const askAgain = (socket: Socket): string => {
    const n = next++ % people.length;
    const person = people[n];
    // Each from an address of their own, as people are: no limit of calls is met.
    socket.write(
      `GET ${path} HTTP/1.1\r\nhost: localhost\r\nx-forwarded-for: 10.${n >> 16}.${(n >> 8) & 255}.${n & 255}\r\n` +
        `cookie: axent-session=${person?.token}\r\n\r\n`,
    );
    return person?.email ?? '';
  };
  const browser = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.setEncoding('latin1').setNoDelay(true);
      let [text, email] = ['', ''];
      socket.once('error', reject);
      socket.once('connect', () => {
        email = askAgain(socket);
      });
      socket.on('data', (part: string) => {
        text += part;
        const length = answerLength(text);
        if (length === null) return;
        answered++;
        if (!text.startsWith('HTTP/1.1 200') || !text.includes(`"${email}"`)) wrong++;
        text = text.slice(length);
        if (performance.now() - began < duration_ms) {
          email = askAgain(socket);
          return;
        }
        socket.destroy();
        resolve();
      });
    });
  await Promise.all(Array.from({ length: at_once }, browser));
  return { answered, seconds: (performance.now() - began) / 1000, wrong };
}

parentPort?.on('message', async (task: ReadTask) => parentPort?.postMessage(await ask(task)));
