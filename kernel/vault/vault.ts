import { categoryOf } from './box.ts';
import { decrypt, encrypt, nonce_bytes } from './cipher.ts';
import type { KeyStore, NewKey } from './keystore.ts';
import { randomPool } from './random.ts';
import type { Secrets } from './secrets.ts';
import { openStream, sealStream } from './stream.ts';
import { openWrapping } from './wrapping.ts';

/** Longest time a data key stays in memory. */
const cache_ms = 60_000;
const cache_size = 50_000;
/** A full cache gives up so many at once: a map that loses its first entry again and again walks past all it lost. */
const cache_given_up = 5_000;
/** Keys that nobody asks for again go this much later at the latest. */
const sweep_ms = 15_000;

const key_bytes = 32;

/** Thrown when a box's key is gone: the value is unreadable for good, here and in every backup. */
export class Shredded extends Error {}

interface Place {
  readonly owner: string;
  readonly table: string;
  readonly row: string;
}

export interface Vault {
  /** AES-256-GCM under the owner's key of this category, bound to owner, category, table and row. */
  readonly seal: (category: string, value: unknown, place: Place) => Promise<Buffer>;
  /** The same for many values, in their order. */
  readonly sealMany: (
    category: string,
    entries: readonly { readonly value: unknown; readonly place: Place }[],
  ) => Promise<Buffer[]>;
  /** Likewise, a value that is JSON text already. */
  readonly sealText: (category: string, text: string, place: Place) => Promise<Buffer>;
  /** Throws `Shredded`; throws when the box was changed or moved. */
  readonly open: (sealed: Buffer, place: Place) => Promise<unknown>;
  /** The same for what is too large for a box; see `openStream`. */
  readonly sealStream: (
    category: string,
    source: AsyncIterable<Buffer>,
    place: Place,
  ) => AsyncIterable<Buffer>;
  readonly openStream: (
    category: string,
    sealed: AsyncIterable<Buffer>,
    place: Place,
  ) => AsyncIterable<Buffer>;
  /** Sees to it that these owners have a key of this category: many at once cost one durable write, not one each. */
  readonly prepare: (category: string, owners: readonly string[]) => Promise<void>;
  /** Fetches the keys that these owners have of this category, before their boxes are opened: one look instead of many. */
  readonly fetch: (category: string, owners: readonly string[]) => Promise<void>;
  /** Makes everything sealed under this owner unreadable, durably. */
  readonly shred: (owner: string) => Promise<void>;
  /** Random bytes, for salts. */
  readonly random: (bytes: number) => Buffer;
  /** Drops cached keys, so that a shredding elsewhere is noticed at once. */
  readonly forget: () => void;
  /** Keys in memory. */
  readonly cached: () => number;
}

interface Cached {
  readonly key: Buffer;
  readonly until: number;
}

