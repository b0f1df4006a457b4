/** Turns stores into the flat arrays that a search filters by. */
import type { FilterFacts, HoursKind } from './filter.ts';
import { openings, parseHours } from './hours.ts';
import { type Calendars, parseSpecialDays, specialDays, withSpecialDays } from './special.ts';
import type { ProductFamily, StoreRecord } from './stores.ts';
import { type Zone, zoneTable } from './zone.ts';

const zone_years = 3;
const year_ms = 366 * 86_400_000;

type ProductBits = Pick<FilterFacts, 'words' | 'products'>;

function productBits(families: readonly ProductFamily[]): ProductBits {
  const models = families.flatMap((family) => family.models.map((model) => model.id));
  const words = Math.max(1, Math.ceil(models.length / 32));
  const bits = (ids: readonly string[]): Uint32Array => {
    const mask = new Uint32Array(words);
    for (const id of ids) {
      const bit = models.indexOf(id);
      mask[bit >> 5] = (mask[bit >> 5] as number) | (1 << (bit & 31));
    }
    return mask;
  };
  const products = new Map<string, Uint32Array>();
  for (const family of families) {
    products.set(family.id, bits(family.models.map((model) => model.id)));
    for (const model of family.models) products.set(model.id, bits([model.id]));
  }
  return { products, words };
}

type HoursFacts = Pick<FilterFacts, 'zones' | 'hours' | 'kinds'>;

type Opening = Omit<HoursKind, 'zone'>;

function openingOf({ hours, calendar, special_days }: StoreRecord, calendars: Calendars): Opening {
  const week = hours === null ? null : parseHours(hours);
  if (!week || 'fault' in week) return { schedule: null, openings: null, days: [] };
  const own = special_days === null ? null : parseSpecialDays(special_days);
  const holidays = calendar === null ? [] : (calendars.get(calendar) ?? []);
  const days = specialDays(week.schedule, holidays, own && 'days' in own ? own.days : []);
  return { schedule: withSpecialDays(week.schedule, days), openings: openings(week.schedule), days };
}

/** Equal hours in one zone are one kind: a brand has few. Zones are known from a day back for three years. */
function hoursFacts(stores: readonly StoreRecord[], calendars: Calendars, now_ms: number): HoursFacts {
  const zones: Zone[] = [];
  const hours: HoursKind[] = [];
  const zone_numbers = new Map<string, number>();
  const kind_numbers = new Map<string, number>();
  const zoneNumber = (name: string): number => {
    const table = zoneTable(name, now_ms - 86_400_000, now_ms + zone_years * year_ms);
    if (!table) throw new Error(`No time zone is called ${name}; import the stores again.`);
    return zones.push(table) - 1;
  };
  const kindNumber = (store: StoreRecord): number => {
    const { time_zone } = store;
    const zone = zone_numbers.get(time_zone) ?? zoneNumber(time_zone);
    zone_numbers.set(time_zone, zone);
    return hours.push({ zone, ...openingOf(store, calendars) }) - 1;
  };
  const kinds = Uint32Array.from(stores, (store) => {
    const { time_zone, hours, calendar, special_days } = store;
    const key = [time_zone, hours, calendar, special_days].join('\n');
    const kind = kind_numbers.get(key) ?? kindNumber(store);
    kind_numbers.set(key, kind);
    return kind;
  });
  return { zones, hours, kinds };
}

/** Bits of the products in one role, `words` numbers a store. */
function roleBits(
  stores: readonly StoreRecord[],
  role: 'sells' | 'displays',
  { products, words }: ProductBits,
) {
  const bits = new Uint32Array(stores.length * words);
  stores.forEach((store, number) => {
    for (const id of store[role])
      products.get(id)?.forEach((word, at) => {
        bits[number * words + at] = (bits[number * words + at] as number) | word;
      });
  });
  return bits;
}

/** `now_ms` is when the zones' tables begin, less a day. */
export function filterFacts(
  stores: readonly StoreRecord[],
  families: readonly ProductFamily[],
  calendars: Calendars,
  now_ms: number,
): FilterFacts {
  const bits = productBits(families);
  return {
    ...bits,
    ...hoursFacts(stores, calendars, now_ms),
    sells: roleBits(stores, 'sells', bits),
    displays: roleBits(stores, 'displays', bits),
  };
}
