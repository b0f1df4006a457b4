/** Links that lead to a store in the map programs of its country. They name the destination only, never a start. */
import type { Directions } from './contract.ts';
import { toGcj02 } from './datum.ts';
import type { StoreRecord } from './stores.ts';

type Link = Directions['links'][number];
type Destination = Pick<StoreRecord, 'name' | 'country' | 'latitude' | 'longitude'>;

/** What a map writes beside its pin; a longer name would make an address that nobody takes. */
const title_characters = 30;

function titleOf(name: string): string {
  const short = name.length > title_characters ? [...name].slice(0, title_characters).join('') : name;
  return encodeURIComponent(short);
}

/** Six places are a tenth of a metre: more would only make the links longer. */
const degrees = (value: number) => String(Math.round(value * 1e6) / 1e6);

/**
 * Mainland China: programs there take GCJ-02. Google and Apple are left out, since neither says which datum its links
 * are read in; the device's own `geo:` is read as GCJ-02 by some programs and as WGS 84 by others.
 */
function inChina(store: Destination): Link[] {
  const place = toGcj02(store);
  const [latitude, longitude] = [degrees(place.latitude), degrees(place.longitude)];
  const name = titleOf(store.name);
  return [
    {
      kind: 'amap',
      url: `https://uri.amap.com/navigation?to=${longitude},${latitude},${name}&mode=car&coordinate=gaode&callnative=1`,
    },
    {
      kind: 'baidu',
      url: `https://api.map.baidu.com/marker?location=${latitude},${longitude}&title=${name}&content=${name}&coord_type=gcj02&output=html&src=axent`,
    },
    openStreetMap(degrees(store.latitude), degrees(store.longitude)),
  ];
}

function openStreetMap(north: string, east: string): Link {
  return {
    kind: 'openstreetmap',
    url: `https://www.openstreetmap.org/?mlat=${north}&mlon=${east}#map=17/${north}/${east}`,
  };
}

function elsewhere(store: Destination): Link[] {
  const [north, east] = [degrees(store.latitude), degrees(store.longitude)];
  const point = `${north},${east}`;
  const name = titleOf(store.name);
  return [
    { kind: 'geo', url: `geo:${point}?q=${point}(${name})` },
    { kind: 'apple', url: `https://maps.apple.com/?daddr=${point}` },
    { kind: 'google', url: `https://www.google.com/maps/dir/?api=1&destination=${point}` },
    openStreetMap(north, east),
  ];
}

/** Coordinates in WGS 84; each link in the datum that its program reads. */
export function directions(store: Destination): Directions {
  const { latitude, longitude, country } = store;
  return { latitude, longitude, links: country === 'CN' ? inChina(store) : elsewhere(store) };
}
