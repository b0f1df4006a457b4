// Generated from the migrations by `npm run generate`. Do not edit.
import type { Generated } from 'kysely';
import type { Sealed } from '../vault/box.ts';

export interface ContactTable {
  person_id: string;
  id: string;
  sealed: Sealed<'contact'>;
}

export interface DeviceTable {
  person_id: string;
  id: string;
  sealed: Sealed<'device'>;
  seen_at: Generated<Date>;
}

export interface PlaceTable {
  country: string;
  postcode: string;
  name: string;
  latin: string | null;
  names: string[];
  region: string;
  latitude: number;
  longitude: number;
  rank: number;
}

export interface SignInCodeTable {
  recipient: Buffer;
  code: Buffer | null;
  binding: Buffer;
  sent_at: Date;
  expires_at: Date;
  guesses: Generated<number>;
  guesses_since: Date;
  failures: Generated<number>;
}

export interface StoreTable {
  id: string;
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
}

export interface StoreImportTable {
  version: string;
  imported_at: Generated<Date>;
  stores: number;
  places: number;
}

export interface StoreProductTable {
  store_id: string;
  product_id: string;
  sells: boolean;
  displays: boolean;
}

export interface Schema {
  'app.contact': ContactTable;
  'app.device': DeviceTable;
  'app.place': PlaceTable;
  'app.sign_in_code': SignInCodeTable;
  'app.store': StoreTable;
  'app.store_import': StoreImportTable;
  'app.store_product': StoreProductTable;
}

/** Every sealed column with its category: where data of persons is. */
export const dataMap = [
  {
    table: 'app.contact',
    column: 'sealed',
    category: 'contact',
    byFunction: false,
    writers: ['authentication', 'rights'],
  },
  {
    table: 'app.device',
    column: 'sealed',
    category: 'device',
    byFunction: false,
    writers: ['authentication', 'rights'],
  },
] as const;
