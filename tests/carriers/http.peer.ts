import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.ts';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface HttpPeer {
  readonly origin: string;
  readonly host: string;
  readonly taken: Request[];
  /** How it answers now; the default is 202 with an empty object. */
  answer: (response: ServerResponse, request: Request) => void;
  readonly stop: () => Promise<void>;
}

/** A gateway or a push service over a real socket; with a certificate it speaks TLS. */
export async function httpPeer(certificate?: Certificate): Promise<HttpPeer> {
  const taken: Request[] = [];
  const serve = (incoming: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        path: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks),
      };
      taken.push(request);
      peer.answer(response, request);
    });
  };
  const server = certificate ? createHttps({ ...certificate }, serve) : createHttp(serve);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const peer: HttpPeer = {
    origin: `${certificate ? 'https' : 'http'}://${host}`,
    host,
    taken,
    answer: (response) => {
      response.writeHead(202, { 'content-type': 'application/json' }).end('{}');
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return peer;
}
