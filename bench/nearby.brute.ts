import { families } from '@axent/brand/products';
import type { NearQuery } from '../features/stores/directory.ts';
import { distance_m } from '../features/stores/distance.ts';
import { isOpen, parseHours, type Schedule } from '../features/stores/hours.ts';
import { radius_m } from '../features/stores/radius.ts';
import type { StoreRecord } from '../features/stores/stores.ts';
import { localMinute, type Zone, zoneTable } from '../features/stores/zone.ts';

interface Candidate {
  readonly id: string;
  readonly exact_m: number;
}

/** Looks at every store, one after the other, with no index. Its distances are the haversine's. */
export class BruteForce {
  readonly #stores: readonly StoreRecord[];
  readonly #schedules = new Map<string, Schedule | null>();
  readonly #zones = new Map<string, Zone>();

  constructor(stores: readonly StoreRecord[], now_ms: number) {
    this.#stores = stores;
    for (const { hours, time_zone } of stores) {
      if (hours !== null && !this.#schedules.has(hours)) {
        const parsed = parseHours(hours);
        this.#schedules.set(hours, 'schedule' in parsed ? parsed.schedule : null);
      }
      if (!this.#zones.has(time_zone))
        this.#zones.set(time_zone, zoneTable(time_zone, now_ms, now_ms + 30 * 86_400_000) as Zone);
    }
  }

  /** All that match, nearest first, as far as the radius that is reached. */
  near(query: NearQuery, now_ms: number): Candidate[] {
    const family = families.find(({ id }) => id === query.product);
    const wanted = new Set(family ? family.models.map(({ id }) => id) : [query.product]);
    const has = (ids: readonly string[]) =>
      query.product === undefined ? ids.length > 0 : ids.some((id) => wanted.has(id));
    const minutes = new Map([...this.#zones].map(([name, zone]) => [name, localMinute(zone, now_ms)]));
    const matches = (store: StoreRecord): boolean => {
      const [sold, shown] = [has(store.sells), has(store.displays)];
      if ((query.sells && !sold) || (query.displays && !shown)) return false;
      if (query.product !== undefined && !sold && !shown) return false;
      if (!query.open_now) return true;
      const schedule = store.hours === null ? null : this.#schedules.get(store.hours);
      return schedule ? isOpen(schedule, minutes.get(store.time_zone) as number) : false;
    };
    const found = this.#stores
      .filter(matches)
      .map((store) => ({ id: store.id, exact_m: distance_m(query.position, store) }))
      .sort((a, b) => a.exact_m - b.exact_m || (a.id < b.id ? -1 : 1));
    const reached_m = radius_m(found[0]?.exact_m ?? 0);
    return found.filter(({ exact_m }) => exact_m <= reached_m);
  }

  /**
   * Whether these are the stores that looking at every one gives. Two that are equally far, but for the last digits
   * of a double, may stand in either order.
   */
  agrees(query: NearQuery, now_ms: number, ids: readonly string[]): boolean {
    const all = this.near(query, now_ms);
    const wanted = all.slice(0, query.limit);
    if (ids.length !== wanted.length || new Set(ids).size !== ids.length) return false;
    const exact = new Map(all.map(({ id, exact_m }) => [id, exact_m]));
    return wanted.every((candidate, place) => {
      const given_m = exact.get(ids[place] as string);
      if (given_m === undefined) return false;
      // Near the antipode a double cannot tell centimetres apart.
      const same_m = candidate.exact_m > 19_900_000 ? 1 : 1e-5;
      return ids[place] === candidate.id || Math.abs(given_m - candidate.exact_m) <= same_m;
    });
  }
}
