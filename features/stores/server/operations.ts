import { implement, type Operation, problem, registered } from '@axent/kernel';
import * as open from '../contract.public.ts';
import * as contract from '../contract.ts';
import { countriesOf, type Directory, days_ahead, near, page, pageNumbers, present } from '../directory.ts';
import type { Position } from '../distance.ts';
import type { Filters } from '../filter.ts';
import { offersAt } from '../offers.ts';
import { type PlaceIndex, presentPlace, searchPlaces } from '../place.ts';
import { featureOf, shopOf } from '../publication.ts';
import { familiesShown, type ProductFamily, type StoreRecord } from '../stores.ts';
import type { DirectoryCache } from './directory.cache.ts';

interface Wish extends Filters {
  readonly limit?: number;
  readonly offers?: boolean;
}

interface Reading {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy_m?: number;
}

const suggestions = 8;
const other_places = 5;

const offers = (directory: Directory, position: Position, wish: Wish, now_ms: number) =>
  wish.offers === true ? offersAt(directory, position, now_ms) : null;

/** The only code that sees a position. It is answered with stores and forgotten. */
const nearPosition = registered(
  'stores.nearest',
  (position: Reading, directory: Directory, wish: Wish, now_ms: number) => {
    const { accuracy_m = 0 } = position;
    const query = { ...wish, position, accuracy_m, limit: wish.limit ?? contract.limit_usual };
    const found = near(directory, query, now_ms);
    return 'fault' in found ? found : { ...found, offers: offers(directory, position, wish, now_ms) };
  },
);

/** The only code that sees what was typed, with the one below. */
const nearTyped = registered(
  'stores.near_place',
  (
    typed: { readonly text: string },
    directory: Directory,
    places: PlaceIndex,
    wish: Wish,
    now_ms: number,
  ) => {
    const [position, ...others] = searchPlaces(places, typed.text, 1 + other_places);
    if (!position) return { fault: 'place_unknown' } as const;
    const query = { ...wish, position, accuracy_m: 0, limit: wish.limit ?? contract.limit_usual };
    const found = near(directory, query, now_ms);
    if ('fault' in found) return found;
    return {
      ...found,
      place: presentPlace(position),
      other_places: others.map(presentPlace),
      offers: offers(directory, position, wish, now_ms),
    };
  },
);

const suggested = registered(
  'stores.places',
  (typed: { readonly text: string }, places: PlaceIndex, limit: number) =>
    searchPlaces(places, typed.text, limit).map(presentPlace),
);

/** A refusal is given back, not thrown: the position was used, and its record must stay. */
const refusal = (fault: string) => problem(fault, {}, fault === 'position_invalid' ? 422 : 404);

/** For other programs: nobody need have accepted anything, and nothing of anybody is read. */
function publicOperations(cache: DirectoryCache): Operation[] {
  const context = { '@context': 'https://schema.org' } as const;
  return [
    implement(open.geojson, async ({ use, now }, { country, after, limit = open.page_most }) => {
      const { directory } = await cache.current(use.rows, now.getTime());
      const { numbers, next } = pageNumbers(directory, { country, after, limit });
      const features = numbers.map((number) => featureOf(directory.stores[number] as StoreRecord));
      return { type: 'FeatureCollection' as const, features, next };
    }),
    implement(open.schema, async ({ use, now }, { id }) => {
      const { directory } = await cache.current(use.rows, now.getTime());
      const number = directory.numbers.get(id);
      if (number === undefined) return refusal('store_unknown');
      return { ...context, ...shopOf(directory, number, now.getTime()) };
    }),
    implement(open.schemaList, async ({ use, now }, { country, after, limit = open.page_most }) => {
      const { directory } = await cache.current(use.rows, now.getTime());
      const { numbers, next } = pageNumbers(directory, { country, after, limit });
      const itemListElement = numbers.map((number, at) => ({
        '@type': 'ListItem' as const,
        position: at + 1,
        item: shopOf(directory, number, now.getTime()),
      }));
      return { ...context, '@type': 'ItemList' as const, itemListElement, next };
    }),
  ];
}

export function operations(cache: DirectoryCache, families: readonly ProductFamily[]): Operation[] {
  return [
    ...publicOperations(cache),
    implement(contract.nearest, async ({ use, now }, { position, ...wish }) => {
      const here = use.fleeting('position', position);
      const { directory } = await cache.current(use.rows, now.getTime());
      const found = use.compute(here, nearPosition, directory, wish, now.getTime());
      return 'fault' in found ? refusal(found.fault) : { ...found, place: null, other_places: [] };
    }),
    implement(contract.nearPlace, async ({ use, now }, { place, ...wish }) => {
      const typed = use.fleeting('place', { text: place });
      const { directory, places } = await cache.current(use.rows, now.getTime());
      const found = use.compute(typed, nearTyped, directory, places, wish, now.getTime());
      return 'fault' in found ? refusal(found.fault) : found;
    }),
    implement(contract.places, async ({ use, now }, { place, limit = suggestions }) => {
      const typed = use.fleeting('place', { text: place });
      const { places } = await cache.current(use.rows, now.getTime());
      return { places: use.compute(typed, suggested, places, limit) };
    }),
    implement(contract.list, async ({ use, now }, { country, city, after, limit = contract.limit_usual }) => {
      const { directory } = await cache.current(use.rows, now.getTime());
      return page(directory, { country, city, after, limit }, now.getTime());
    }),
    implement(contract.show, async ({ use, now }, { id }) => {
      const { directory } = await cache.current(use.rows, now.getTime());
      const number = directory.numbers.get(id);
      return number === undefined
        ? refusal('store_unknown')
        : present(directory, number, now.getTime(), days_ahead.show);
    }),
    implement(contract.countries, async ({ use, now }) => {
      const { directory } = await cache.current(use.rows, now.getTime());
      return { countries: countriesOf(directory) };
    }),
    implement(contract.products, async ({ use, now }) => {
      const { directory } = await cache.current(use.rows, now.getTime());
      return { families: familiesShown(families, directory.stores) };
    }),
  ];
}
