/**
 * What stores are looked for by: products sold and displayed, and being open. Each is kept in flat arrays, per place
 * in the tree's order and, joined, per node, so that a search passes over whole regions in which nothing can match.
 */
import type { Opening } from './contract.ts';
import { isOpen, type Schedule, weekdayOf } from './hours.ts';
import type { SpecialDay } from './special.ts';
import { isLeaf, type Tree } from './tree.ts';
import { localMinute, type Zone } from './zone.ts';

const day_minutes = 1440;
const week_hours = 168;
const hour_words = 6;
const mixed_zones = -1;

export interface Filters {
  readonly sells?: boolean | undefined;
  readonly displays?: boolean | undefined;
  /** A family or a model. */
  readonly product?: string | undefined;
  readonly open_now?: boolean | undefined;
}

/** When a store is open: many stores share one kind. */
export interface HoursKind {
  readonly schedule: Schedule | null;
  /** As they are answered; null where nothing is known. */
  readonly openings: Opening[] | null;
  /** Ascending; the schedule knows them already. */
  readonly days: readonly SpecialDay[];
  /** Number of its zone. */
  readonly zone: number;
}

/** By store number. `words` numbers a store hold the bits of its models. */
interface StoreFacts {
  readonly sells: Uint32Array;
  readonly displays: Uint32Array;
  readonly kinds: Uint32Array;
}

export interface FilterFacts extends StoreFacts {
  readonly words: number;
  /** Bits of the models that a family or model id stands for. */
  readonly products: ReadonlyMap<string, Uint32Array>;
  readonly zones: readonly Zone[];
  readonly hours: readonly HoursKind[];
}

export interface FilterIndex extends FilterFacts {
  /** The facts again, in the tree's order. */
  readonly placed: StoreFacts;
  readonly node_sells: Uint32Array;
  readonly node_displays: Uint32Array;
  /** The one zone of all stores below the node, or `mixed_zones`. */
  readonly node_zones: Int16Array;
  /** Hours of the local week in which any store below the node opens, on special days too; being closed does not count. */
  readonly node_hours: Uint32Array;
}

/** Minutes of the week. */
function markSpan(into: Uint32Array, at: number, opens: number, closes: number): void {
  const last = Math.ceil(closes / 60);
  for (let hour = Math.floor(opens / 60); hour < last; hour++) {
    const bit = hour % week_hours;
    into[at + (bit >> 5)] = (into[at + (bit >> 5)] as number) | (1 << (bit & 31));
  }
}

function markHours(into: Uint32Array, at: number, schedule: Schedule): void {
  const { opens, closes, special_opens, special_closes } = schedule;
  opens.forEach((from, index) => {
    markSpan(into, at, from, closes[index] as number);
  });
  special_opens.forEach((from, index) => {
    const day = Math.floor(from / day_minutes);
    const shift = (day - weekdayOf(day)) * day_minutes;
    markSpan(into, at, from - shift, (special_closes[index] as number) - shift);
  });
}

function joinBits(into: Uint32Array, to: number, from: Uint32Array, at: number, words: number): void {
  for (let word = 0; word < words; word++)
    into[to + word] = (into[to + word] as number) | (from[at + word] as number);
}

function inTreeOrder(tree: Tree, facts: FilterFacts): StoreFacts {
  const { words } = facts;
  const sells = new Uint32Array(tree.order.length * words);
  const displays = new Uint32Array(tree.order.length * words);
  tree.order.forEach((store, place) => {
    joinBits(sells, place * words, facts.sells, store * words, words);
    joinBits(displays, place * words, facts.displays, store * words, words);
  });
  return { sells, displays, kinds: tree.order.map((store) => facts.kinds[store] as number) };
}

