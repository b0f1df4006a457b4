/** All stores, arranged once for searching and never changed: an import makes a new directory. */
import type { NearStore, Store, StoreId } from './contract.ts';
import { distance_m, isPosition, type Position, rounded_m } from './distance.ts';
import {
  admission,
  buildFilterIndex,
  type FilterFacts,
  type FilterIndex,
  type Filters,
  type HoursKind,
} from './filter.ts';
import { dateOf, openings, openNow, parseHours } from './hours.ts';
import { cityKey } from './place.ts';
import { radius_m } from './radius.ts';
import { addressLines, directions, type ProductFamily, type StoreRecord } from './stores.ts';
import { buildTree, nearestPoints, type Tree } from './tree.ts';
import { localMinute, type Zone, zoneTable } from './zone.ts';

const zone_years = 3;
const year_ms = 366 * 86_400_000;

export interface Directory {
  /** Ascending by id. */
  readonly stores: readonly StoreRecord[];
  readonly numbers: ReadonlyMap<string, number>;
  /** City of each store, folded for comparing. */
  readonly cities: readonly string[];
  readonly tree: Tree;
  readonly filter: FilterIndex;
}

export interface NearQuery extends Filters {
  readonly position: Position;
  readonly accuracy_m: number;
  readonly limit: number;
}

export interface Near {
  readonly radius_m: number;
  readonly widened: boolean;
  readonly stores: NearStore[];
}

type ProductBits = Pick<FilterFacts, 'words' | 'products'>;

function productBits(families: readonly ProductFamily[]): ProductBits {
  const models = families.flatMap((family) => family.models.map((model) => model.id));
  const words = Math.max(1, Math.ceil(models.length / 32));
  const bits = (ids: readonly string[]): Uint32Array => {
    const mask = new Uint32Array(words);
    for (const id of ids) {
      const bit = models.indexOf(id);
      mask[bit >> 5] = (mask[bit >> 5] as number) | (1 << (bit & 31));
    }
    return mask;
  };
  const products = new Map<string, Uint32Array>();
  for (const family of families) {
    products.set(family.id, bits(family.models.map((model) => model.id)));
    for (const model of family.models) products.set(model.id, bits([model.id]));
  }
  return { products, words };
}

type HoursFacts = Pick<FilterFacts, 'zones' | 'hours' | 'kinds'>;

/** Equal hours in one zone are one kind: a brand has few. Zones are known from a day back for three years. */
function hoursFacts(stores: readonly StoreRecord[], now_ms: number): HoursFacts {
  const zones: Zone[] = [];
  const hours: HoursKind[] = [];
  const zone_numbers = new Map<string, number>();
  const kind_numbers = new Map<string, number>();
  const zoneNumber = (name: string): number => {
    const table = zoneTable(name, now_ms - 86_400_000, now_ms + zone_years * year_ms);
    if (!table) throw new Error(`No time zone is called ${name}; import the stores again.`);
    return zones.push(table) - 1;
  };
  const kindNumber = ({ time_zone, hours: text }: StoreRecord): number => {
    const zone = zone_numbers.get(time_zone) ?? zoneNumber(time_zone);
    zone_numbers.set(time_zone, zone);
    const parsed = text === null ? null : parseHours(text);
    return hours.push({ zone, schedule: parsed && 'schedule' in parsed ? parsed.schedule : null }) - 1;
  };
  const kinds = Uint32Array.from(stores, (store) => {
    const key = `${store.time_zone} ${store.hours ?? ''}`;
    const kind = kind_numbers.get(key) ?? kindNumber(store);
    kind_numbers.set(key, kind);
    return kind;
  });
  return { zones, hours, kinds };
}

/** Bits of the products in one role, `words` numbers a store. */
function roleBits(
  stores: readonly StoreRecord[],
  role: 'sells' | 'displays',
  { products, words }: ProductBits,
) {
  const bits = new Uint32Array(stores.length * words);
  stores.forEach((store, number) => {
    for (const id of store[role])
      products.get(id)?.forEach((word, at) => {
        bits[number * words + at] = (bits[number * words + at] as number) | word;
      });
  });
  return bits;
}

