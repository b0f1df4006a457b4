import type { Feature } from '@axent/kernel';
import type { ServiceName } from '../offers.ts';
import type { ProductFamily } from '../stores.ts';
import { DirectoryCache } from './directory.cache.ts';
import { operations } from './operations.ts';
import { problems } from './problems.ts';

export { storesCommand } from './import.command.ts';
export { type BrandContent, type Imported, importContent } from './import.ts';

export interface StoreResources {
  /** Families and models of the brand; stores name models by id. */
  readonly families: readonly ProductFamily[];
  readonly services: readonly ServiceName[];
  /** Codes of the countries whose stores and places are offered; null: all. */
  readonly countries: readonly string[] | null;
}

export const storesMigrations = new URL('./migrations/', import.meta.url);

/** Stores: finding the nearest, listing, showing. */
export function stores({ families, services, countries }: StoreResources): Feature {
  return {
    name: 'stores',
    operations: operations(new DirectoryCache({ families, services }, countries), families),
    migrations: storesMigrations,
    problems,
  };
}
