import type { Language } from '@axent/policy/shape';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PoolBusy } from '../database/connections.ts';
import { Shredded } from '../vault/vault.ts';
import { ProblemError, problem } from './problem.ts';
import { type ProblemWords, problemDocument, readerLanguage } from './problem.words.ts';

/** What turning an error into an answer needs. */
export interface Refusing {
  readonly words: ProblemWords;
  readonly onFault: (error: Error, place: string) => void;
}

const retry_usual_s = 2;

/** Answers with the problem document of an error, in the reader's language; the stable code is returned. */
export function answerProblem(
  reply: FastifyReply,
  error: Error,
  { words, onFault }: Refusing,
  place: string,
  language: Language,
): string {
  const known = asProblem(error);
  // The database's own wall refusing is an answer for the person and a fault for the operator: the gate let it pass.
  if (known.status >= 500 || isWalled(error)) onFault(error, place);
  if (known.code === 'too_many_requests' || known.status === 503) {
    reply.header('retry-after', String(known.facts.retry_after_s ?? retry_usual_s));
  }
  reply
    .code(known.status)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send(JSON.stringify(problemDocument(known, words, language)));
  return known.code;
}

/** Refused for want of a right, or by a row policy. */
function isWalled(error: Error): boolean {
  return (error as { code?: string }).code === '42501';
}

/** Generic and closed: what is not known by name says nothing of itself (ASVS 16.5.1). */
function asProblem(error: Error): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isDatabaseGone(error)) return problem('database_unavailable');
  if (isFull(error)) return problem('no_room', { retry_after_s: 60 });
  if (isWalled(error)) return problem('not_in_policy');
  if (error instanceof PoolBusy) return problem('busy');
  if (error instanceof Shredded) return problem('shredded');
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) return problem('body_too_large');
  if (statusCode === 415) return problem('content_type');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return problem('malformed');
  return problem('internal');
}

const goneCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  // Ended by a limit of time.
  '25P03',
  '25P04',
  '53300',
  '08006',
]);

function isDatabaseGone(error: Error): boolean {
  const { code = '', syscall } = error as { code?: string; syscall?: string };
  return (
    goneCodes.has(code) ||
    // Whatever is wrong with the way there: without its server, a socket's file is gone, too.
    syscall === 'connect' ||
    /Connection terminated|timeout exceeded when trying to connect|Query read timeout/.test(error.message)
  );
}

const sqlite_full = 13;

/** The database's disk is full, or the key store's. */
function isFull(error: Error): boolean {
  const { code, errcode } = error as { code?: string; errcode?: number };
  return code === '53100' || code === 'ENOSPC' || (code === 'ERR_SQLITE_ERROR' && errcode === sqlite_full);
}

/** Answers what no operation answers. Make it before the routes: it learns which methods each address takes. */
export class Rest {
  readonly #refusing: Refusing;
  readonly #routes: { readonly address: RegExp; readonly method: string }[] = [];

  constructor(app: FastifyInstance, refusing: Refusing) {
    this.#refusing = refusing;
    app.addHook('onRoute', ({ url, method }) => {
      const methods = Array.isArray(method) ? method : [method];
      // An address of every kind would make each unknown one look known.
      if (url !== '/*' && url !== '*')
        this.#routes.push(...methods.map((one) => ({ address: addressOf(url), method: one })));
    });
    app.setErrorHandler(async (error: Error, request, reply) => {
      await readRest(request);
      // Who hangs up in the middle of a body is no fault of ours, and hears no answer.
      const left = request.raw.destroyed && (error as { code?: string }).code === 'ECONNRESET';
      this.#answer(left ? problem('malformed') : error, request, reply);
      return reply;
    });
  }

  /** No route: the address is unknown, or it is known and takes other methods. */
  refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const path = request.url.split('?')[0] ?? '/';
    const methods = new Set(
      this.#routes.filter(({ address }) => address.test(path)).map(({ method }) => method),
    );
    if (methods.size > 0) reply.header('allow', [...methods].sort().join(', '));
    this.#answer(problem(methods.size > 0 ? 'method_not_allowed' : 'not_found'), request, reply);
    return reply;
  }

  /** Requests that never reached a route: a broken address. The caller sets the headers of every answer. */
  broken(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    this.#answer(error, request, reply);
  }

  #answer(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    const language = readerLanguage(request.headers['accept-language']);
    answerProblem(reply, error, this.#refusing, request.routeOptions?.url ?? 'no route', language);
  }
}

const rest_bytes = 1024 * 1024;
const rest_ms = 2_000;

/**
 * Reads on, into nothing, what still comes of a body that is refused: a connection that is closed while a proxy hands a
 * body on looks like a broken server, and ours would not be the answer that is passed on. Bounded, since whoever sends
 * more than a little is owed no answer.
 */
async function readRest({ raw }: FastifyRequest): Promise<void> {
  if (raw.complete || raw.destroyed) return;
  await new Promise<void>((done) => {
    let read = 0;
    const timer = setTimeout(done, rest_ms);
    const end = () => {
      clearTimeout(timer);
      done();
    };
    raw.on('data', ({ length }: Buffer) => {
      read += length;
      if (read > rest_bytes) end();
    });
    for (const event of ['end', 'close', 'error']) raw.once(event, end);
    raw.resume();
  });
  raw.pause();
}

function addressOf(url: string): RegExp {
  const parts = url.split('/').map((part) => {
    if (part.startsWith(':')) return '[^/]+';
    return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '.*');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
