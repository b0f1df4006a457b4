/** What the server reads of stores and places, and how an import writes them. */
import { query } from '@axent/kernel';
import { sql } from 'kysely';
import type { StoreId } from '../contract.ts';

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
  };
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
  ])
  .select([products('sells'), products('displays')]);

/** In a settled order: among equals the first one wins a search. */
export const everyPlace = tables
  .selectFrom('app.place')
  .select(['country', 'postcode', 'name', 'latin', 'names', 'region', 'latitude', 'longitude', 'rank'])
  .orderBy('country')
  .orderBy('postcode')
  .orderBy('name');
