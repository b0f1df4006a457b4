/** What the operations of this feature take and answer. */
import Type, { type Static } from 'typebox';

/** Most stores in one answer, and how many come when nothing is asked for. */
export const limit_most = 50;
export const limit_usual = 20;

/** Lower-case letters, digits and dashes, for example `ch-winterthur-1`. */
export type StoreId = string & { readonly brand: 'StoreId' };

const id_pattern = '^[a-z0-9]+(-[a-z0-9]+)*$';

export const Id = Type.String({ pattern: id_pattern, minLength: 1, maxLength: 64 });

/** ISO 3166-1 alpha-2, capitals. */
export const Country = Type.String({ pattern: '^[A-Z]{2}$', maxLength: 2 });

/** A wall clock time in the store's own zone: `09:30`; `24:00` only as a closing time. */
const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$', maxLength: 5 });

/** 1 is Monday, 7 is Sunday. */
const Weekday = Type.Integer({ minimum: 1, maximum: 7 });

export const Names = Type.Object({
  en: Type.String({ maxLength: 120 }),
  'zh-CN': Type.String({ maxLength: 120 }),
  de: Type.String({ maxLength: 120 }),
});
export type Names = Static<typeof Names>;

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
  /** Why today is not like its weekday; null where it is, or where nobody said why. */
  because: Type.Union([Names, Type.Null()]),
});
export type OpenNow = Static<typeof OpenNow>;

/** `2026-12-25`. */
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', maxLength: 10 });

/** A day with other hours than its weekday: a public holiday, or one of the store's own. */
export const SpecialDay = Type.Object({
  date: Day,
  /** None: closed. Where `closes` is not after `opens` it ends on the following day. */
  hours: Type.Array(Type.Object({ opens: Clock, closes: Clock }), { maxItems: 6 }),
  reason: Type.Union([Names, Type.Null()]),
});
export type SpecialDay = Static<typeof SpecialDay>;

/** One stretch of opening. Where `closes` is not after `opens` it ends on the following day. */
export const Opening = Type.Object({ weekday: Weekday, opens: Clock, closes: Clock });
export type Opening = Static<typeof Opening>;

export const Directions = Type.Object({
  /** WGS 84 degrees, whatever datum the store was surveyed in. */
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
        Type.Literal('baidu'),
      ]),
      url: Type.String({ maxLength: 1_000 }),
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
  /** Ascending. Two weeks of them in a search, two months in a list, a year where one store is shown. */
  special_days: Type.Array(SpecialDay, { maxItems: 130 }),
  /** Those of them on which it stays closed. */
  closed_days: Type.Array(Day, { maxItems: 130 }),
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

const OfferStore = Type.Object({
  id: Id,
  name: Type.String({ maxLength: 120 }),
  city: Type.String({ maxLength: 120 }),
  /** Rounded like every other distance. */
  distance_m: Type.Integer({ minimum: 100 }),
});

export const Offers = Type.Object({
  /** One a family, nearest first. */
  products: Type.Array(
    Type.Object({
      product: Id,
      family: Id,
      /** `shown`: one can see it and buy it in that store. `sold`: buy it. */
      why: Type.Union([Type.Literal('shown'), Type.Literal('sold')]),
      store: OfferStore,
    }),
    { maxItems: 30 },
  ),
  /** What a store comes for, or does by appointment, nearest first. */
  services: Type.Array(Type.Object({ service: Id, name: Names, store: OfferStore }), { maxItems: 30 }),
});
export type Offers = Static<typeof Offers>;

export const Nearby = Type.Object({
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
  /** What can be bought and ordered there; null where it was not asked for. */
  offers: Type.Union([Offers, Type.Null()]),
});
export type Nearby = Static<typeof Nearby>;

export const Family = Type.Object({
  id: Id,
  name: Names,
  models: Type.Array(Type.Object({ id: Id, name: Names }), { maxItems: 50 }),
});
export type Family = Static<typeof Family>;
