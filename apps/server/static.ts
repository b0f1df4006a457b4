import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

interface WebApp {
  readonly prefix: string;
  /** Folder with the built app. */
  readonly folder: string;
}

const apps: readonly WebApp[] = [
  { prefix: '/console/', folder: join(import.meta.dirname, '../console/dist') },
  { prefix: '/', folder: join(import.meta.dirname, '../customer/dist') },
];

/** Paths that are never a page of an app. */
const reserved = /^\/(api|ledger|health|ready|outbox)(\/|$)/;

/**
 * Serves both built web apps. Names under `assets/` carry a hash and never change; every other file is asked for
 * anew. An address without a file is a page of the app, which finds its own way.
 */
export async function serveApps(app: FastifyInstance): Promise<void> {
  for (const [number, { prefix, folder }] of apps.entries()) {
    if (!existsSync(folder)) continue;
    await app.register(fastifyStatic, {
      root: folder,
      prefix,
      decorateReply: number === 0,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const forever = path.includes(`${folder}/assets/`);
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
      wildcard: false,
      index: ['index.html'],
      preCompressed: true,
    });
  }
  app.get('/console', (_request, reply) => reply.redirect('/console/'));
}

/** The page of an app for an address that has no file; null when it is none. */
export async function pageFor(method: string, url: string, accept: string): Promise<string | null> {
  const path = url.split('?')[0] ?? '/';
  if (method !== 'GET' || reserved.test(path) || !accept.includes('text/html')) return null;
  const web = apps.find(({ prefix }) => path.startsWith(prefix));
  const file = join(web?.folder ?? '', 'index.html');
  return web !== undefined && existsSync(file) ? await readFile(file, 'utf8') : null;
}