export function buildDirectory(
  records: readonly StoreRecord[],
  families: readonly ProductFamily[],
  now_ms: number,
): Directory {
  const stores = records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const bits = productBits(families);
  const tree = buildTree(stores);
  const filter = buildFilterIndex(tree, {
    ...bits,
    ...hoursFacts(stores, now_ms),
    sells: roleBits(stores, 'sells', bits),
    displays: roleBits(stores, 'displays', bits),
  });
  return {
    stores,
    numbers: new Map(stores.map((store, number) => [store.id as string, number])),
    cities: stores.map((store) => cityKey(store.city)),
    tree,
    filter,
  };
}

/** A store as it is answered, at this moment. */
export function present(directory: Directory, number: number, now_ms: number): Store {
  const store = directory.stores[number] as StoreRecord;
  const { filter } = directory;
  const { schedule, zone } = filter.hours[filter.kinds[number] as number] as HoursKind;
  return {
    id: store.id,
    name: store.name,
    address: { lines: addressLines(store), city: store.city, country: store.country },
    sells: [...store.sells],
    displays: [...store.displays],
    open_now: openNow(schedule, localMinute(filter.zones[zone] as Zone, now_ms)),
    hours: schedule && openings(schedule),
    closed_days: schedule ? schedule.closed_days.map(dateOf) : [],
    time_zone: store.time_zone,
    phone: store.phone,
    directions: directions(store),
  };
}

/** The nearest stores that match, within the first radius in which there is one. */
export function near(
  directory: Directory,
  query: NearQuery,
  now_ms: number,
): Near | { readonly fault: 'position_invalid' | 'no_store' } {
  const { position, accuracy_m } = query;
  if (!isPosition(position)) return { fault: 'position_invalid' };
  const admitted = admission(directory.filter, query, now_ms);
  if (!admitted) return { fault: 'no_store' };
  const first_m = radius_m(accuracy_m);
  const reach_m = (nearest_m: number) => Math.max(first_m, radius_m(nearest_m));
  const numbers = nearestPoints(directory.tree, { position, limit: query.limit, reach_m, ...admitted });
  const found = numbers.map((number) => ({
    number,
    exact_m: distance_m(position, directory.stores[number] as StoreRecord),
  }));
  const nearest = found[0];
  if (!nearest) return { fault: 'no_store' };
  const reached_m = reach_m(nearest.exact_m);
  return {
    radius_m: reached_m,
    widened: reached_m > first_m,
    stores: found
      .filter(({ exact_m }) => exact_m <= reached_m)
      .map(({ number, exact_m }) => ({
        ...present(directory, number, now_ms),
        distance_m: rounded_m(exact_m),
      })),
  };
}

export interface ListQuery {
  readonly country: string | undefined;
  readonly city: string | undefined;
  readonly after: string | undefined;
  readonly limit: number;
}

/** One page by id; `next` is what to ask after, null at the end. */
export function page(
  directory: Directory,
  query: ListQuery,
  now_ms: number,
): { stores: Store[]; next: StoreId | null } {
  const { stores } = directory;
  const city = query.city === undefined ? undefined : cityKey(query.city);
  const numbers: number[] = [];
  let number = query.after === undefined ? 0 : firstAfter(stores, query.after);
  for (; number < stores.length && numbers.length <= query.limit; number++) {
    const { country } = stores[number] as StoreRecord;
    if (query.country !== undefined && country !== query.country) continue;
    if (city === undefined || directory.cities[number] === city) numbers.push(number);
  }
  const shown = numbers.slice(0, query.limit);
  const last = stores[shown.at(-1) ?? -1];
  return {
    stores: shown.map((each) => present(directory, each, now_ms)),
    next: numbers.length > query.limit && last ? last.id : null,
  };
}

function firstAfter(stores: readonly StoreRecord[], id: string): number {
  let low = 0;
  let high = stores.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stores[middle] as StoreRecord).id <= id) low = middle + 1;
    else high = middle;
  }
  return low;
}
