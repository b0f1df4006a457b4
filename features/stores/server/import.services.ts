/** Services from CSV: which store offers what, and how far it comes. Pure, like the reading of stores. */
import type { StoreId } from '../contract.ts';
import type { ServiceRecord } from '../offers.ts';
import { type Fault, inOrder, readTable } from './import.csv.ts';

const columns = ['store', 'service', 'within_km'] as const;
const km_most = 1_000;

export type ReadServices = { readonly services: ServiceRecord[] } | { readonly faults: Fault[] };

/** @param known ids of the services that the brand has words for. */
export function readServices(bytes: Uint8Array, known: readonly string[]): ReadServices {
  const table = readTable(bytes, { columns, signed: [] });
  const faults: Fault[] = [...table.faults];
  const lines = new Map<string, number>();
  const services = table.rows.map(({ line, cells }): ServiceRecord => {
    const { store, service, within_km } = cells;
    const complain = (column: (typeof columns)[number], reason: string) =>
      faults.push({ line, column, reason: `${column} ${reason}.` });
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(store) || store.length > 64)
      complain('store', 'must be the id of a store, for example ch-zurich-8001-1');
    if (!known.includes(service)) complain('service', `must be one of ${known.join(', ')}`);
    const km = /^\d{1,4}$/.test(within_km) ? Number(within_km) : 0;
    if (km < 1 || km > km_most) complain('within_km', `must be a whole number from 1 to ${km_most}`);
    const key = `${store} ${service}`;
    const earlier = lines.get(key);
    if (earlier !== undefined) complain('service', `${service} of ${store} is already on line ${earlier}`);
    else lines.set(key, line);
    return { store_id: store as StoreId, service_id: service, reach_m: km * 1000 };
  });
  return faults.length > 0 ? { faults: inOrder(faults) } : { services };
}
