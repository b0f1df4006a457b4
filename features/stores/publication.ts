/** A store as other programs read it: GeoJSON (RFC 7946) and schema.org. */
import type { Output } from '@axent/kernel/operation';
import type { geojson, schema } from './contract.public.ts';
import { type Directory, days_ahead, present } from './directory.ts';
import type { StoreRecord } from './stores.ts';

type Feature = Output<typeof geojson>['features'][number];
type Shop = Omit<Output<typeof schema>, '@context'>;

/** Six places are a tenth of a metre. */
const rounded = (degrees: number) => Number(degrees.toFixed(6));

/** Coordinates are in WGS 84, so the datum in which they were declared does not come along. */
export function featureOf(store: StoreRecord): Feature {
  const { id, latitude, longitude, datum: _, sells, displays, ...properties } = store;
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [rounded(longitude), rounded(latitude)] },
    properties: { ...properties, sells: [...sells], displays: [...displays] },
  };
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** schema.org ends a day a minute before midnight. */
const clock = (time: string) => (time === '24:00' ? '23:59' : time);

const hours = (opens: string, closes: string) => ({
  '@type': 'OpeningHoursSpecification' as const,
  opens: clock(opens),
  closes: clock(closes),
});

export function shopOf(directory: Directory, number: number, now_ms: number): Shop {
  const { street, postcode, city, region } = directory.stores[number] as StoreRecord;
  const store = present(directory, number, now_ms, days_ahead.show);
  const page = `/stores/${store.id}`;
  return {
    '@type': 'HomeGoodsStore',
    '@id': page,
    url: page,
    name: store.name,
    ...(store.phone === null ? {} : { telephone: store.phone }),
    address: {
      '@type': 'PostalAddress',
      streetAddress: street,
      postalCode: postcode,
      addressLocality: city,
      ...(region === '' ? {} : { addressRegion: region }),
      addressCountry: store.address.country,
    },
    geo: {
      '@type': 'GeoCoordinates',
      latitude: rounded(store.directions.latitude),
      longitude: rounded(store.directions.longitude),
    },
    openingHoursSpecification: (store.hours ?? []).map(({ weekday, opens, closes }) => ({
      ...hours(opens, closes),
      dayOfWeek: `https://schema.org/${weekdays[weekday - 1]}`,
    })),
    specialOpeningHoursSpecification: store.special_days.flatMap(({ date, hours: spans }) => {
      const valid = { validFrom: date, validThrough: date };
      if (spans.length === 0) return [{ ...hours('00:00', '00:00'), ...valid }];
      return spans.map(({ opens, closes }) => ({ ...hours(opens, closes), ...valid }));
    }),
  };
}
