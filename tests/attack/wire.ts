import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';

export interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** The address it comes from, one of this machine's own. */
  readonly from?: string;
}

export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const answer_ms = 20_000;

/** One request with exactly these headers. Unlike `fetch`, it adds and refuses nothing. */
export function ask(base: string, { method = 'GET', path, headers = {}, body, from }: Ask): Promise<Told> {
  const { hostname, port } = new URL(base);
  const address = hostname === 'localhost' ? '127.0.0.1' : hostname;
  const all = {
    host: `localhost:${port}`,
    ...headers,
    ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  };
  return new Promise((resolve, reject) => {
    const options = { host: address, port, method, path, headers: all, timeout: answer_ms };
    const asked = request(
      from === undefined ? { ...options, agent } : { ...options, localAddress: from },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
        answer.on('error', reject);
      },
    );
    asked.on('timeout', () => asked.destroy(new Error(`no answer to ${method} ${path}`)));
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Bytes as they are, onto a socket of their own; what came back until it was closed or stayed silent. */
export function throwBytes(
  port: number,
  bytes: string | Buffer,
  silence_ms = 250,
): Promise<{ readonly text: string; readonly closed: boolean }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let timer: NodeJS.Timeout | undefined;
    const end = (closed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, closed });
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(false), silence_ms);
    };
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      wait();
    });
    socket.on('end', () => end(true));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNREFUSED' ? reject(error) : end(true),
    );
    socket.write(bytes);
    wait();
  });
}

/** Statuses of the answers in what a socket said; each begins right behind the body of the one before. */
export const answersIn = (text: string): number[] =>
  [...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map((one) => Number(one[1]));
