/**
 * What of stores stays on this device for when there is no connection: the list of the country that was chosen last,
 * and the stores whose pages were opened. Never an answer to a position or to a typed place.
 */
import { call } from '@axent/kernel/operation/client';
import { codeOf } from '@axent/ui';
import { countries, type Family, limit_most, list, products, type Store, show } from '../contract.ts';
import { renewed } from '../renewal.ts';

const cache_name = 'stores';
/** Of the pages that were opened, so many stay. */
const pages_most = 30;
/** Longer lists are shown as far as this. */
const country_most = 1_000;

export interface Kept<T> {
  readonly value: T;
  /** When it was known, ISO 8601; null: just now, from the server. */
  readonly as_of: string | null;
}

const addressOf = (name: string) => `/kept/stores/${name}`;

async function read<T>(name: string): Promise<Kept<T> | null> {
  const found = await caches.match(addressOf(name), { cacheName: cache_name });
  return found ? ((await found.json()) as Kept<T>) : null;
}

/** Without room for it the app works all the same, with a connection. */
async function write(name: string, value: unknown): Promise<void> {
  const as_of = new Date().toISOString();
  const body = JSON.stringify({ value, as_of });
  const headers = { 'content-type': 'application/json' };
  try {
    const cache = await caches.open(cache_name);
    await cache.put(addressOf(name), new Response(body, { headers }));
    const kept = await cache.keys();
    const of = (kind: string) => kept.filter(({ url }) => new URL(url).pathname.startsWith(addressOf(kind)));
    const others = of('country-').filter(({ url }) => !url.endsWith(addressOf(name)));
    const surplus = [...(name.startsWith('country-') ? others : []), ...of('store-').slice(0, -pages_most)];
    for (const request of surplus) await cache.delete(request);
  } catch {
    return;
  }
}

/** From the server and kept, or, without a connection, as it was kept. */
async function newest<T>(name: string, load: () => Promise<T>): Promise<Kept<T>> {
  try {
    const value = await load();
    await write(name, value);
    return { value, as_of: null };
  } catch (error) {
    if (codeOf(error) !== 'offline') throw error;
    const kept = await read<T>(name);
    if (!kept) throw error;
    return kept;
  }
}

async function wholeCountry(country: string, signal: AbortSignal): Promise<Store[]> {
  const stores: Store[] = [];
  let after: string | null = null;
  do {
    const query = { country, limit: limit_most, ...(after === null ? {} : { after }) };
    const page: { stores: Store[]; next: string | null } = await call(list, query, { signal });
    stores.push(...page.stores);
    after = page.next;
  } while (after !== null && stores.length < country_most);
  return stores;
}

const asNow = (kept: Kept<Store[]>): Kept<Store[]> =>
  kept.as_of === null ? kept : { ...kept, value: kept.value.map((store) => renewed(store, Date.now())) };

export async function storesOf(country: string, signal: AbortSignal): Promise<Kept<Store[]>> {
  return asNow(await newest(`country-${country}`, () => wholeCountry(country, signal)));
}

async function keptCountry(): Promise<Kept<Store[]> | null> {
  const kept = await (await caches.open(cache_name)).keys();
  const name = kept.map(({ url }) => new URL(url).pathname.slice(addressOf('').length));
  const [country] = name.filter((one) => one.startsWith('country-'));
  return country === undefined ? null : await read<Store[]>(country);
}

/** Its page as it was kept, or from the list of its country. */
export async function storeOf(id: string, language: string, signal: AbortSignal): Promise<Kept<Store>> {
  try {
    const kept = await newest(`store-${id}`, () => call(show, { id }, { language, signal }));
    return kept.as_of === null ? kept : { ...kept, value: renewed(kept.value, Date.now()) };
  } catch (error) {
    if (codeOf(error) !== 'offline') throw error;
    const country = await keptCountry();
    const store = country?.value.find((one) => one.id === id);
    if (!country || !store) throw error;
    return { value: renewed(store, Date.now()), as_of: country.as_of };
  }
}

export async function countriesOf(signal: AbortSignal): Promise<{ country: string; stores: number }[]> {
  return (await newest('countries', async () => (await call(countries, {}, { signal })).countries)).value;
}

export async function familiesOf(signal: AbortSignal): Promise<Family[]> {
  return (await newest('products', async () => (await call(products, {}, { signal })).families)).value;
}

export async function anythingKept(): Promise<boolean> {
  return (await globalThis.caches?.has(cache_name)) ?? false;
}

export async function forgetKept(): Promise<void> {
  await caches.delete(cache_name);
}
