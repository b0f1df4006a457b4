import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Kernel } from '@axent/kernel';
import { importContent, productFamilies, productServices } from './compose.ts';

/** Brings the brand's stores, holidays and places at the first start; later changes come by import. */
export async function bringContent(kernel: Kernel): Promise<string | null> {
  const client = await kernel.pools.owner.connect();
  try {
    const { rowCount } = await client.query('select 1 from app.store_import limit 1');
    if (rowCount !== 0) return null;
    const read = (name: string) => readFile(fileURLToPath(import.meta.resolve(`@axent/brand/${name}`)));
    const files = ['stores.csv', 'places.csv', 'holidays.csv', 'services.csv'].map(read);
    const [stores, places, holidays, services] = await Promise.all(files);
    const content = {
      stores: stores ?? null,
      places: places ?? null,
      holidays: holidays ?? null,
      services: services ?? null,
    };
    const imported = await importContent(client, {
      ...content,
      families: productFamilies,
      service_ids: productServices.map(({ id }) => id),
    });
    return `Brand content: ${imported.stores} stores, ${imported.places} places, ${imported.holidays} holidays, ${imported.services} services.`;
  } finally {
    client.release();
  }
}
