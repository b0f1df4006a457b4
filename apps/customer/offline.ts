/** A worker that begins empties the kept catalogues of the release before; what is kept comes after that. */
async function activated(): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  if (active === null || active.state === 'activated') return;
  await new Promise((resolve) => active.addEventListener('statechange', resolve, { once: true }));
}

/** Keeps the catalogues that this page has loaded: the worker was not there yet when the first ones came. */
export async function keepWords(): Promise<void> {
  await activated();
  const used = performance
    .getEntriesByType('resource')
    .map((entry) => entry.name)
    .filter((name) => new URL(name).pathname.startsWith('/assets/text/'));
  // Without room for it the app works all the same, with a connection.
  await caches
    .open('words')
    .then((cache) => cache.addAll(used))
    .catch(() => {});
}
