import type { FastifyPluginAsync } from 'fastify';
import { formerText } from './former.ts';
import type { LedgerReader } from './reader.ts';
import { parseTilePath } from './tile.ts';

export interface LedgerAnswer {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const plain = 'text/plain; charset=utf-8';
/** A head is replaced within a second; a tile of a given width never changes. */
const brief = 'public, max-age=1';
const immutable = 'public, max-age=31536000, immutable';

function found(body: string | Buffer, type: string, caching: string): LedgerAnswer {
  const headers = {
    'content-type': type,
    'cache-control': caching,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, headers, body };
}

const missing: LedgerAnswer = {
  status: 404,
  headers: {
    'content-type': plain,
    // It may be there a second later.
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  },
  body: 'The log has nothing here.\n',
};

/** Answers a path under the log's prefix: `checkpoint`, `vkey`, `former`, `tile/<L>/<N>[.p/<W>]`, `tile/entries/<N>[.p/<W>]`. */
export async function answer(reader: LedgerReader, vkey: string, path: string): Promise<LedgerAnswer> {
  if (path === 'vkey') return found(`${vkey}\n`, plain, brief);
  if (path === 'former') return found(`${await formerText(reader)}\n`, 'application/json', brief);
  if (path === 'checkpoint') {
    const head = await reader.checkpoint();
    return head === null ? missing : found(head.note, plain, brief);
  }
  const name = parseTilePath(path);
  if (name === null) return missing;
  const body =
    name.kind === 'tile'
      ? await reader.tile(name.level, name.index, name.width)
      : await reader.entries(name.index, name.width);
  return body === null ? missing : found(body, 'application/octet-stream', immutable);
}

/** The log for anyone to read, to be registered under the log's prefix. */
export function ledgerRoutes(reader: LedgerReader, vkey: string): FastifyPluginAsync {
  return async (server) => {
    server.get<{ Params: { '*': string } }>('/*', async (request, reply) => {
      const { status, headers, body } = await answer(reader, vkey, request.params['*']);
      return reply.code(status).headers(headers).send(body);
    });
  };
}
