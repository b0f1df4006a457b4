import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { CarrierFailure } from '@axent/kernel';

export interface Asked {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
  readonly time_ms: number;
  /** More than so many bytes of an answer are not read. */
  readonly answer_bytes: number;
  /** Agent, resolver, authorities. */
  readonly options?: RequestOptions & { readonly ca?: string };
}

export interface Answered {
  readonly status: number;
  readonly retry_after_ms: number | null;
  readonly text: string;
}

/** Nothing was sent while the connection was being made. */
const before_sending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPRIVATE',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * One request to an outside service. Follows no redirect, takes so much time and so many bytes at most.
 * @throws CarrierFailure: `failed` when nothing was sent, `unsure` when the answer never came.
 */
export function exchange(asked: Asked): Promise<Answered> {
  const { url, method, headers, body, time_ms, answer_bytes, options } = asked;
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sending = send(url, { ...options, method, headers: { ...headers, ...length } });
    const limit = setTimeout(
      () => sending.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
      time_ms,
    );
    const fail = (error: Error & { code?: string }) => {
      clearTimeout(limit);
      const code = error.code ?? 'ESOCKET';
      reject(new CarrierFailure(before_sending.has(code) ? 'failed' : 'unsure', code));
    };
    sending.on('error', fail);
    sending.on('response', (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= answer_bytes) chunks.push(chunk);
        else sending.destroy(Object.assign(new Error('too long'), { code: 'ETOOLONG' }));
      });
      answer.on('error', fail);
      answer.on('end', () => {
        clearTimeout(limit);
        resolve({
          status: answer.statusCode ?? 0,
          retry_after_ms: retryAfter(answer.headers['retry-after']),
          text: Buffer.concat(chunks).toString(),
        });
      });
    });
    sending.end(body ?? undefined);
  });
}

function retryAfter(header: string | undefined): number | null {
  if (header === undefined || !/^\d{1,6}$/.test(header)) return null;
  return Number(header) * 1000;
}
