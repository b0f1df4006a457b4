/** Stores from CSV or GeoJSON. Pure: the file's bytes and what is known in, stores or every fault out. */
import { isCalendar } from '../calendar.ts';
import type { StoreId } from '../contract.ts';
import { type Datum, datums, toWgs84, usesGcj02 } from '../datum.ts';
import { type HoursFault, parseHours } from '../hours.ts';
import { parseSpecialDays, type SpecialFault } from '../special.ts';
import type { ProductFamily, StoreRecord } from '../stores.ts';
import { zoneTable } from '../zone.ts';
import { type Fault, inOrder, type Row, readTable } from './import.csv.ts';
import { isGeoJson, readFeatures } from './import.geojson.ts';

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
  'datum',
  'calendar',
  'special_days',
] as const;
const optional = ['datum', 'calendar', 'special_days'] as const;
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

const special_reasons: Readonly<Record<SpecialFault, string>> = {
  days_too_long: 'are too long',
  days_empty_part: 'have an empty part between two ";"',
  days_date_malformed: 'name a date that is none; dates are like 2026-12-24',
  days_time_malformed: 'have a time that is none; write 09:00-14:00, or off',
  days_overlap: 'overlap on one day',
  days_reason_malformed: 'have a reason that is too long, or not one text or three divided by "|"',
  days_twice: 'name a date twice',
  days_too_many: 'are more than 60',
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

interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
  readonly datum: Datum;
}

/** In WGS 84, whatever datum they were declared in. */
function readCoordinates(cells: Row<Column>['cells'], complain: Complain): Coordinates {
  const latitude = readDegrees(cells.latitude, 90);
  const longitude = readDegrees(cells.longitude, 180);
  if (typeof latitude === 'string') complain('latitude', latitude);
  if (typeof longitude === 'string') complain('longitude', longitude);
  if (latitude === 0 && longitude === 0)
    complain('latitude', 'and longitude are both 0: nobody looked them up');
  const datum = cells.datum === '' ? 'wgs84' : (cells.datum as Datum);
  if (!datums.includes(datum)) complain('datum', `"${datum.slice(0, 20)}" is none: write wgs84 or gcj02`);
  const declared = { latitude: Number(latitude), longitude: Number(longitude) };
  if (datum !== 'gcj02') return { ...declared, datum };
  if (!usesGcj02(declared))
    complain('datum', 'gcj02 is used in mainland China only, and this place is not there');
  return { ...toWgs84(declared), datum };
}

/** Hours, calendar and days of its own. */
function checkHours(cells: Row<Column>['cells'], calendars: Known['calendars'], complain: Complain): void {
  const parsed = cells.hours === '' ? null : parseHours(cells.hours);
  if (parsed && 'fault' in parsed)
    complain('hours', `${hours_reasons[parsed.fault]} (at "${parsed.at.slice(0, 60)}")`);
  const { calendar, special_days } = cells;
  if (calendar !== '' && !isCalendar(calendar))
    complain('calendar', 'must be capitals, digits and single dashes, for example CH-ZH');
  else if (calendar !== '' && calendars?.has(calendar) === false)
    complain('calendar', `"${calendar}" has no holidays; import those first`);
  if (special_days === '') return;
  const days = parseSpecialDays(special_days);
  if ('fault' in days)
    complain('special_days', `${special_reasons[days.fault]} (at "${days.at.slice(0, 60)}")`);
  if (cells.hours === '') complain('special_days', 'say what is different from hours, and hours are empty');
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

/** What a file may name. */
interface Known {
  readonly products: ReadonlySet<string>;
  /** Null where nobody can tell. */
  readonly calendars: ReadonlySet<string> | null;
}

const orNull = (cell: string) => (cell === '' ? null : cell);

function readStore(cells: Row<Column>['cells'], known: Known, complain: Complain): StoreRecord {
  checkText(cells, complain);
  checkHours(cells, known.calendars, complain);
  if (!zoneTable(cells.time_zone, 0, 1))
    complain('time_zone', `"${cells.time_zone}" is no zone such as Europe/Zurich`);
  const sells = readProducts('sells', cells.sells, known.products, complain);
  const displays = readProducts('displays', cells.displays, known.products, complain);
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
    phone: orNull(cells.phone),
    hours: orNull(cells.hours),
    calendar: orNull(cells.calendar),
    special_days: orNull(cells.special_days),
    sells,
    displays,
  };
}

/** Where a fault is: a line of CSV, or a feature of GeoJSON, from 1. */
export type Unit = 'line' | 'feature';

export type ReadStores =
  | { readonly stores: StoreRecord[] }
  | { readonly faults: Fault[]; readonly unit: Unit };

/** All stores of the file, or every fault in it. `calendars`: those that have holidays; null: nobody can tell here. */
export function readStores(
  bytes: Uint8Array,
  families: readonly ProductFamily[],
  calendars: ReadonlySet<string> | null = null,
): ReadStores {
  const unit = isGeoJson(bytes) ? 'feature' : 'line';
  const table =
    unit === 'feature'
      ? readFeatures(bytes, columns)
      : readTable(bytes, { columns, optional, signed: ['latitude', 'longitude', 'phone'] });
  const products = new Set(families.flatMap((family) => family.models.map((model) => model.id)));
  const faults: Fault[] = [...table.faults];
  const lines = new Map<string, number>();
  const stores = table.rows.map(({ line, cells }) => {
    const complain: Complain = (column, reason) =>
      faults.push({ line, column, reason: `${column} ${reason}.` });
    const earlier = lines.get(cells.id);
    if (earlier !== undefined) complain('id', `"${cells.id}" is already on ${unit} ${earlier}`);
    else lines.set(cells.id, line);
    return readStore(cells, { products, calendars }, complain);
  });
  return faults.length > 0 ? { faults: inOrder(faults), unit } : { stores };
}
