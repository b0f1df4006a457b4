import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type ApiFacts,
  contractsOf,
  cookieNames,
  type Feature,
  openApi,
  problemWordsOf,
} from '@axent/kernel';
import type { FastifyInstance } from 'fastify';
import { referencePage } from './reference.page.ts';

/** The API's own version: it grows with the contracts, apart from the release. */
const api_version = '1';

const description =
  'Every operation of the AXENT customer platform. Each one declares the purpose for which it touches data; what the published privacy policy does not let that purpose do is refused.';

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Serves the OpenAPI document at `/api/openapi.json` and the reference that people read at `/api`. */
export function serveReference(app: FastifyInstance, features: readonly Feature[], publicUrl: URL): void {
  const contracts = contractsOf(features);
  const facts: ApiFacts = {
    title: 'AXENT',
    version: api_version,
    description,
    server: publicUrl.origin,
    cookies: cookieNames(publicUrl),
    words: problemWordsOf(features),
  };
  // Made when somebody asks for it first: a start need not wait for it.
  const document = once(() => JSON.stringify(openApi(contracts, facts)));
  const page = once(() => referencePage(contracts, facts));
  const style = styleSheet();
  app.get('/api/openapi.json', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(document()),
  );
  app.get('/api', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page()),
  );
  app.get('/api/reference.css', (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(style),
  );
  // The `type` of every problem document leads here.
  app.get('/problems/:code', (request, reply) => {
    const { code } = request.params as { code: string };
    return reply.redirect(`/api#problem-${encodeURIComponent(code)}`);
  });
}

/** The tokens of both apps come first, so that the reference wears the same colours. */
function styleSheet(): string {
  const own = new URL('reference.css', import.meta.url);
  const tokens = import.meta.resolve('@axent/ui/tokens.css');
  return [tokens, own].map((url) => readFileSync(fileURLToPath(url), 'utf8')).join('\n');
}
