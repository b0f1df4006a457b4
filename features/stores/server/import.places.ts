/** Places from CSV, for typed searches. Pure, like the reading of stores. */
import { type PlaceRecord, placeText } from '../place.ts';
import { type Fault, inOrder, readTable } from './import.csv.ts';
import { isCountry, readDegrees } from './import.stores.ts';

const columns = [
  'postcode',
  'name',
  'latin',
  'names',
  'region',
  'country',
  'latitude',
  'longitude',
  'rank',
] as const;

export type ReadPlaces = { readonly places: PlaceRecord[] } | { readonly faults: Fault[] };

/** `names` are divided by `|`. A name may stand in a country several times, each with a postcode of its own. */
export function readPlaces(bytes: Uint8Array): ReadPlaces {
  const table = readTable(bytes, { columns, signed: ['latitude', 'longitude'] });
  const faults: Fault[] = [...table.faults];
  const lines = new Map<string, number>();
  const places = table.rows.map(({ line, cells }) => {
    const complain = (column: (typeof columns)[number], reason: string) =>
      faults.push({ line, column, reason: `${column} ${reason}.` });
    const latitude = readDegrees(cells.latitude, 90);
    const longitude = readDegrees(cells.longitude, 180);
    if (typeof latitude === 'string') complain('latitude', latitude);
    if (typeof longitude === 'string') complain('longitude', longitude);
    if (cells.name === '' || cells.name.length > 120) complain('name', 'must have 1 to 120 characters');
    if (cells.postcode.length > 12) complain('postcode', 'has more than 12 characters');
    if (!isCountry(cells.country)) complain('country', `"${cells.country}" is no country code such as CH`);
    if (!/^[1-5]$/.test(cells.rank)) complain('rank', 'must be 1 (largest) to 5');
    const place: PlaceRecord = {
      postcode: cells.postcode,
      name: cells.name,
      latin: cells.latin === '' ? null : cells.latin,
      names: cells.names.split('|').filter((name) => name !== ''),
      region: cells.region,
      country: cells.country,
      latitude: Number(latitude),
      longitude: Number(longitude),
      rank: Number(cells.rank),
    };
    const text = placeText(place);
    const earlier = lines.get(text);
    if (earlier !== undefined) complain('name', `"${text}" is already on line ${earlier}`);
    else lines.set(text, line);
    return place;
  });
  return faults.length > 0 ? { faults: inOrder(faults) } : { places };
}
