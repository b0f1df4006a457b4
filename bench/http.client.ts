import { connect, type Socket } from 'node:net';

// A connection that stays open, with as little work as can be, so that what is measured is the server. Reads HTTP only
// as far as this one server writes it: `content-length`, no chunks.

/** Bytes of the answer at the beginning of `text`; null while it is not all there. */
function answerLength(text: string): number | null {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return null;
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? Number.NaN);
  return text.length >= head + 4 + length ? head + 4 + length : null;
}

export interface HttpConnection {
  /** Sends a whole request; answers its whole response, one character per byte. One at a time. */
  readonly ask: (request: string) => Promise<string>;
  readonly close: () => void;
}

export function openConnection(port: number): Promise<HttpConnection> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    socket.setEncoding('latin1').setNoDelay(true);
    let text = '';
    let answered: (answer: string) => void = () => undefined;
    let failed: (error: Error) => void = reject;
    socket.on('error', (error) => failed(error));
    socket.on('data', (part: string) => {
      text += part;
      const length = answerLength(text);
      if (length === null) return;
      const answer = text.slice(0, length);
      text = text.slice(length);
      answered(answer);
    });
    const ask = (request: string) =>
      new Promise<string>((done, broken) => {
        answered = done;
        failed = broken;
        socket.write(request, 'latin1');
      });
    socket.once('connect', () => resolve({ ask, close: () => socket.destroy() }));
  });
}

export const statusOf = (answer: string): number => Number(answer.slice(9, 12));
export const bodyOf = (answer: string): string =>
  Buffer.from(answer.slice(answer.indexOf('\r\n\r\n') + 4), 'latin1').toString();
