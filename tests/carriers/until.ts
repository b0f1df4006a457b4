import { setTimeout as sleep } from 'node:timers/promises';

/** Looks every 50 ms, for ten seconds, until there is something to see. */
export async function until<T>(look: () => T | Promise<T>): Promise<Exclude<T, false | null | undefined>> {
  for (let round = 0; round < 200; round++) {
    const seen = await look();
    if (seen) return seen as Exclude<T, false | null | undefined>;
    await sleep(50);
  }
  throw new Error('it did not come to that');
}
