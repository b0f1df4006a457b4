/** What a store is, and how its address is written. */
import type { StoreId } from './contract.ts';
import type { Datum } from './datum.ts';

/** A store as it is imported and kept. */
export interface StoreRecord {
  readonly id: StoreId;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly region: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** WGS 84 degrees, converted where the store was surveyed in another datum. */
  readonly latitude: number;
  readonly longitude: number;
  /** In which the store declared its coordinates. */
  readonly datum: Datum;
  /** IANA name. */
  readonly time_zone: string;
  readonly phone: string | null;
  /** Compact form, see `parseHours`; null if the store has not said. */
  readonly hours: string | null;
  /** Public holidays that it goes by, for example `CH-ZH`; null: none. */
  readonly calendar: string | null;
  /** Days of its own, see `parseSpecialDays`; null: none. */
  readonly special_days: string | null;
  /** Model ids, ascending. */
  readonly sells: readonly string[];
  readonly displays: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: { readonly en: string; readonly 'zh-CN': string; readonly de: string };
}

/** A model belongs to one family. Both ids share one space, so that a filter takes either. */
export interface ProductFamily extends Named {
  readonly models: readonly Named[];
}

/** The families and models that at least one of the stores sells or displays. */
export function familiesShown(
  families: readonly ProductFamily[],
  stores: readonly StoreRecord[],
): (Named & { models: Named[] })[] {
  const shown = new Set(stores.flatMap((store) => [...store.sells, ...store.displays]));
  return families
    .map((family) => ({ ...family, models: family.models.filter((model) => shown.has(model.id)) }))
    .filter((family) => family.models.length > 0);
}

/** As on a letter: China from the large to the small, Italy with the province, elsewhere street and postcode. */
export function addressLines(store: StoreRecord): string[] {
  const { street, postcode, city, region, country } = store;
  if (country === 'CN') return [`${region === city ? '' : region}${city}${street}`, postcode].filter(Boolean);
  if (country === 'IT') return [street, `${postcode} ${city} ${region}`.trim()];
  return [street, `${postcode} ${city}`];
}
