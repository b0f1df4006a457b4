import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { Country, Family, Id, limit_most, Nearby, Place, Store } from './contract.shapes.ts';

export {
  type Directions,
  type Family,
  type LocalMoment,
  limit_most,
  limit_usual,
  type Names,
  type Nearby,
  type NearStore,
  type Offers,
  type Opening,
  type OpenNow,
  type Place,
  type SpecialDay,
  type Store,
  type StoreId,
} from './contract.shapes.ts';

const filters = {
  /** Only stores where one can buy: `product` if it is given, anything otherwise. */
  sells: Type.Optional(Type.Boolean()),
  /** Only stores where one can look: at `product` if it is given, at anything otherwise. */
  displays: Type.Optional(Type.Boolean()),
  /** Id of a family or a model. Without `sells` and `displays`: stores that do either with it. */
  product: Type.Optional(Id),
  open_now: Type.Optional(Type.Boolean()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limit_most })),
  /** Says, too, what can be bought and ordered near there. */
  offers: Type.Optional(Type.Boolean()),
};

const closed = { additionalProperties: false } as const;

export const nearest = operation({
  name: 'stores.nearest',
  method: 'POST',
  safe: true,
  path: '/api/stores/nearest',
  summary:
    'The nearest stores to the position of this moment, which is used for this answer and kept nowhere',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: true,
  input: Type.Object(
    {
      position: Type.Object(
        {
          /** Degrees north, −90 to 90. Out of range is answered with `position_invalid`. */
          latitude: Type.Number(),
          /** Degrees east, −180 to 180. */
          longitude: Type.Number(),
          accuracy_m: Type.Optional(Type.Number({ minimum: 0 })),
        },
        closed,
      ),
      ...filters,
    },
    closed,
  ),
  output: Nearby,
  errors: ['position_invalid', 'no_store'],
  per_minute: 60,
});

export const nearPlace = operation({
  name: 'stores.near_place',
  method: 'POST',
  safe: true,
  path: '/api/stores/near-place',
  summary: 'The nearest stores to a place or postcode that was typed',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: true,
  input: Type.Object({ place: Type.String({ minLength: 1, maxLength: 200 }), ...filters }, closed),
  output: Nearby,
  errors: ['place_unknown', 'no_store'],
  per_minute: 60,
});

export const places = operation({
  name: 'stores.places',
  method: 'POST',
  safe: true,
  path: '/api/stores/places',
  summary: 'Places that begin like what was typed: name in any of its languages, or postcode',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: true,
  input: Type.Object(
    {
      place: Type.String({ minLength: 1, maxLength: 200 }),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 8 })),
    },
    closed,
  ),
  output: Type.Object({ places: Type.Array(Place, { maxItems: 8 }) }),
  errors: [],
  per_minute: 240,
});

export const list = operation({
  name: 'stores.list',
  method: 'GET',
  path: '/api/stores/list',
  summary: 'All stores by country and city, a page at a time',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: true,
  input: Type.Object(
    {
      country: Type.Optional(Country),
      city: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
      /** `next` of the page before. */
      after: Type.Optional(Id),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limit_most })),
    },
    closed,
  ),
  output: Type.Object({
    stores: Type.Array(Store, { maxItems: limit_most }),
    next: Type.Union([Id, Type.Null()]),
  }),
  errors: [],
  per_minute: 120,
});

export const show = operation({
  name: 'stores.show',
  method: 'GET',
  path: '/api/stores/show',
  summary: 'One store',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: true,
  input: Type.Object({ id: Id }, closed),
  output: Store,
  errors: ['store_unknown'],
  per_minute: 120,
});

export const countries = operation({
  name: 'stores.countries',
  method: 'GET',
  path: '/api/stores/countries',
  summary: 'The countries that have stores, and how many',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: true,
  input: Type.Object({}, closed),
  output: Type.Object({
    countries: Type.Array(Type.Object({ country: Country, stores: Type.Integer({ minimum: 1 }) }), {
      maxItems: 260,
    }),
  }),
  errors: [],
  per_minute: 120,
});

export const products = operation({
  name: 'stores.products',
  method: 'GET',
  path: '/api/stores/products',
  summary: 'Families and models that stores sell or display, for the filter',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: true,
  input: Type.Object({}, closed),
  output: Type.Object({ families: Type.Array(Family, { maxItems: 30 }) }),
  errors: [],
  per_minute: 120,
});