export function buildFilterIndex(tree: Tree, facts: FilterFacts): FilterIndex {
  const { words, hours } = facts;
  const placed = inTreeOrder(tree, facts);
  const node_sells = new Uint32Array(tree.nodes * words);
  const node_displays = new Uint32Array(tree.nodes * words);
  const node_zones = new Int16Array(tree.nodes).fill(mixed_zones);
  const node_hours = new Uint32Array(tree.nodes * hour_words);
  const kindAt = (place: number) => hours[placed.kinds[place] as number];
  const fillLeaf = (node: number): void => {
    const start = tree.starts[node] as number;
    const end = tree.ends[node] as number;
    const zone = kindAt(start)?.zone ?? mixed_zones;
    node_zones[node] = zone;
    for (let place = start; place < end; place++) {
      const kind = kindAt(place) as HoursKind;
      joinBits(node_sells, node * words, placed.sells, place * words, words);
      joinBits(node_displays, node * words, placed.displays, place * words, words);
      if (kind.schedule) markHours(node_hours, node * hour_words, kind.schedule);
      if (kind.zone !== zone) node_zones[node] = mixed_zones;
    }
  };
  for (let node = tree.nodes - 1; node >= 0; node--) {
    if (isLeaf(tree, node)) {
      fillLeaf(node);
      continue;
    }
    const left = 2 * node + 1;
    for (const child of [left, left + 1]) {
      joinBits(node_sells, node * words, node_sells, child * words, words);
      joinBits(node_displays, node * words, node_displays, child * words, words);
      joinBits(node_hours, node * hour_words, node_hours, child * hour_words, hour_words);
    }
    if (node_zones[left] === node_zones[left + 1]) node_zones[node] = node_zones[left] as number;
  }
  return { ...facts, placed, node_sells, node_displays, node_zones, node_hours };
}

interface Admission {
  readonly admitsNode: (node: number) => boolean;
  /** By place in the tree's order. */
  readonly admits: (place: number) => boolean;
}

type Matches = (sells: Uint32Array, displays: Uint32Array, at: number) => boolean;

/** Compares the bits that begin at `at * words` with what is wanted. */
function productMatch(words: number, wanted: Uint32Array, filters: Filters): Matches {
  const { sells = false, displays = false, product } = filters;
  if (!sells && !displays && product === undefined) return () => true;
  const either = !sells && !displays;
  return (sold, shown, at) => {
    let is_sold = 0;
    let is_shown = 0;
    for (let word = 0; word < words; word++) {
      is_sold |= (sold[at * words + word] as number) & (wanted[word] as number);
      is_shown |= (shown[at * words + word] as number) & (wanted[word] as number);
    }
    if (either) return (is_sold | is_shown) !== 0;
    return (!sells || is_sold !== 0) && (!displays || is_shown !== 0);
  };
}

/** Null if no store can match, since nobody knows the product. */
export function admission(index: FilterIndex, filters: Filters, now_ms: number): Admission | null {
  const { words, zones, hours, placed } = index;
  const every = new Uint32Array(words).fill(0xffffffff);
  const wanted = filters.product === undefined ? every : index.products.get(filters.product);
  if (!wanted) return null;
  const matches = productMatch(words, wanted, filters);
  const nodeMatches = (node: number) => matches(index.node_sells, index.node_displays, node);
  const placeMatches = (place: number) => matches(placed.sells, placed.displays, place);
  if (!filters.open_now) return { admitsNode: nodeMatches, admits: placeMatches };

  const minutes = zones.map((zone) => localMinute(zone, now_ms));
  const week_hour = minutes.map(
    (minute) => (((Math.floor(minute / 60) + 72) % week_hours) + week_hours) % week_hours,
  );
  /** 0: not asked yet, 1: open, 2: closed. */
  const known = new Uint8Array(hours.length);
  const ask = (kind: number): number => {
    const { schedule, zone } = hours[kind] as HoursKind;
    known[kind] = schedule !== null && isOpen(schedule, minutes[zone] as number) ? 1 : 2;
    return known[kind] as number;
  };
  const mayBeOpen = (node: number): boolean => {
    const zone = index.node_zones[node] as number;
    if (zone === mixed_zones) return true;
    const hour = week_hour[zone] as number;
    return (((index.node_hours[node * hour_words + (hour >> 5)] as number) >>> (hour & 31)) & 1) === 1;
  };
  return {
    admitsNode: (node) => nodeMatches(node) && mayBeOpen(node),
    admits: (place) => {
      if (!placeMatches(place)) return false;
      const kind = placed.kinds[place] as number;
      return (known[kind] || ask(kind)) === 1;
    },
  };
}
