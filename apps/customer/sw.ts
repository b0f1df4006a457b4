import {
  cleanupOutdatedCaches,
  matchPrecache,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';

import { listenToPush, type PushScope } from './push.worker.ts';

/** The parts of the worker's global scope that are used here; the page's own types are loaded instead of them. */
interface WorkerScope extends Omit<PushScope, 'addEventListener'> {
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
  addEventListener(
    kind: 'activate',
    listener: (event: { waitUntil(done: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(kind: 'fetch', listener: (event: FetchEvent) => void): void;
}

interface FetchEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

declare const self: WorkerScope;

const words = 'words';
/** Catalogues of words, and the map: fetched when they are needed, kept from then on. */
const later = /^\/assets\/(text\/|map-)/;

/** The name carries its hash, so what is kept never goes stale. */
async function keptWords(request: Request): Promise<Response> {
  const cache = await caches.open(words);
  const kept = await cache.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** The newest shell while there is a connection, the kept one without. */
async function shell(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (unreachable) {
    const kept = await matchPrecache('/index.html');
    if (kept) return kept;
    throw unreachable;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // Answers of the API are never kept here: they are about people. Stores that a person looked at are kept by their
  // own screen (`features/stores/customer/kept.ts`), and an answer to a position by nobody.
  if (url.origin !== self.location.origin || request.method !== 'GET' || url.pathname.startsWith('/api/'))
    return;
  if (request.mode === 'navigate') {
    if (!url.pathname.startsWith('/console')) event.respondWith(shell(request));
  } else if (later.test(url.pathname)) event.respondWith(keptWords(request));
});

// A new release brings new catalogues; the page fetches the ones in use again.
self.addEventListener('activate', (event) => event.waitUntil(caches.delete(words)));

listenToPush(self as unknown as PushScope);

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
