/** Stores for other programs: GeoJSON and schema.org. They hold nothing of a person and need no acceptance. */
import { operation } from '@axent/kernel/operation';
import Type from 'typebox';
import { Country, Id } from './contract.shapes.ts';

const closed = { additionalProperties: false } as const;

/** Most stores in one answer to a program. */
export const page_most = 500;

const pageOf = {
  country: Type.Optional(Country),
  /** `next` of the page before. */
  after: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: page_most })),
};

const Words = Type.Union([Type.String({ maxLength: 4_000 }), Type.Null()]);
const Ids = Type.Array(Id, { maxItems: 200 });

/** RFC 7946. The properties are the columns that `npm run stores -- import` takes. */
const Feature = Type.Object({
  type: Type.Literal('Feature'),
  id: Id,
  geometry: Type.Object({
    type: Type.Literal('Point'),
    /** Degrees east, degrees north; WGS 84. */
    coordinates: Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }),
  }),
  properties: Type.Object({
    name: Type.String(),
    street: Type.String(),
    postcode: Type.String(),
    city: Type.String(),
    region: Type.String(),
    country: Country,
    time_zone: Type.String(),
    phone: Words,
    hours: Words,
    calendar: Words,
    special_days: Words,
    sells: Ids,
    displays: Ids,
  }),
});

export const geojson = operation({
  name: 'stores.geojson',
  method: 'GET',
  path: '/api/stores/geojson',
  summary: 'All stores as GeoJSON, a page at a time; what comes out can be imported again',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: false,
  file: { type: 'application/geo+json' },
  input: Type.Object(pageOf, closed),
  output: Type.Object({
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(Feature, { maxItems: page_most }),
    next: Type.Union([Id, Type.Null()]),
  }),
  errors: [],
  per_minute: 60,
});

const Hours = {
  '@type': Type.Literal('OpeningHoursSpecification'),
  opens: Type.String(),
  closes: Type.String(),
};

const shop = {
  '@type': Type.Literal('HomeGoodsStore'),
  /** The store's page on this site. */
  '@id': Type.String(),
  url: Type.String(),
  name: Type.String(),
  telephone: Type.Optional(Type.String()),
  address: Type.Object({
    '@type': Type.Literal('PostalAddress'),
    streetAddress: Type.String(),
    postalCode: Type.String(),
    addressLocality: Type.String(),
    addressRegion: Type.Optional(Type.String()),
    addressCountry: Country,
  }),
  geo: Type.Object({
    '@type': Type.Literal('GeoCoordinates'),
    latitude: Type.Number(),
    longitude: Type.Number(),
  }),
  openingHoursSpecification: Type.Array(Type.Object({ ...Hours, dayOfWeek: Type.String() }), {
    maxItems: 42,
  }),
  /** A day on which it opens and closes at 00:00 is a closed one. */
  specialOpeningHoursSpecification: Type.Array(
    Type.Object({ ...Hours, validFrom: Type.String(), validThrough: Type.String() }),
    { maxItems: 260 },
  ),
};

const context = { '@context': Type.Literal('https://schema.org') };

export const schema = operation({
  name: 'stores.schema',
  method: 'GET',
  path: '/api/stores/schema',
  summary: 'One store in the words of schema.org, as JSON-LD',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: false,
  file: { type: 'application/ld+json' },
  input: Type.Object({ id: Id }, closed),
  output: Type.Object({ ...context, ...shop }),
  errors: ['store_unknown'],
  per_minute: 240,
});

export const schemaList = operation({
  name: 'stores.schema_list',
  method: 'GET',
  path: '/api/stores/schema/list',
  summary: 'All stores in the words of schema.org, as JSON-LD, a page at a time',
  purpose: 'service',
  actors: ['visitor', 'person'],
  acceptance: false,
  file: { type: 'application/ld+json' },
  input: Type.Object(pageOf, closed),
  output: Type.Object({
    ...context,
    '@type': Type.Literal('ItemList'),
    itemListElement: Type.Array(
      Type.Object({
        '@type': Type.Literal('ListItem'),
        position: Type.Integer({ minimum: 1 }),
        item: Type.Object(shop),
      }),
      { maxItems: page_most },
    ),
    next: Type.Union([Id, Type.Null()]),
  }),
  errors: [],
  per_minute: 60,
});
