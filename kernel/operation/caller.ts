import type { Language } from '@axent/policy/shape';
import type { FastifyRequest } from 'fastify';
import type { VisitorState } from '../person/visitor.ts';
import type { DeviceId } from '../vault/identifier.ts';
import type { Caller } from './context.ts';
import type { Cookies } from './cookies.ts';

/**
 * Who calls, as the request tells it. Cookies are signed: what few operations ask for is looked at when they ask, once.
 *
 * A class, because an accessor of an object literal makes a hidden class of each object; those lie among the old
 * objects, and each keeps its request alive until the whole heap is collected.
 */
export class RequestCaller implements Caller {
  readonly tokenHash: Buffer | null;
  readonly gpc: boolean;
  readonly language: Language;
  readonly userAgent: string;
  readonly address: string;
  readonly idempotencyKey: string | null;
  readonly #request: FastifyRequest;
  readonly #cookies: Cookies;
  #visitor: VisitorState | undefined;

  constructor(request: FastifyRequest, cookies: Cookies, language: Language) {
    const { headers } = request;
    const key = headers['idempotency-key'];
    this.#request = request;
    this.#cookies = cookies;
    this.tokenHash = cookies.tokenHash(request);
    this.gpc = headers['sec-gpc'] === '1';
    this.language = language;
    this.userAgent = (headers['user-agent'] ?? '').slice(0, 500);
    this.address = request.ip;
    this.idempotencyKey = typeof key === 'string' && key.length <= 100 ? key : null;
  }

  get visitor(): VisitorState {
    this.#visitor ??= this.#cookies.visitor(this.#request);
    return this.#visitor;
  }

  get device(): DeviceId | null {
    return this.#cookies.device(this.#request);
  }

  get binding(): string | null {
    return this.#cookies.binding(this.#request);
  }

  get clientHints(): Readonly<Record<string, string>> {
    const hints: Record<string, string> = {};
    for (const name of ['sec-ch-ua-platform', 'sec-ch-ua-platform-version', 'ect']) {
      const value = this.#request.headers[name];
      if (typeof value === 'string') hints[name] = value.slice(0, 200);
    }
    return hints;
  }
}
