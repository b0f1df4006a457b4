/** All stores, arranged once for searching and never changed: an import makes a new directory. */
import type { Names, NearStore, Store, StoreId } from './contract.ts';
import { directions } from './directions.ts';
import { filterFacts } from './directory.facts.ts';
import { distance_m, isPosition, type Position, rounded_m } from './distance.ts';
import { admission, buildFilterIndex, type FilterIndex, type Filters, type HoursKind } from './filter.ts';
import { dateOf, openNow } from './hours.ts';
import type { ServiceName, ServiceRecord } from './offers.ts';
import { cityKey } from './place.fold.ts';
import { radius_m } from './radius.ts';
import { type Calendars, hoursOf, type SpecialDay } from './special.ts';
import { addressLines, type ProductFamily, type StoreRecord } from './stores.ts';
import { buildTree, nearestPoints, type Tree } from './tree.ts';
import { localMinute, type Zone } from './zone.ts';

export interface Directory {
  /** Ascending by id. */
  readonly stores: readonly StoreRecord[];
  readonly numbers: ReadonlyMap<string, number>;
  /** City of each store, folded for comparing. */
  readonly cities: readonly string[];
  readonly tree: Tree;
  readonly filter: FilterIndex;
  readonly families: readonly { readonly id: string; readonly models: readonly string[] }[];
  /** By store number. */
  readonly services: readonly (ServiceRecord & { readonly number: number })[];
  readonly service_names: ReadonlyMap<string, Names>;
}

/** What stores go by besides what they say themselves. */
export interface Beside {
  readonly calendars?: Calendars;
  readonly services?: readonly ServiceRecord[];
  readonly service_names?: readonly ServiceName[];
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

export function buildDirectory(
  records: readonly StoreRecord[],
  families: readonly ProductFamily[],
  now_ms: number,
  { calendars = new Map(), services = [], service_names = [] }: Beside = {},
): Directory {
  const stores = records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const tree = buildTree(stores);
  const numbers = new Map(stores.map((store, number) => [store.id as string, number]));
  return {
    stores,
    numbers,
    families: families.map(({ id, models }) => ({ id, models: models.map((model) => model.id) })),
    services: services.flatMap((one) => {
      const number = numbers.get(one.store_id);
      return number === undefined ? [] : [{ ...one, number }];
    }),
    service_names: new Map(service_names.map(({ id, name }) => [id, name])),
    cities: stores.map((store) => cityKey(store.city)),
    tree,
    filter: buildFilterIndex(tree, filterFacts(stores, families, calendars, now_ms)),
  };
}

/** How many days ahead special days are answered: where one searches, where one lists, where one store is shown. */
export const days_ahead = { near: 14, list: 60, show: 366 } as const;

type Special = Pick<Store, 'special_days' | 'closed_days'> & { readonly because: Names | null };

/** Most stores of a search have none in sight: they share this one. */
const nothing_special: Special = { special_days: [], closed_days: [], because: null };

function specialFrom(days: readonly SpecialDay[], today: number, ahead: number): Special {
  const seen = days.filter(({ day }) => day >= today && day < today + ahead);
  const [first] = seen;
  if (!first) return nothing_special;
  return {
    special_days: seen.map((each) => ({
      date: dateOf(each.day),
      hours: hoursOf(each),
      reason: each.reason,
    })),
    closed_days: seen.filter(({ spans }) => spans.length === 0).map(({ day }) => dateOf(day)),
    because: first.day === today ? first.reason : null,
  };
}

/** A store as it is answered, at this moment. */
export function present(directory: Directory, number: number, now_ms: number, ahead: number): Store {
  const store = directory.stores[number] as StoreRecord;
  const { filter } = directory;
  const { schedule, openings, zone, days } = filter.hours[filter.kinds[number] as number] as HoursKind;
  const minute = localMinute(filter.zones[zone] as Zone, now_ms);
  const today = Math.floor(minute / 1440);
  const special = days.length === 0 ? nothing_special : specialFrom(days, today, ahead);
  return {
    id: store.id,
    name: store.name,
    address: { lines: addressLines(store), city: store.city, country: store.country },
    sells: [...store.sells],
    displays: [...store.displays],
    open_now: openNow(schedule, minute, special.because),
    hours: openings,
    special_days: special.special_days,
    closed_days: special.closed_days,
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
        ...present(directory, number, now_ms, days_ahead.near),
        distance_m: rounded_m(exact_m),
      })),
  };
}

export interface ListQuery {
  readonly country: string | undefined;
  readonly city?: string | undefined;
  readonly after: string | undefined;
  readonly limit: number;
}

/** Numbers of one page by id; `next` is what to ask after, null at the end. */
export function pageNumbers(
  directory: Directory,
  query: ListQuery,
): { numbers: number[]; next: StoreId | null } {
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
  return { numbers: shown, next: numbers.length > query.limit && last ? last.id : null };
}

export function page(
  directory: Directory,
  query: ListQuery,
  now_ms: number,
): { stores: Store[]; next: StoreId | null } {
  const { numbers, next } = pageNumbers(directory, query);
  return { stores: numbers.map((each) => present(directory, each, now_ms, days_ahead.list)), next };
}

/** Those with most stores first. */
export function countriesOf({ stores }: Directory): { country: string; stores: number }[] {
  const counts = new Map<string, number>();
  for (const { country } of stores) counts.set(country, (counts.get(country) ?? 0) + 1);
  return [...counts]
    .map(([country, count]) => ({ country, stores: count }))
    .sort((a, b) => b.stores - a.stores || (a.country < b.country ? -1 : 1));
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
