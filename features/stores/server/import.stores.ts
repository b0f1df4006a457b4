/** Stores from CSV. Pure: the file's bytes and the known products in, stores or every fault out. */
import type { StoreId } from '../contract.ts';
import { type HoursFault, parseHours } from '../hours.ts';
import type { ProductFamily, StoreRecord } from '../stores.ts';
import { zoneTable } from '../zone.ts';
import { type Fault, inOrder, type Row, readTable } from './import.csv.ts';

const columns = [
  'id',
  'name',
  'street',
  'postcode',
  'city',
  'region',
  'country',
  'latitude',
  'longitude',
  'time_zone',
  'phone',
  'hours',
  'sells',
  'displays',
] as const;
type Column = (typeof columns)[number];

/** One thing wrong with a cell; the line is added where it is known. */
type Complain = (column: Column, reason: string) => void;

const hours_reasons: Readonly<Record<HoursFault, string>> = {
  hours_too_long: 'are too long',
  hours_day_unknown: 'name a day that is none; days are Mo Tu We Th Fr Sa Su',
  hours_time_malformed: 'have a time that is none; times are like 09:00-18:30',
  hours_overlap: 'overlap',
  hours_date_malformed: 'name a date that is none; closed days are like "2026-12-25 off"',
  hours_empty_part: 'have an empty part between two ";"',
  hours_too_many: 'have too many parts',
};

const country_names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && country_names.of(code) !== undefined;
}

/** Degrees, or a reason. */
export function readDegrees(text: string, most: number): number | string {
  if (!/^-?\d{1,3}(\.\d{1,12})?$/.test(text)) return `"${text}" is no number of degrees such as 47.4995`;
  const degrees = Number(text);
  return Math.abs(degrees) > most ? `${text} is outside −${most} to ${most}` : degrees;
}

function checkText(cells: Row<Column>['cells'], complain: Complain): void {
  for (const column of ['name', 'street', 'postcode', 'city'] as const)
    if (cells[column] === '') complain(column, 'is empty');
  const most = { name: 120, street: 120, city: 120, region: 120, postcode: 12 };
  for (const [column, length] of Object.entries(most) as [keyof typeof most, number][])
    if (cells[column].length > length) complain(column, `has more than ${length} characters`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(cells.id) || cells.id.length > 64)
    complain('id', 'must be small letters, digits and single dashes, at most 64');
  if (!isCountry(cells.country)) complain('country', `"${cells.country}" is no country code such as CH`);
  if (cells.phone !== '' && !/^\+[1-9][0-9 ]{5,28}$/.test(cells.phone))
    complain('phone', 'must be like +41 44 000 10 00, or empty');
}

function readCoordinates(
  cells: Row<Column>['cells'],
  complain: Complain,
): { latitude: number; longitude: number } {
  const latitude = readDegrees(cells.latitude, 90);
  const longitude = readDegrees(cells.longitude, 180);
  if (typeof latitude === 'string') complain('latitude', latitude);
  if (typeof longitude === 'string') complain('longitude', longitude);
  if (latitude === 0 && longitude === 0)
    complain('latitude', 'and longitude are both 0: nobody looked them up');
  return { latitude: Number(latitude), longitude: Number(longitude) };
}

function readProducts(
  column: 'sells' | 'displays',
  text: string,
  known: ReadonlySet<string>,
  complain: Complain,
) {
  const ids = text.split(/ +/).filter((id) => id !== '');
  for (const id of ids) if (!known.has(id)) complain(column, `"${id.slice(0, 64)}" is no product`);
  if (new Set(ids).size < ids.length) complain(column, 'names a product twice');
  return ids.toSorted();
}

function readStore(cells: Row<Column>['cells'], known: ReadonlySet<string>, complain: Complain): StoreRecord {
  checkText(cells, complain);
  const hours = cells.hours === '' ? null : cells.hours;
  const parsed = hours === null ? null : parseHours(hours);
  if (parsed && 'fault' in parsed)
    complain('hours', `${hours_reasons[parsed.fault]} (at "${parsed.at.slice(0, 60)}")`);
  if (!zoneTable(cells.time_zone, 0, 1))
    complain('time_zone', `"${cells.time_zone}" is no zone such as Europe/Zurich`);
  const sells = readProducts('sells', cells.sells, known, complain);
  const displays = readProducts('displays', cells.displays, known, complain);
  if (sells.length === 0 && displays.length === 0)
    complain('sells', 'and displays are both empty: then it is no store');
  const { name, street, postcode, city, region, country, time_zone } = cells;
  return {
    id: cells.id as StoreId,
    name,
    street,
    postcode,
    city,
    region,
    country,
    ...readCoordinates(cells, complain),
    time_zone,
    phone: cells.phone === '' ? null : cells.phone,
    hours,
    sells,
    displays,
  };
}

export type ReadStores = { readonly stores: StoreRecord[] } | { readonly faults: Fault[] };

/** All stores of the file, or every fault in it. */
export function readStores(bytes: Uint8Array, families: readonly ProductFamily[]): ReadStores {
  const table = readTable(bytes, { columns, signed: ['latitude', 'longitude', 'phone'] });
  const known = new Set(families.flatMap((family) => family.models.map((model) => model.id)));
  const faults: Fault[] = [...table.faults];
  const lines = new Map<string, number>();
  const stores = table.rows.map(({ line, cells }) => {
    const complain: Complain = (column, reason) =>
      faults.push({ line, column, reason: `${column} ${reason}.` });
    const earlier = lines.get(cells.id);
    if (earlier !== undefined) complain('id', `"${cells.id}" is already on line ${earlier}`);
    else lines.set(cells.id, line);
    return readStore(cells, known, complain);
  });
  return faults.length > 0 ? { faults: inOrder(faults) } : { stores };
}
