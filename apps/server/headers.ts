import type { FastifyInstance } from 'fastify';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer. Values after OWASP ASVS 5.0 chapter 3.4. */
export function headersFor(publicUrl: URL): Readonly<Record<string, string>> {
  const secure = publicUrl.protocol === 'https:';
  return {
    'content-security-policy': secure ? `${policy}; upgrade-insecure-requests` : policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), camera=(), microphone=(), interest-cohort=()',
    'x-frame-options': 'DENY',
    // What browsers tell of a device only when they are asked: kind of network access, version of the system.
    'accept-ch': 'ECT, Sec-CH-UA-Platform-Version',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  };
}

export function secureHeaders(app: FastifyInstance, publicUrl: URL): void {
  const headers = headersFor(publicUrl);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
}
