import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Counts, Measured } from './counts.ts';

export interface MetricsOptions {
  readonly host: string;
  readonly port: number;
  readonly counts: Counts;
  readonly measure: () => Promise<Measured>;
  readonly onError: (error: Error) => void;
}

export interface MetricsListener {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const request_ms = 10_000;
const connections_at_most = 16;
/** Scrapers that come together, or too often, get the same answer: the database is asked once. */
const fresh_ms = 1_000;

/** Answers `GET /metrics` on an address of its own, apart from what people reach, and nothing else. */
export async function serveMetrics(options: MetricsOptions): Promise<MetricsListener> {
  const { counts, measure, onError } = options;
  let last: { at: number; readonly text: Promise<string> } | null = null;
  const scrape = (): Promise<string> => {
    if (last !== null && performance.now() - last.at <= fresh_ms) return last.text;
    const text = measure().then((measured) => counts.text(measured));
    // As long as it is being measured, nobody measures beside it.
    const own = { at: Number.POSITIVE_INFINITY, text };
    last = own;
    const done = () => {
      own.at = performance.now();
    };
    text.then(done, done);
    return text;
  };
  const server = createServer(
    { requestTimeout: request_ms, headersTimeout: request_ms },
    (request, response) => {
      const known = request.method === 'GET' && request.url?.split('?')[0] === '/metrics';
      if (!known) {
        response.writeHead(404).end();
        return;
      }
      scrape().then(
        (text) => response.writeHead(200, { 'content-type': counts.type }).end(text),
        (error: Error) => {
          last = null;
          onError(error);
          response.writeHead(503).end();
        },
      );
    },
  );
  server.maxConnections = connections_at_most;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => resolve());
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
