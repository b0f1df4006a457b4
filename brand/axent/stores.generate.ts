/**
 * Writes `stores.csv`: invented shops at invented addresses in real towns, the same ones every time. Telephone
 * numbers lead nowhere: Germany's come from the blocks that its regulator keeps for films, the others begin with a
 * subscriber digit that no one is given there.
 */
import { readFileSync } from 'node:fs';
import { toGcj02 } from '@axent/stores/datum';
import { parse } from 'csv-parse/sync';
import { germanLands } from './holidays.words.ts';
import { families } from './products.ts';
import { areaCodes, countries, filmBlocks, type Tongue, tongues } from './stores.words.ts';

interface Town {
  readonly postcode: string;
  readonly name: string;
  readonly latin: string;
  readonly region: string;
  readonly country: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly rank: string;
}

const columns =
  'id,name,street,postcode,city,region,country,latitude,longitude,time_zone,phone,hours,sells,displays,datum,calendar,special_days';

/** Numbers from 0 to 1, the same row of them for the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Chance = () => number;
const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)] as T;
const digits = (value: number, length: number) => String(value).padStart(length, '0');

function idPart(town: Town): string {
  return (town.latin || town.name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function tongueOf(town: Town): Tongue {
  if (town.country === 'CN') return 'zh';
  if (town.country === 'IT' || (town.country === 'CH' && town.region === 'TI')) return 'it';
  const french =
    ['VD', 'GE', 'NE', 'FR', 'JU'].includes(town.region) ||
    ['Sion', 'Martigny', 'Sierre'].includes(town.name);
  return town.country === 'CH' && french ? 'fr' : 'de';
}

function phoneOf(town: Town, number: number): string {
  const film = filmBlocks[town.name];
  if (film) return `${film} ${digits(100 + number, 3)}`;
  if (town.country === 'DE') return number < 100 ? `+49 171 39200 ${digits(number, 2)}` : '';
  const area = areaCodes[town.country]?.[town.name] ?? areaCodes[town.country]?.[town.region];
  if (!area) return '';
  const line = digits(1000 + number * 7, 4);
  if (town.country === 'CH') return `+41 ${area} 000 ${line.slice(0, 2)} ${line.slice(2)}`;
  if (town.country === 'AT') return `+43 ${area} 000 ${line}`;
  if (town.country === 'IT') return `+39 ${area} 000 ${line}`;
  return `+86 ${area} 0000 ${line}`;
}

/** Some only sell, some only display, most do both; displays are a part of the range. */
function rangeOf(chance: Chance): { sells: string[]; displays: string[] } {
  const kind = chance();
  const liked = families.filter(() => chance() < 0.7);
  const range = (liked.length > 0 ? liked : families.slice(0, 1)).flatMap((family) => family.models);
  const some = (share: number) => {
    const part = range.filter(() => chance() < share).map((model) => model.id);
    return part.length > 0 ? part : [(range[0] as { id: string }).id];
  };
  return { sells: kind < 0.2 ? [] : some(0.8), displays: kind > 0.8 ? [] : some(0.55) };
}

function streetOf(town: Town, district: Town, tongue: Tongue, chance: Chance): string {
  const street = pick(tongues[tongue].streets, chance);
  const number = 1 + Math.floor(chance() * 140);
  if (tongue === 'zh')
    return `${district === town ? '' : `${district.name.slice(town.name.length)}区`}${street}${number}号`;
  if (tongue === 'fr') return `${street} ${number}`;
  if (tongue === 'it') return town.country === 'IT' ? `${street}, ${number}` : `${street} ${number}`;
  return `${town.country === 'CH' ? street.replaceAll('ß', 'ss') : street} ${number}`;
}

/** How many shops a town has: more in the large ones, none in some of the small. */
function shopsOf(town: Town, place: number): number {
  const country = countries[town.country];
  if (!country) return 0;
  return country.shops[town.name] ?? (place % (country.every[Number(town.rank)] ?? 1) === 0 ? 1 : 0);
}

function calendarOf({ country, region }: Town): string {
  if (country === 'CH') return `CH-${region}`;
  return country === 'DE' ? `DE-${germanLands[region]}` : country;
}

/** Some stay open longer before Christmas, some count their stock in January. */
function specialDaysOf(number: number, hours: string): string {
  if (hours === '') return '';
  const late = number % 7 === 3 ? ['2026-12-17 09:00-21:00 Evening for gifts|礼品之夜|Geschenkabend'] : [];
  const stock = number % 11 === 5 ? ['2027-01-13 off Stocktaking|盘点|Inventur'] : [];
  return [...late, ...stock].join('; ');
}

/** Shops in China give what their maps show. */
function coordinatesOf(country: string, latitude: number, longitude: number) {
  const there = country === 'CN';
  const place = there ? toGcj02({ latitude, longitude }) : { latitude, longitude };
  return {
    north: place.latitude.toFixed(5),
    east: place.longitude.toFixed(5),
    datum: there ? 'gcj02' : 'wgs84',
  };
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export function generateStores(places_csv: string): string {
  const towns: Town[] = parse(places_csv, { columns: true });
  const chance = chanceOf(20_261_124);
  const rows = [columns];
  const order = new Map<string, number>();
  let number = 0;
  for (const town of towns.filter((each) => each.rank !== '5')) {
    const place = order.get(town.country + town.rank) ?? 0;
    order.set(town.country + town.rank, place + 1);
    const tongue = tongueOf(town);
    const parts = towns.filter(
      (each) =>
        each.country === town.country &&
        (each === town ||
          (each.rank === '5' &&
            each.region === town.region &&
            (tongue === 'zh' ? each.name.startsWith(town.name) : each.name === town.name))),
    );
    const names = tongues[tongue].shops;
    const first = Math.floor(chance() * names.length);
    for (let shop = 0; shop < shopsOf(town, place); shop++) {
      const district = parts[shop % parts.length] as Town;
      const { sells, displays } = rangeOf(chance);
      const title = names[(first + shop) % names.length] as string;
      const city = tongue === 'zh' ? `${town.name}市` : town.name;
      const region =
        tongue === 'zh' && town.name === town.region
          ? city
          : tongue === 'zh'
            ? `${town.region}`
            : town.region;
      const street = streetOf(town, district, tongue, chance);
      const { north, east, datum } = coordinatesOf(
        town.country,
        Number(district.latitude) + (chance() - 0.5) * 0.01,
        Number(district.longitude) + (chance() - 0.5) * 0.014,
      );
      const phone = phoneOf(town, number++ % (town.country === 'DE' ? 100 : 800));
      const hours = chance() < 0.04 ? '' : pick(countries[town.country]?.hours ?? [''], chance);
      rows.push(
        [
          `${town.country.toLowerCase()}-${idPart(town)}-${town.postcode}-${shop + 1}`,
          tongue === 'zh' ? `${town.name}${title}` : `${title} ${town.name}`,
          street,
          district.postcode,
          city,
          region,
          town.country,
          north,
          east,
          countries[town.country]?.time_zone ?? '',
          phone,
          hours,
          sells.join(' '),
          displays.join(' '),
          datum,
          calendarOf(town),
          specialDaysOf(number, hours),
        ]
          .map(quoted)
          .join(','),
      );
    }
  }
  return `${rows.join('\n')}\n`;
}

export const generate = () => [
  {
    path: 'brand/axent/stores.csv',
    text: generateStores(readFileSync(new URL('./places.csv', import.meta.url), 'utf8')),
  },
];
