/** The directory of stores in memory, read anew after an import. Until it is ready the one before answers. */
import type { Use } from '@axent/kernel';
import { buildDirectory, type Directory } from '../directory.ts';
import { indexPlaces, type PlaceIndex } from '../place.ts';
import type { ProductFamily } from '../stores.ts';
import { everyPlace, everyStore, latestImport } from './storage.ts';

/** How long an import may go unnoticed. */
const look_ms = 1_000;
/** Zones are known for some years only; a server that runs longer learns them anew. */
const renew_ms = 30 * 86_400_000;

type Rows = Use<'service'>['rows'];

interface Loaded {
  readonly version: string;
  readonly built_ms: number;
  readonly directory: Directory;
  readonly places: PlaceIndex;
}

export class DirectoryCache {
  readonly #families: readonly ProductFamily[];
  #loaded: Loaded | null = null;
  #looked_ms = Number.NEGATIVE_INFINITY;
  #loading = false;

  constructor(families: readonly ProductFamily[]) {
    this.#families = families;
  }

  /** One operation reads on behalf of all; the others are answered from what is there. */
  async current(rows: Rows, now_ms: number): Promise<Loaded> {
    const loaded = this.#loaded;
    if (loaded && (this.#loading || Math.abs(now_ms - this.#looked_ms) < look_ms)) return loaded;
    this.#loading = true;
    try {
      const version = (await rows(latestImport))[0]?.version ?? '0';
      const fresh = loaded?.version === version && now_ms - loaded.built_ms < renew_ms;
      const now = fresh ? loaded : await this.#load(rows, version, now_ms);
      this.#looked_ms = now_ms;
      this.#loaded = now;
      return now;
    } finally {
      this.#loading = false;
    }
  }

  async #load(rows: Rows, version: string, now_ms: number): Promise<Loaded> {
    const stores = await rows(everyStore);
    const places = indexPlaces(await rows(everyPlace));
    return { version, built_ms: now_ms, directory: buildDirectory(stores, this.#families, now_ms), places };
  }
}
