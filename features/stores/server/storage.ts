/** What the server reads of stores and places, and how an import writes them. */
import { query } from '@axent/kernel';
import { sql } from 'kysely';
import type { StoreId } from '../contract.ts';
import type { Datum } from '../datum.ts';

type StoreTables = {
  'app.store': {
    id: StoreId;
    name: string;
    street: string;
    postcode: string;
    city: string;
    region: string;
    country: string;
    latitude: number;
    longitude: number;
    time_zone: string;
    phone: string | null;
    hours: string | null;
    datum: string;
    calendar: string | null;
    special_days: string | null;
  };
  'app.holiday': {
    calendar: string;
    day: Date;
    hours: string | null;
    name_en: string;
    name_zh_cn: string;
    name_de: string;
  };
  'app.store_service': { store_id: StoreId; service_id: string; reach_m: number };
  'app.place': {
    country: string;
    postcode: string;
    name: string;
    latin: string | null;
    names: string[];
    region: string;
    latitude: number;
    longitude: number;
    rank: number;
  };
  'app.store_import': { version: string; stores: number; places: number };
};

const tables = query.withTables<StoreTables>();

/** One row, `version` null before the first import. The number grows with each. */
export const latestImport = tables
  .selectFrom('app.store_import')
  .select(({ fn }) => fn.max('version').as('version'));

const products = (role: 'sells' | 'displays') =>
  sql<string[]>`coalesce((select array_agg(p.product_id order by p.product_id) from app.store_product p
    where p.store_id = s.id and p.${sql.ref(role)}), '{}')`.as(role);

export const everyStore = tables
  .selectFrom('app.store as s')
  .select([
    's.id',
    's.name',
    's.street',
    's.postcode',
    's.city',
    's.region',
    's.country',
    's.latitude',
    's.longitude',
    's.time_zone',
    's.phone',
    's.hours',
    's.calendar',
    's.special_days',
  ])
  .select([sql<Datum>`s.datum`.as('datum'), products('sells'), products('displays')]);

export const everyHoliday = tables
  .selectFrom('app.holiday')
  .select(['calendar', 'hours', 'name_en', 'name_zh_cn', 'name_de'])
  .select(sql<string>`to_char(day, 'YYYY-MM-DD')`.as('day'));

export const everyService = tables
  .selectFrom('app.store_service')
  .select(['store_id', 'service_id', 'reach_m'])
  .orderBy('store_id')
  .orderBy('service_id');

/** In a settled order: among equals the first one wins a search. */
export const everyPlace = tables
  .selectFrom('app.place')
  .select(['country', 'postcode', 'name', 'latin', 'names', 'region', 'latitude', 'longitude', 'rank'])
  .orderBy('country')
  .orderBy('postcode')
  .orderBy('name');
