import { categoryOf } from './box.ts';
import { decrypt, encrypt, nonce_bytes } from './cipher.ts';
import type { KeyStore, NewKey } from './keystore.ts';
import { randomPool } from './random.ts';
import type { Secrets } from './secrets.ts';
import { openWrapping } from './wrapping.ts';

/** Longest time a data key stays in memory. */
const cache_ms = 60_000;
const cache_size = 50_000;

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
  /** Throws `Shredded`; throws when the box was changed or moved. */
  readonly open: (sealed: Buffer, place: Place) => Promise<unknown>;
  /** Sees to it that these owners have a key of this category: many at once cost one durable write, not one each. */
  readonly prepare: (category: string, owners: readonly string[]) => Promise<void>;
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

  const remember = (id: string, key: Buffer): Buffer => {
    if (uncached) return key;
    if (cache.size >= cache_size) cache.delete(cache.keys().next().value ?? '');
    cache.set(id, { key, until: clock() + cache_ms });
    return key;
  };
  const cached = (id: string): Buffer | undefined => {
    const entry = cache.get(id);
    if (entry === undefined) return undefined;
    if (entry.until > clock()) return entry.key;
    cache.delete(id);
    return undefined;
  };
  const fetchKey = async (owner: string, category: string, id: string, make: boolean): Promise<Buffer> => {
    let wrapped = await store.find(owner, category);
    if (wrapped === null && make) {
      wrapped = await store.create(owner, category, await wrapping.wrap(random(key_bytes), id));
    }
    if (wrapped === null) throw new Shredded(`The key for ${category} is gone.`);
    return remember(id, await wrapping.unwrap(wrapped, id));
  };

  return {
    prepare: async (category, owners) => {
      if (store.createMany === undefined) return;
      const fresh: NewKey[] = [];
      for (const owner of new Set(owners)) {
        const id = `${owner}|${category}`;
        if (cached(id) !== undefined || (await store.find(owner, category)) !== null) continue;
        const wrapped = await wrapping.wrap(random(key_bytes), id);
        fresh.push({ owner, category, wrapped });
      }
      if (fresh.length > 0) await store.createMany(fresh);
    },
    seal: async (category, value, place) => {
      const id = `${place.owner}|${category}`;
      const key = cached(id) ?? (await fetchKey(place.owner, category, id, true));
      const head = `\x01${String.fromCharCode(category.length)}${category}`;
      return encrypt(key, JSON.stringify(value), bind(category, place), random(nonce_bytes), head);
    },
    open: async (sealed, place) => {
      const category = categoryOf(sealed);
      const id = `${place.owner}|${category}`;
      const key = cached(id) ?? (await fetchKey(place.owner, category, id, false));
      const plain = decrypt(key, sealed.subarray(2 + category.length), bind(category, place));
      return JSON.parse(plain.toString());
    },
    shred: async (owner) => {
      await store.shred(owner);
      for (const id of cache.keys()) if (id.startsWith(`${owner}|`)) cache.delete(id);
    },
    random,
    forget: () => cache.clear(),
    cached: () => cache.size,
  };
}

function bind(category: string, place: Place): Buffer {
  return Buffer.from(`${place.owner}|${category}|${place.table}|${place.row}`);
}
