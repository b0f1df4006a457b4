import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newVisitor, readVisitor, type VisitorState, writeVisitor } from '../person/visitor.ts';
import type { DeviceId } from '../vault/identifier.ts';
import type { Reply } from './context.ts';

const visitors_at_most = 1_000;
const binding_s = 600;
const year_s = 365 * 24 * 3600;

/** Over https the names carry the `__Host-` prefix; over plain http (a machine of one's own) browsers refuse it. */
export function cookieNames(publicUrl: URL) {
  const prefix = publicUrl.protocol === 'https:' ? '__Host-' : '';
  return {
    session: `${prefix}axent-session`,
    visitor: `${prefix}axent-visitor`,
    device: `${prefix}axent-device`,
    binding: `${prefix}axent-binding`,
  } as const;
}

/** The cookies: session token, visitor state (signed), device identifier (signed), binding of a code. */
export class Cookies {
  readonly #names: ReturnType<typeof cookieNames>;
  readonly #secure: boolean;
  readonly #key: Buffer;
  /** Those whose signature was found right lately. */
  readonly #visitors = new Map<string, VisitorState>();

  constructor(publicUrl: URL, key: Buffer) {
    this.#secure = publicUrl.protocol === 'https:';
    this.#names = cookieNames(publicUrl);
    this.#key = key;
  }

  token(request: FastifyRequest): string | null {
    const token = request.cookies[this.#names.session];
    return token !== undefined && /^[\w-]{43}$/.test(token) ? token : null;
  }

  tokenHash(request: FastifyRequest): Buffer | null {
    const token = this.token(request);
    return token === null ? null : hashToken(token);
  }

  visitor(request: FastifyRequest): VisitorState {
    const cookie = request.cookies[this.#names.visitor];
    const known = this.#visitors.get(cookie ?? '');
    if (known !== undefined) return known;
    const state = readVisitor(cookie, this.#key);
    if (cookie === undefined || state === newVisitor) return state;
    if (this.#visitors.size >= visitors_at_most)
      this.#visitors.delete(this.#visitors.keys().next().value ?? '');
    this.#visitors.set(cookie, state);
    return state;
  }

  binding(request: FastifyRequest): string | null {
    const nonce = request.cookies[this.#names.binding];
    return nonce !== undefined && /^[\w-]{22}$/.test(nonce) ? nonce : null;
  }

  device(request: FastifyRequest): DeviceId | null {
    const [id = '', signature = ''] = (request.cookies[this.#names.device] ?? '').split('.');
    const given = Buffer.from(signature);
    const expected = Buffer.from(this.#sign(id));
    return given.length === expected.length && timingSafeEqual(given, expected) ? (id as DeviceId) : null;
  }

  replyFor(reply: FastifyReply): Reply {
    const shared = { path: '/', httpOnly: true, sameSite: 'lax', secure: this.#secure } as const;
    return {
      startSession: (token, life_s) => {
        reply.setCookie(this.#names.session, token, { ...shared, maxAge: life_s });
      },
      endSession: () => {
        reply.clearCookie(this.#names.session, shared);
        reply.header('clear-site-data', '"cache", "storage"');
      },
      setVisitor: (state: VisitorState) => {
        reply.setCookie(this.#names.visitor, writeVisitor(state, this.#key), { ...shared, maxAge: year_s });
      },
      bind: (nonce) => {
        reply.setCookie(this.#names.binding, nonce, { ...shared, maxAge: binding_s });
      },
      setDevice: (device) => {
        reply.setCookie(this.#names.device, `${device}.${this.#sign(device)}`, { ...shared, maxAge: year_s });
      },
    };
  }

  #sign(id: string): string {
    return createHmac('sha256', this.#key).update(`device|${id}`).digest('base64url');
  }
}

/** Only the hash of a session token is stored. */
export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer');
}
