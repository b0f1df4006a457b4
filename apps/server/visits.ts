import { Cookies, type Feature, type RequestFacts } from '@axent/kernel';
import type { FastifyInstance } from 'fastify';

interface Visits {
  readonly features: readonly Feature[];
  readonly publicUrl: URL;
  readonly visitorKey: Buffer;
  readonly onRequest: (facts: RequestFacts) => void;
}

/** Asked by machines of the operator's own, every few seconds. */
const probes = new Set(['/health', '/ready']);

/**
 * Tells of the requests that are no operation: pages, files, the ledger, and what leads nowhere. No session is looked
 * up for these while they are answered: a token that came along is handed on, and the log asks what it stands for.
 */
export function noteVisits(
  app: FastifyInstance,
  { features, publicUrl, visitorKey, onRequest }: Visits,
): void {
  const operations = new Set(
    features.flatMap((feature) => feature.operations.map(({ contract }) => contract.path)),
  );
  const cookies = new Cookies(publicUrl, visitorKey);
  app.addHook('onResponse', async (request, reply) => {
    const path = request.routeOptions.url ?? null;
    if (path !== null && (operations.has(path) || probes.has(path))) return;
    const claims = cookies.tokenHash(request);
    onRequest({
      operation: kindOf(path, reply.statusCode),
      // Never what was asked for where there is no route: it may hold anything.
      path: path ?? '*',
      method: request.method,
      status: reply.statusCode,
      duration_ms: reply.elapsedTime,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      known: false,
      ...(claims === null ? {} : { claims }),
      code: null,
    });
  });
}

function kindOf(path: string | null, status: number): string {
  if (path === null) return status < 400 ? 'page' : 'nothing';
  if (path.startsWith('/ledger')) return 'ledger';
  if (path.startsWith('/api') || path.startsWith('/outbox')) return 'reference';
  return 'file';
}
