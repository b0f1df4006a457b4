export { anythingKept } from './kept.ts';
export { catalogue as storesWords } from './text.ts';

export const loadStores = async () => (await import('./stores.tsx')).StoresScreen;
export const loadStore = async () => (await import('./one.tsx')).StoreScreen;
export const loadCountry = async () => (await import('./country.tsx')).CountryScreen;
