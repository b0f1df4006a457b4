import { type Input, type Output, operation } from '@axent/kernel/operation';
import Type, { type Static } from 'typebox';

/** Most stores in one answer, and how many come when nothing is asked for. */
export const limit_most = 50;
export const limit_usual = 20;

/** Lower-case letters, digits and dashes, for example `ch-winterthur-1`. */
export type StoreId = string & { readonly brand: 'StoreId' };

const id_pattern = '^[a-z0-9]+(-[a-z0-9]+)*$';

const Id = Type.String({ pattern: id_pattern, minLength: 1, maxLength: 64 });

/** ISO 3166-1 alpha-2, capitals. */
const Country = Type.String({ pattern: '^[A-Z]{2}$' });

/** A wall clock time in the store's own zone: `09:30`; `24:00` only as a closing time. */
const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$' });

/** 1 is Monday, 7 is Sunday. */
const Weekday = Type.Integer({ minimum: 1, maximum: 7 });

/** A moment as the clock on the store's wall shows it; screens put it into words. */
export const LocalMoment = Type.Object({
  /** 0 is the store's today. */
  days_ahead: Type.Integer({ minimum: 0, maximum: 15 }),
  weekday: Weekday,
  time: Clock,
});
export type LocalMoment = Static<typeof LocalMoment>;

export const OpenNow = Type.Object({
  state: Type.Union([Type.Literal('open'), Type.Literal('closed'), Type.Literal('unknown')]),
  /** When it closes, while it is open and will close within two weeks. */
  until: Type.Union([LocalMoment, Type.Null()]),
  /** When it opens next, while it is closed and will open within two weeks. */
  next: Type.Union([LocalMoment, Type.Null()]),
});
export type OpenNow = Static<typeof OpenNow>;

/** One stretch of opening. Where `closes` is not after `opens` it ends on the following day. */
export const Opening = Type.Object({ weekday: Weekday, opens: Clock, closes: Clock });
export type Opening = Static<typeof Opening>;

export const Directions = Type.Object({
  latitude: Type.Number(),
  longitude: Type.Number(),
  /** Links carry the destination only, never where the person is. */
  links: Type.Array(
    Type.Object({
      kind: Type.Union([
        Type.Literal('geo'),
        Type.Literal('apple'),
        Type.Literal('google'),
        Type.Literal('openstreetmap'),
        Type.Literal('amap'),
      ]),
      url: Type.String({ maxLength: 500 }),
    }),
    { maxItems: 5 },
  ),
});
export type Directions = Static<typeof Directions>;

const store = {
  id: Id,
  name: Type.String({ maxLength: 120 }),
  address: Type.Object({
    /** As they are written on a letter in that country, without the country. */
    lines: Type.Array(Type.String({ maxLength: 250 }), { maxItems: 4 }),
    city: Type.String({ maxLength: 120 }),
    country: Country,
  }),
  /** Ids of models that one can buy here. */
  sells: Type.Array(Id, { maxItems: 200 }),
  /** Ids of models that one can look at here. */
  displays: Type.Array(Id, { maxItems: 200 }),
  open_now: OpenNow,
  /** Null where the store has not said. */
  hours: Type.Union([Type.Array(Opening, { maxItems: 42 }), Type.Null()]),
  /** Days (`2026-12-25`) on which it stays closed whatever the hours say. */
  closed_days: Type.Array(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), { maxItems: 60 }),
  /** IANA name, for example `Europe/Zurich`. */
  time_zone: Type.String({ maxLength: 64 }),
  /** International form, for example `+41 52 555 01 00`. */
  phone: Type.Union([Type.String({ maxLength: 32 }), Type.Null()]),
  directions: Directions,
};

export const Store = Type.Object(store);
export type Store = Static<typeof Store>;

export const NearStore = Type.Object({
  ...store,
  /** Rounded: to 100 m below 10 km, to 1 km above; at least 100 m. */
  distance_m: Type.Integer({ minimum: 100 }),
});
export type NearStore = Static<typeof NearStore>;

/** A place of our own list. Sending `text` back as the typed place finds exactly this one. */
export const Place = Type.Object({
  text: Type.String({ maxLength: 200 }),
  name: Type.String({ maxLength: 120 }),
  /** The name in Latin letters where `name` is not in them. */
  latin: Type.Union([Type.String({ maxLength: 120 }), Type.Null()]),
  postcode: Type.String({ maxLength: 12 }),
  region: Type.String({ maxLength: 120 }),
  country: Country,
});
export type Place = Static<typeof Place>;

const filters = {
  /** Only stores where one can buy: `product` if it is given, anything otherwise. */
  sells: Type.Optional(Type.Boolean()),
  /** Only stores where one can look: at `product` if it is given, at anything otherwise. */
  displays: Type.Optional(Type.Boolean()),
  /** Id of a family or a model. Without `sells` and `displays`: stores that do either with it. */
  product: Type.Optional(Id),
  open_now: Type.Optional(Type.Boolean()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: limit_most })),
};

const Nearby = Type.Object({
  /** The place that was understood; null where a position was given. */
  place: Type.Union([Place, Type.Null()]),
  /** Other places that the typed words may have meant. */
  other_places: Type.Array(Place, { maxItems: 5 }),
  /** How far the search went. */
  radius_m: Type.Integer({ minimum: 1 }),
  /** True where nothing was found within the first radius. */
  widened: Type.Boolean(),
  /** Nearest first; never empty. */
  stores: Type.Array(NearStore, { maxItems: limit_most }),
});
export type Nearby = Static<typeof Nearby>;

const closed = { additionalProperties: false } as const;

export const nearest = operation({
  name: 'stores.nearest',
  method: 'POST',
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

const Names = Type.Object({ en: Type.String(), 'zh-CN': Type.String(), de: Type.String() });

export const Family = Type.Object({
  id: Id,
  name: Names,
  models: Type.Array(Type.Object({ id: Id, name: Names }), { maxItems: 50 }),
});
export type Family = Static<typeof Family>;

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

/** All operations of this feature. */
export const contracts = [nearest, nearPlace, places, list, show, products] as const;

export type NearestInput = Input<typeof nearest>;
export type NearPlaceInput = Input<typeof nearPlace>;
export type NearbyOutput = Output<typeof nearest>;
