/** Puts a brand's stores, holidays and places into the database: all or nothing, in place of what was there. */
import type { ClientBase } from 'pg';
import type { HolidayRecord } from '../calendar.ts';
import type { ServiceRecord } from '../offers.ts';
import type { PlaceRecord } from '../place.ts';
import type { ProductFamily, StoreRecord } from '../stores.ts';
import type { Fault } from './import.csv.ts';
import { readHolidays } from './import.holidays.ts';
import { readPlaces } from './import.places.ts';
import { readServices } from './import.services.ts';
import { readStores, type Unit } from './import.stores.ts';

export interface BrandContent {
  /** Bytes of files, CSV or, for stores, GeoJSON; null leaves what is there. */
  readonly stores: Uint8Array | null;
  readonly places: Uint8Array | null;
  readonly holidays?: Uint8Array | null;
  readonly services?: Uint8Array | null;
  readonly families: readonly ProductFamily[];
  /** Ids of the services that there are words for. */
  readonly service_ids?: readonly string[];
}

/** Rows that are there now. */
export interface Imported {
  readonly stores: number;
  readonly places: number;
  readonly holidays: number;
  readonly services: number;
}

const faults_shown = 100;

/** Nothing was imported; the message has one line for each fault. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly faults: readonly Fault[];
  constructor(what: string, faults: readonly Fault[], unit: Unit = 'line') {
    const lines = faults.slice(0, faults_shown).map(({ line, reason }) => `  ${unit} ${line}: ${reason}`);
    const more = faults.length > faults_shown ? [`  and ${faults.length - faults_shown} more`] : [];
    const head = `The ${what} were not imported, and what was there is unchanged. Correct these and import again:`;
    super([head, ...lines, ...more].join('\n'));
    this.faults = faults;
  }
}

/** So many rows go in one statement. */
const batch_rows = 5_000;

function* batches<R>(rows: readonly R[]): Generator<readonly R[]> {
  for (let start = 0; start < rows.length; start += batch_rows) yield rows.slice(start, start + batch_rows);
}

const columnOf = <R, K extends keyof R>(rows: readonly R[], key: K) => rows.map((row) => row[key]);

async function insertStores(client: ClientBase, stores: readonly StoreRecord[]): Promise<void> {
  await client.query(
    `insert into app.store (id, name, street, postcode, city, region, country, latitude, longitude, time_zone,
       phone, hours, datum, calendar, special_days)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
       $8::float8[], $9::float8[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[])`,
    [
      columnOf(stores, 'id'),
      columnOf(stores, 'name'),
      columnOf(stores, 'street'),
      columnOf(stores, 'postcode'),
      columnOf(stores, 'city'),
      columnOf(stores, 'region'),
      columnOf(stores, 'country'),
      columnOf(stores, 'latitude'),
      columnOf(stores, 'longitude'),
      columnOf(stores, 'time_zone'),
      columnOf(stores, 'phone'),
      columnOf(stores, 'hours'),
      columnOf(stores, 'datum'),
      columnOf(stores, 'calendar'),
      columnOf(stores, 'special_days'),
    ],
  );
  const products = stores.flatMap((store) =>
    [...new Set([...store.sells, ...store.displays])].map((product) => ({
      store: store.id,
      product,
      sells: store.sells.includes(product),
      displays: store.displays.includes(product),
    })),
  );
  await client.query(
    `insert into app.store_product (store_id, product_id, sells, displays)
     select * from unnest($1::text[], $2::text[], $3::boolean[], $4::boolean[])`,
    [
      columnOf(products, 'store'),
      columnOf(products, 'product'),
      columnOf(products, 'sells'),
      columnOf(products, 'displays'),
    ],
  );
}

async function insertHolidays(client: ClientBase, holidays: readonly HolidayRecord[]): Promise<void> {
  await client.query(
    `insert into app.holiday (calendar, day, hours, name_en, name_zh_cn, name_de)
     select * from unnest($1::text[], $2::date[], $3::text[], $4::text[], $5::text[], $6::text[])`,
    [
      columnOf(holidays, 'calendar'),
      columnOf(holidays, 'day'),
      columnOf(holidays, 'hours'),
      columnOf(holidays, 'name_en'),
      columnOf(holidays, 'name_zh_cn'),
      columnOf(holidays, 'name_de'),
    ],
  );
}