/** @param uncached for measuring: every key is fetched and unwrapped anew. */
export function openVault(store: KeyStore, secrets: Secrets, clock: () => number, uncached = false): Vault {
  const wrapping = openWrapping(store, secrets.wrapping);
  const cache = new Map<string, Cached>();
  const random = randomPool();
  /** Counts the times that cached keys went: a key that was on its way meanwhile may be one of them. */
  let gone = 0;
  const drop = (owner: string | null): void => {
    gone += 1;
    if (owner === null) cache.clear();
    else for (const id of cache.keys()) if (id.startsWith(`${owner}|`)) cache.delete(id);
  };
  store.onShredded(drop);

  let sweeps = false;
  const sweepLater = (): void => {
    if (sweeps) return;
    sweeps = true;
    const sweep = () => {
      sweeps = false;
      for (const [id, { until }] of cache) if (until <= clock()) cache.delete(id);
      if (cache.size > 0) sweepLater();
    };
    setTimeout(sweep, sweep_ms).unref();
  };
  const remember = (id: string, key: Buffer): Buffer => {
    if (uncached || !store.hears()) return key;
    sweepLater();
    if (cache.size >= cache_size) for (const old of cache.keys().take(cache_given_up)) cache.delete(old);
    cache.set(id, { key, until: clock() + cache_ms });
    return key;
  };
  const cached = (id: string): Buffer | undefined => {
    if (!store.hears()) return undefined;
    const entry = cache.get(id);
    if (entry === undefined) return undefined;
    if (entry.until > clock()) return entry.key;
    cache.delete(id);
    return undefined;
  };
  const fetchKey = async (owner: string, category: string, id: string, make: boolean): Promise<Buffer> => {
    const before = gone;
    let wrapped = await store.find(owner, category);
    if (wrapped === null && make) {
      wrapped = await store.create(owner, category, await wrapping.wrap(random(key_bytes), id));
    }
    if (wrapped === null) throw new Shredded(`The key for ${category} is gone.`);
    const key = await wrapping.unwrap(wrapped, id);
    return before === gone ? remember(id, key) : key;
  };

  const keyOf = async (owner: string, category: string, make: boolean): Promise<Buffer> => {
    const id = `${owner}|${category}`;
    return cached(id) ?? (await fetchKey(owner, category, id, make));
  };

  const headOf = (category: string) => `\x01${String.fromCharCode(category.length)}${category}`;
  const sealText: Vault['sealText'] = async (category, text, place) => {
    const key = await keyOf(place.owner, category, true);
    return encrypt(key, text, bind(category, place), random(nonce_bytes), headOf(category));
  };

  const keepMany = async (category: string, owners: readonly string[], make: boolean): Promise<void> => {
    const before = gone;
    const idOf = (owner: string) => `${owner}|${category}`;
    const wanted = [...new Set(owners)].filter((owner) => cached(idOf(owner)) === undefined);
    if (wanted.length === 0) return;
    const found = await store.findMany(category, wanted);
    const keys = new Map<string, Buffer>();
    for (const [owner, wrapped] of found) keys.set(owner, await wrapping.unwrap(wrapped, idOf(owner)));
    const fresh: NewKey[] = [];
    for (const owner of make ? wanted.filter((one) => !found.has(one)) : []) {
      const key = random(key_bytes);
      keys.set(owner, key);
      fresh.push({ owner, category, wrapped: await wrapping.wrap(key, idOf(owner)) });
    }
    const created = fresh.length === 0 ? 0 : await store.createMany(fresh);
    // Another made one of them first: which, the next look will tell.
    if (created < fresh.length) for (const { owner } of fresh) keys.delete(owner);
    if (before === gone) for (const [owner, key] of keys) remember(idOf(owner), key);
  };

  return {
    prepare: (category, owners) => keepMany(category, owners, true),
    fetch: (category, owners) => keepMany(category, owners, false),
    seal: (category, value, place) => sealText(category, JSON.stringify(value), place),
    sealMany: async (category, entries) => {
      const owners = new Set(entries.map(({ place }) => place.owner));
      if (owners.size > 1) await keepMany(category, [...owners], true);
      const keys = new Map<string, Buffer>();
      for (const owner of owners) keys.set(owner, await keyOf(owner, category, true));
      const head = headOf(category);
      return entries.map(({ value, place }) => {
        const key = keys.get(place.owner) as Buffer;
        return encrypt(key, JSON.stringify(value), bind(category, place), random(nonce_bytes), head);
      });
    },
    sealText,
    open: async (sealed, place) => {
      const category = categoryOf(sealed);
      const key = await keyOf(place.owner, category, false);
      const plain = decrypt(key, sealed.subarray(2 + category.length), bind(category, place));
      return JSON.parse(plain.toString());
    },
    sealStream: async function* (category, source, place) {
      const key = await keyOf(place.owner, category, true);
      yield* sealStream(key, source, bind(category, place), random(7));
    },
    openStream: async function* (category, sealed, place) {
      const key = await keyOf(place.owner, category, false);
      yield* openStream(key, sealed, bind(category, place));
    },
    shred: async (owner) => {
      await store.shred(owner);
      drop(owner);
    },
    random,
    forget: () => drop(null),
    cached: () => cache.size,
  };
}

function bind(category: string, place: Place): Buffer {
  return Buffer.from(`${place.owner}|${category}|${place.table}|${place.row}`);
}
