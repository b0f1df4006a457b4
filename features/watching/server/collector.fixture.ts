import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string; readonly intValue?: number };
}

export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly status: { readonly code?: number; readonly message?: string };
}

export interface Collector {
  readonly url: string;
  /** Everything that came, heads included but for the collector's own address. */
  readonly heard: () => string;
  readonly spans: () => readonly CollectedSpan[];
  /** What it answers from now on. */
  answer: (status: number) => void;
  readonly close: () => Promise<void>;
}

interface Exported {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly CollectedSpan[] }[];
  }[];
}

/** A collector that takes traces by OTLP over HTTP, as JSON, and keeps everything. */
export async function openCollector(): Promise<Collector> {
  let status = 200;
  let heard = '';
  const spans: CollectedSpan[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (bytes: Buffer) => {
      body += bytes.toString();
    });
    request.on('end', () => {
      heard += `${request.method} ${request.url}\n${JSON.stringify({ ...request.headers, host: '' })}\n${body}\n`;
      const { resourceSpans } = JSON.parse(body) as Exported;
      if (status === 200)
        spans.push(...resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)));
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1/traces`,
    heard: () => heard,
    spans: () => spans,
    answer: (next) => {
      status = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
