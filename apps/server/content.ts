import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Kernel } from '@axent/kernel';
import { importContent, productFamilies } from './compose.ts';

/** Brings the brand's stores and places at the first start; later changes come by import. */
export async function bringContent(kernel: Kernel): Promise<string | null> {
  const client = await kernel.pools.owner.connect();
  try {
    const { rowCount } = await client.query('select 1 from app.store_import limit 1');
    if (rowCount !== 0) return null;
    const read = (name: string) => readFile(fileURLToPath(import.meta.resolve(`@axent/brand/${name}`)));
    const [stores, places] = await Promise.all([read('stores.csv'), read('places.csv')]);
    const imported = await importContent(client, { stores, places, families: productFamilies });
    return `Brand content: ${imported.stores} stores, ${imported.places} places.`;
  } finally {
    client.release();
  }
}
