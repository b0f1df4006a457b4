import type pg from 'pg';
import type { Policies } from '../operation/parts.ts';
import { loadVersion } from './publication.ts';
import type { PublishedPolicy } from './published.ts';

/** Versions held at once; an operation asks for the published one, people for earlier ones. */
const cached_versions = 8;

/** Published versions, loaded once each. They are frozen, so a cached one is never wrong, only not the newest. */
export function openPolicies(connect: () => Promise<pg.PoolClient>): Policies {
  let cache = new Map<number, Promise<PublishedPolicy>>();
  const load = async (sequence: number): Promise<PublishedPolicy> => {
    const client = await connect();
    try {
      const version = await loadVersion(client, sequence);
      if (version === null) throw new Error(`Version ${sequence} of the policy is not in the database.`);
      return version;
    } finally {
      client.release();
    }
  };
  return {
    at: async (sequence, hash) => {
      let version = cache.get(sequence);
      if (version === undefined) {
        if (cache.size >= cached_versions) cache = new Map();
        version = load(sequence);
        version.catch(() => cache.delete(sequence));
        cache.set(sequence, version);
      }
      const loaded = await version;
      if (hash !== '' && loaded.hash !== hash)
        throw new Error(`Version ${sequence} has another hash than published.`);
      return loaded;
    },
    forget: () => {
      cache = new Map();
    },
  };
}
