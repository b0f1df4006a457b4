/** What can be bought and ordered near a position, and why each is named. Pure. */
import type { Names, Offers, StoreId } from './contract.ts';
import type { Directory } from './directory.ts';
import { distance_m, isPosition, type Position, rounded_m } from './distance.ts';
import { admission } from './filter.ts';
import type { StoreRecord } from './stores.ts';
import { nearestPoints } from './tree.ts';

/** Farther than this nobody drives for a basin. */
export const product_reach_m = 100_000;

/** What a store does, and how far it comes. */
export interface ServiceRecord {
  readonly store_id: StoreId;
  readonly service_id: string;
  readonly reach_m: number;
}

/** A service by its name in each language. */
export interface ServiceName {
  readonly id: string;
  readonly name: Names;
}

interface At {
  readonly store: StoreRecord;
  readonly exact_m: number;
}

const placed = ({ store, exact_m }: At) => ({
  id: store.id,
  name: store.name,
  city: store.city,
  distance_m: rounded_m(exact_m),
});

/** The nearest store that sells something of a family. */
function sellerOf(directory: Directory, family: string, position: Position, now_ms: number): At | null {
  const admitted = admission(directory.filter, { sells: true, product: family }, now_ms);
  if (!admitted) return null;
  const search = { position, limit: 1, reach_m: () => product_reach_m, ...admitted };
  const [number] = nearestPoints(directory.tree, search);
  if (number === undefined) return null;
  const store = directory.stores[number] as StoreRecord;
  const exact_m = distance_m(position, store);
  return exact_m <= product_reach_m ? { store, exact_m } : null;
}

/** One model a family: the one that stands there to be seen, else the first that is sold there. */
function productsAt(directory: Directory, position: Position, now_ms: number) {
  return directory.families.flatMap(({ id: family, models }) => {
    const found = sellerOf(directory, family, position, now_ms);
    if (found === null) return [];
    const { sells, displays } = found.store;
    const sold = models.filter((model) => sells.includes(model));
    const seen = sold.find((model) => displays.includes(model));
    const product = seen ?? sold[0];
    if (product === undefined) return [];
    return [{ product, family, why: seen === undefined ? ('sold' as const) : ('shown' as const), found }];
  });
}

/** Each service by the nearest store that comes so far. */
function servicesAt({ services, service_names, stores }: Directory, position: Position) {
  const nearest = new Map<string, At>();
  for (const { number, service_id, reach_m } of services) {
    const store = stores[number] as StoreRecord;
    const exact_m = distance_m(position, store);
    if (exact_m > reach_m || exact_m >= (nearest.get(service_id)?.exact_m ?? Number.POSITIVE_INFINITY))
      continue;
    nearest.set(service_id, { store, exact_m });
  }
  return [...nearest].map(([service, found]) => ({
    service,
    name: service_names.get(service) ?? { en: service, 'zh-CN': service, de: service },
    found,
  }));
}

const byDistance = (a: { readonly found: At }, b: { readonly found: At }) =>
  a.found.exact_m - b.found.exact_m;

/** Nearest first; nothing where nothing is near. */
export function offersAt(directory: Directory, position: Position, now_ms: number): Offers {
  if (!isPosition(position)) return { products: [], services: [] };
  return {
    products: productsAt(directory, position, now_ms)
      .toSorted(byDistance)
      .map(({ found, ...one }) => ({ ...one, store: placed(found) })),
    services: servicesAt(directory, position)
      .toSorted(byDistance)
      .map(({ found, ...one }) => ({ ...one, store: placed(found) })),
  };
}
