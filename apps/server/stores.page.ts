import { schema } from '@axent/stores/public';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const store_page = /^\/stores\/(?!in$)([a-z0-9]+(?:-[a-z0-9]+)*)$/;

const text = (value: string) => value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A `<` would end the script early; JSON has another way to write it. */
const data = (json: string) => json.replaceAll('<', '\\u003c');

/**
 * A store's page says in its head what the store is, in the words of schema.org, for programs that read pages. It is
 * the answer of the operation, asked on behalf of whoever asks for the page. A store that is not there adds nothing.
 */
export async function describeStore(
  app: FastifyInstance,
  request: FastifyRequest,
  page: string,
): Promise<string> {
  const id = store_page.exec(request.url.split('?')[0] ?? '')?.[1];
  if (id === undefined || id.length > 64) return page;
  const answer = await app.inject({
    url: schema.path,
    query: { id },
    remoteAddress: request.ip,
    // With the session, so that it is logged like the page: no address beside a known person's requests.
    headers: {
      'user-agent': request.headers['user-agent'] ?? '',
      ...(request.headers.cookie === undefined ? {} : { cookie: request.headers.cookie }),
    },
  });
  if (answer.statusCode !== 200) return page;
  const { name } = answer.json<{ name: string }>();
  const brand = /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '';
  const head = [
    `<title>${text(name)} · ${brand}</title>`,
    `<link rel="canonical" href="/stores/${id}">`,
    `<script type="application/ld+json">${data(answer.body)}</script>`,
  ];
  return page.replace(/<title>[^<]*<\/title>/, () => head.join('\n    '));
}
