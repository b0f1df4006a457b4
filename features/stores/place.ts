/** Typed places: names in any language, with or without marks, and postcodes, from our own list. */
import type { Place } from './contract.ts';
import type { Position } from './distance.ts';
import { folded, plainWords, spelledOut } from './place.fold.ts';

export interface PlaceRecord extends Position {
  readonly postcode: string;
  /** As people there write it. */
  readonly name: string;
  /** In Latin letters where `name` is not; null otherwise. */
  readonly latin: string | null;
  /** Names in other languages. */
  readonly names: readonly string[];
  readonly region: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** 1 for the largest cities to 5 for the smallest places: what comes first among equals. */
  readonly rank: number;
}

interface Key {
  readonly text: string;
  readonly place: number;
  /** The beginning of the whole name, not of a later word in it. */
  readonly whole: boolean;
}

export interface PlaceIndex {
  /** Larger places first. */
  readonly places: readonly PlaceRecord[];
  /** Ascending by text. */
  readonly keys: readonly Key[];
  readonly postcodes: readonly Key[];
  /** Country code by its folded names. */
  readonly countries: ReadonlyMap<string, string>;
}

export function placeText(place: PlaceRecord): string {
  return `${place.postcode} ${place.name}, ${place.country}`.trim();
}

export function presentPlace(place: PlaceRecord): Place {
  const { name, latin, postcode, region, country } = place;
  return { text: placeText(place), name, latin, postcode, region, country };
}

const byText = (a: Key, b: Key) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.place - b.place);

function nameKeys(name: string, place: number): Key[] {
  const keys: Key[] = [];
  for (const spelling of new Set([name, spelledOut(name)])) {
    const words = plainWords(spelling);
    for (let first = 0; first < words.length; first++)
      keys.push({ text: words.slice(first).join(''), place, whole: first === 0 });
  }
  return keys;
}

const country_languages = ['en', 'de', 'fr', 'it', 'zh-CN'];

export function indexPlaces(records: readonly PlaceRecord[]): PlaceIndex {
  const places = records.toSorted((a, b) => a.rank - b.rank);
  const countries = new Map<string, string>();
  for (const code of new Set(places.map((place) => place.country))) {
    countries.set(folded(code), code);
    for (const language of country_languages) {
      const name = new Intl.DisplayNames([language], { type: 'region' }).of(code);
      if (name) for (const spelling of [name, spelledOut(name)]) countries.set(folded(spelling), code);
    }
  }
  const names = (place: PlaceRecord) => [place.name, ...(place.latin ? [place.latin] : []), ...place.names];
  return {
    places,
    keys: places.flatMap((place, at) => names(place).flatMap((name) => nameKeys(name, at))).sort(byText),
    postcodes: places
      .flatMap((place, at) =>
        place.postcode ? [{ text: place.postcode.toLowerCase(), place: at, whole: true }] : [],
      )
      .sort(byText),
    countries,
  };
}

function* beginningWith(keys: readonly Key[], start: string): Generator<Key> {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as Key).text < start) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < keys.length && (keys[at] as Key).text.startsWith(start); at++)
    yield keys[at] as Key;
}

interface Wish {
  readonly postcode: string;
  readonly name: string;
  readonly country: string | null;
}

/** `CH-8400 Winterthur, Schweiz` → postcode 8400, name winterthur, country CH. */
function understand(index: PlaceIndex, typed: string): Wish {
  const text = typed.normalize('NFKC');
  const comma = Math.max(text.lastIndexOf(','), text.lastIndexOf('('));
  const ending = comma > 0 ? index.countries.get(folded(text.slice(comma))) : undefined;
  const rest = ending ? text.slice(0, comma) : text;
  const digits = /(?:^|[^\p{L}\p{N}])(?:(?:CH|D|DE|A|AT|I|IT|CN)[- ]?)?(\d{2,6})(?!\d)/iu.exec(` ${rest}`);
  const without = digits ? ` ${rest}`.replace(digits[0], ' ') : rest;
  return { postcode: digits?.[1] ?? '', name: folded(without), country: ending ?? null };
}

/** Lower is better: the very name, a name that begins so, a later word that begins so. */
function byName(index: PlaceIndex, name: string): Map<number, number> {
  const grades = new Map<number, number>();
  for (const key of beginningWith(index.keys, name)) {
    const grade = key.text === name ? (key.whole ? 0 : 2) : key.whole ? 1 : 3;
    grades.set(key.place, Math.min(grade, grades.get(key.place) ?? 9));
  }
  return grades;
}

/** The very postcode, else what begins so, else the neighbours that share its first digits. */
function byPostcode(index: PlaceIndex, postcode: string, shortest: number): Map<number, number> {
  const grades = new Map<number, number>();
  for (let length = postcode.length; length >= shortest && grades.size === 0; length--)
    for (const key of beginningWith(index.postcodes, postcode.slice(0, length)))
      if (length === postcode.length || key.text.length === postcode.length)
        grades.set(key.place, key.text === postcode ? 0 : 1 + postcode.length - length);
  return grades;
}

const ending_of_chinese_place = /[市区县州]$/u;

function grade(index: PlaceIndex, wish: Wish): Map<number, number> {
  const { postcode, name } = wish;
  if (name === '')
    return postcode === '' ? new Map() : byPostcode(index, postcode, Math.max(2, postcode.length - 2));
  let named = byName(index, name);
  if (named.size === 0 && ending_of_chinese_place.test(name) && name.length > 2)
    named = byName(index, name.slice(0, -1));
  if (named.size === 0) named = almost(index, name);
  if (postcode === '') return named;
  const coded = byPostcode(index, postcode, 2);
  const both = [...named].filter(([place]) => coded.has(place));
  if (both.length > 0) return new Map(both.map(([place, worse]) => [place, worse + (coded.get(place) ?? 0)]));
  return named.size > 0 ? named : coded;
}

/** Names that differ by one letter put in, left out, changed or swapped; only where nothing else was found. */
function almost(index: PlaceIndex, name: string): Map<number, number> {
  const found = new Map<number, number>();
  if (name.length < 5) return found;
  for (const key of index.keys) if (key.whole && oneApart(key.text, name)) found.set(key.place, 4);
  return found;
}

function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const rest = (text: string, from: number) => text.slice(from);
  if (
    rest(a, at + 1) === rest(b, at + 1) ||
    rest(a, at) === rest(b, at + 1) ||
    rest(a, at + 1) === rest(b, at)
  )
    return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2);
}

/** The best places for what was typed, best first. Without a postcode each town comes once. */
export function searchPlaces(index: PlaceIndex, typed: string, limit: number): PlaceRecord[] {
  const wish = understand(index, typed);
  const grades = grade(index, wish);
  const ordered = [...grades].sort(([a, a_grade], [b, b_grade]) => a_grade - b_grade || a - b);
  const found: PlaceRecord[] = [];
  const towns = new Set<string>();
  for (const [at] of ordered) {
    const place = index.places[at] as PlaceRecord;
    if (wish.country !== null && place.country !== wish.country) continue;
    const town = `${place.country} ${place.region} ${place.name}`;
    if (wish.postcode === '' && towns.has(town)) continue;
    towns.add(town);
    if (found.push(place) === limit) break;
  }
  return found;
}
