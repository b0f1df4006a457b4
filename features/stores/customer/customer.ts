export { catalogue as storesWords } from './text.ts';

/** Asked only without a connection: what keeps stores is no part of a first screen. */
export const anythingKept = async () => await (await import('./kept.ts')).anythingKept();

export const loadStores = async () => (await import('./stores.tsx')).StoresScreen;
export const loadStore = async () => (await import('./one.tsx')).StoreScreen;
export const loadCountry = async () => (await import('./country.tsx')).CountryScreen;
