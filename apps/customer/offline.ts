/** A worker that begins empties the kept catalogues of the release before; what is kept comes after that. */
async function activated(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  if (active === null || active.state === 'activated') return;
  await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
}

/** What the worker keeps once it was fetched (`sw.ts`). */
const later = /^\/assets\/(text\/|map-)/;

/** Keeps the catalogues, and the map, that this page has loaded: the worker was not there yet when the first came. */
export async function keepWords(): Promise<void> {
  await activated();
  const used = performance
    .getEntriesByType('resource')
    .map((entry) => entry.name)
    .filter((name) => later.test(new URL(name).pathname));
  // Without room for it the app works all the same, with a connection.
  await caches
    .open('words')
    .then((cache) => cache.addAll(used))
    .catch(() => {});
}