async function insertServices(client: ClientBase, services: readonly ServiceRecord[]): Promise<void> {
  await client.query(
    `insert into app.store_service (store_id, service_id, reach_m)
     select * from unnest($1::text[], $2::text[], $3::integer[])`,
    [columnOf(services, 'store_id'), columnOf(services, 'service_id'), columnOf(services, 'reach_m')],
  );
}

async function insertPlaces(client: ClientBase, places: readonly PlaceRecord[]): Promise<void> {
  await client.query(
    `insert into app.place (country, postcode, name, latin, names, region, latitude, longitude, rank)
     select country, postcode, name, latin, coalesce(string_to_array(nullif(names, ''), '|'), '{}'), region,
         latitude, longitude, rank
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[], $8::float8[],
         $9::smallint[]) as place (country, postcode, name, latin, names, region, latitude, longitude, rank)`,
    [
      columnOf(places, 'country'),
      columnOf(places, 'postcode'),
      columnOf(places, 'name'),
      columnOf(places, 'latin'),
      places.map((place) => place.names.join('|')),
      columnOf(places, 'region'),
      columnOf(places, 'latitude'),
      columnOf(places, 'longitude'),
      columnOf(places, 'rank'),
    ],
  );
}

interface Read {
  readonly stores: readonly StoreRecord[] | null;
  readonly places: readonly PlaceRecord[] | null;
  readonly holidays: readonly HolidayRecord[] | null;
  readonly services: readonly ServiceRecord[] | null;
}

async function replace(client: ClientBase, { stores, places, holidays, services }: Read): Promise<void> {
  if (holidays) {
    await client.query('delete from app.holiday');
    for (const batch of batches(holidays)) await insertHolidays(client, batch);
  }
  if (stores) {
    await client.query('delete from app.store');
    for (const batch of batches(stores)) await insertStores(client, batch);
  }
  if (places) {
    await client.query('delete from app.place');
    for (const batch of batches(places)) await insertPlaces(client, batch);
  }
  if (services) {
    await client.query('delete from app.store_service');
    for (const batch of batches(services)) await insertServices(client, batch);
  }
}

/** Calendars that stores may go by: those of the file that comes along, else those that are there. */
async function calendarsFor(client: ClientBase, holidays: Read['holidays']): Promise<ReadonlySet<string>> {
  if (holidays) return new Set(holidays.map(({ calendar }) => calendar));
  const { rows } = await client.query<{ calendar: string }>('select distinct calendar from app.holiday');
  return new Set(rows.map(({ calendar }) => calendar));
}

/** @throws ImportRefused with every fault of the first file that has any. */
async function readContent(client: ClientBase, content: BrandContent): Promise<Read> {
  const holidays = content.holidays ? readHolidays(content.holidays) : null;
  if (holidays && 'faults' in holidays) throw new ImportRefused('holidays', holidays.faults);
  const calendars = await calendarsFor(client, holidays?.holidays ?? null);
  const stores = content.stores && readStores(content.stores, content.families, calendars);
  if (stores && 'faults' in stores) throw new ImportRefused('stores', stores.faults, stores.unit);
  const places = content.places && readPlaces(content.places);
  if (places && 'faults' in places) throw new ImportRefused('places', places.faults);
  const services = content.services ? readServices(content.services, content.service_ids ?? []) : null;
  if (services && 'faults' in services) throw new ImportRefused('services', services.faults);
  return {
    stores: stores?.stores ?? null,
    places: places?.places ?? null,
    holidays: holidays?.holidays ?? null,
    services: services?.services ?? null,
  };
}

/**
 * Reads the files and writes them in one transaction, as the schema's owner. Servers notice within a second.
 * @throws ImportRefused with every fault; nothing has changed then.
 */
export async function importContent(client: ClientBase, content: BrandContent): Promise<Imported> {
  const read = await readContent(client, content);
  await client.query('begin');
  try {
    // Two imports at once would delete each other's rows: the second waits.
    await client.query('lock table app.store_import in exclusive mode');
    await replace(client, read);
    const { rows } = await client.query<Imported>(
      `with made as (insert into app.store_import (stores, places)
         values ((select count(*) from app.store), (select count(*) from app.place)) returning stores, places)
       select stores, places, (select count(*) from app.holiday)::int as holidays,
         (select count(*) from app.store_service)::int as services from made`,
    );
    await client.query('commit');
    return rows[0] as Imported;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
