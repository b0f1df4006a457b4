/** Writes `services.csv`: which of the invented shops offers what, and how far it comes; the same every time. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { services } from './services.ts';

const reaches_km = [15, 25, 40, 60];
/** One shop in so many offers nothing but goods. */
const none_every = 4;

export const generate = () => {
  const stores: { id: string }[] = parse(readFileSync(new URL('stores.csv', import.meta.url)), {
    columns: true,
  });
  const rows = stores.flatMap(({ id }, at) =>
    at % none_every === none_every - 1
      ? []
      : services
          .filter((_, number) => (at + number) % (2 + (at % 2)) === 0)
          .map(
            ({ id: service }, number) => `${id},${service},${reaches_km[(at + number) % reaches_km.length]}`,
          ),
  );
  return [{ path: 'brand/axent/services.csv', text: `store,service,within_km\n${rows.join('\n')}\n` }];
};
