import { families } from '@axent/brand/products';
import type { StoreId } from '../features/stores/contract.ts';
import type { NearQuery } from '../features/stores/directory.ts';
import type { Position } from '../features/stores/distance.ts';
import type { PlaceRecord } from '../features/stores/place.ts';
import type { StoreRecord } from '../features/stores/stores.ts';

// A world of stores for measuring: most stand close together in real towns, some anywhere, some at the poles and on
// the date line. Some models are everywhere, some in one country only, some in three stores of the whole world.

export type Chance = () => number;

/** Numbers from 0 to 1, the same row of them for the same seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)] as T;
const models = families.flatMap((family) => family.models.map((model) => model.id));

/** A zone for each 15 degrees from 180 west. */
const zones = [
  'Pacific/Auckland',
  'Pacific/Pago_Pago',
  'Pacific/Honolulu',
  'America/Anchorage',
  'America/Los_Angeles',
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Halifax',
  'America/Sao_Paulo',
  'Atlantic/South_Georgia',
  'Atlantic/Azores',
  'Europe/London',
  'Europe/Zurich',
  'Europe/Athens',
  'Europe/Istanbul',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Dhaka',
  'Asia/Bangkok',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Noumea',
];

const hours = [
  'Mo-Fr 09:00-18:30; Sa 09:00-16:00',
  'Mo-Fr 08:00-12:00,13:30-18:00; Sa 09:00-12:00',
  'Tu-Fr 10:00-18:30; Sa 09:00-17:00',
  'Mo-Su 09:00-21:00',
  'Mo-Su 00:00-24:00',
  'Fr-Sa 18:00-02:00',
  'Mo-Fr 07:00-16:00; 2026-12-25 off; 2027-01-01 off',
  null,
];

const anywhere = (chance: Chance): Position => ({
  latitude: (Math.asin(2 * chance() - 1) * 180) / Math.PI,
  longitude: chance() * 360 - 180,
});

function odd(chance: Chance): Position {
  const kind = chance();
  if (kind < 0.2) return { latitude: pick([90, -90], chance), longitude: chance() * 360 - 180 };
  if (kind < 0.4)
    return { latitude: pick([1, -1], chance) * (90 - chance() * 0.5), longitude: chance() * 360 - 180 };
  if (kind < 0.6) return { latitude: chance() * 180 - 90, longitude: pick([180, -180], chance) };
  return { latitude: chance() * 140 - 70, longitude: pick([1, -1], chance) * (180 - chance() * 0.3) };
}

function positionOf(places: readonly PlaceRecord[], chance: Chance): Position {
  const kind = chance();
  if (kind < 0.25) return anywhere(chance);
  if (kind < 0.32) return odd(chance);
  const { latitude, longitude } = pick(places, chance);
  return { latitude: latitude + (chance() - 0.5) * 0.3, longitude: longitude + (chance() - 0.5) * 0.4 };
}

/** The later a model stands in the list, the rarer it is; the last but two only in China, the last hardly anywhere. */
function rangeOf(store: Position, number: number, chance: Chance): string[] {
  return models.filter((_, at) => {
    if (at === models.length - 1) return number % 33_333 === 7;
    if (at === models.length - 2) return number % 5_000 === 11;
    if (at === models.length - 3) return store.longitude > 73 && store.longitude < 135 && chance() < 0.5;
    return chance() < 0.4 / (1 + at);
  });
}

export function makeStores(count: number, places: readonly PlaceRecord[], chance: Chance): StoreRecord[] {
  return Array.from({ length: count }, (_, number) => {
    const { latitude, longitude } = positionOf(places, chance);
    const position = { latitude: Number(latitude.toFixed(6)), longitude: Number(longitude.toFixed(6)) };
    const sells = rangeOf(position, number, chance);
    const displays = rangeOf(position, number, chance);
    return {
      id: `store-${String(number).padStart(6, '0')}` as StoreId,
      name: `Bad & Wasser ${number}`,
      street: `Quellenweg ${number % 200}`,
      postcode: String(1000 + (number % 9000)),
      city: `Town ${number % 997}`,
      region: '',
      country: pick(['CH', 'DE', 'AT', 'IT', 'CN'], chance),
      ...position,
      time_zone: zones[Math.floor((position.longitude + 180) / 15) % 24] as string,
      phone: null,
      hours: pick(hours, chance),
      datum: 'wgs84' as const,
      calendar: null,
      special_days: null,
      sells: sells.length + displays.length === 0 ? [models[0] as string] : sells,
      displays,
    };
  });
}

export function makeQuery(places: readonly PlaceRecord[], chance: Chance): NearQuery {
  const either = <T>(share: number, value: T) => (chance() < share ? value : undefined);
  const ids = [...families.map((family) => family.id), ...models];
  return {
    position: positionOf(places, chance),
    accuracy_m: 20,
    sells: either(0.4, true),
    displays: either(0.4, true),
    product: either(0.6, pick(ids, chance)),
    open_now: either(0.5, true),
    limit: pick([1, 10, 20, 50], chance),
  };
}
