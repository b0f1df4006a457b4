/** The directory of stores in memory, read anew after an import. Until it is ready the one before answers. */
import type { Use } from '@axent/kernel';
import { calendarsOf } from '../calendar.ts';
import { buildDirectory, type Directory } from '../directory.ts';
import type { ServiceName } from '../offers.ts';
import { indexPlaces, type PlaceIndex } from '../place.ts';
import type { ProductFamily } from '../stores.ts';
import { everyHoliday, everyPlace, everyService, everyStore, latestImport } from './storage.ts';

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
  readonly #services: readonly ServiceName[];
  readonly #countries: ReadonlySet<string> | null;
  #loaded: Loaded | null = null;
  #looked_ms = Number.NEGATIVE_INFINITY;
  /** Under way in one operation, on behalf of all. */
  #looking: Promise<Loaded> | null = null;

  /** @param countries those that are offered; null: all. */
  constructor(
    {
      families,
      services,
    }: { readonly families: readonly ProductFamily[]; readonly services: readonly ServiceName[] },
    countries: readonly string[] | null,
  ) {
    this.#families = families;
    this.#services = services;
    this.#countries = countries === null ? null : new Set(countries);
  }

  async current(rows: Rows, now_ms: number): Promise<Loaded> {
    if (this.#loaded && (this.#looking || Math.abs(now_ms - this.#looked_ms) < look_ms)) return this.#loaded;
    // At the very first start all wait for one. If that one fails, each tries for itself.
    if (this.#looking) return await this.#looking.catch(() => this.#look(rows, now_ms));
    this.#looking = this.#look(rows, now_ms);
    try {
      return await this.#looking;
    } finally {
      this.#looking = null;
    }
  }

  async #look(rows: Rows, now_ms: number): Promise<Loaded> {
    const loaded = this.#loaded;
    const version = (await rows(latestImport))[0]?.version ?? '0';
    const fresh = loaded?.version === version && now_ms - loaded.built_ms < renew_ms;
    this.#loaded = fresh ? loaded : await this.#load(rows, version, now_ms);
    this.#looked_ms = now_ms;
    return this.#loaded;
  }

  async #load(rows: Rows, version: string, now_ms: number): Promise<Loaded> {
    const served = ({ country }: { readonly country: string }) => this.#countries?.has(country) ?? true;
    const stores = (await rows(everyStore)).filter(served);
    const places = indexPlaces((await rows(everyPlace)).filter(served));
    const calendars = calendarsOf(await rows(everyHoliday));
    const services = await rows(everyService);
    const beside = { calendars, services, service_names: this.#services };
    const directory = buildDirectory(stores, this.#families, now_ms, beside);
    return { version, built_ms: now_ms, directory, places };
  }
}
