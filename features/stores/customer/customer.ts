export { catalogue as storesWords } from './text.ts';

export const loadStores = async () => (await import('./stores.tsx')).StoresScreen;
