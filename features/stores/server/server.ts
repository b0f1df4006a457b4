import type { Feature } from '@axent/kernel';
import type { ProductFamily } from '../stores.ts';
import { DirectoryCache } from './directory.cache.ts';
import { operations } from './operations.ts';
import { problems } from './problems.ts';

export { type BrandContent, type Imported, importContent } from './import.ts';

export interface StoreResources {
  /** Families and models of the brand; stores name models by id. */
  readonly families: readonly ProductFamily[];
}

/** Stores: finding the nearest, listing, showing. */
export function stores({ families }: StoreResources): Feature {
  return {
    name: 'stores',
    operations: operations(new DirectoryCache(families), families),
    migrations: new URL('./migrations/', import.meta.url),
    problems,
  };
}
