/**
 * What stores are looked for by: products sold and displayed, and being open. Each is kept per store and, joined,
 * per node of the tree, so that a search passes over whole regions in which nothing can match.
 */
import { isOpen, type Schedule } from './hours.ts';
import { isLeaf, type Tree } from './tree.ts';
import { localMinute, type Zone } from './zone.ts';

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

/** What a filter needs of one store. */
export interface Facts {
  /** Bits of models, `words` numbers each. */
  readonly sells: Uint32Array;
  readonly displays: Uint32Array;
  readonly zone: number;
  readonly schedule: Schedule | null;
}

export interface FilterIndex {
  readonly words: number;
  /** Bits of the models that a family or model id stands for. */
  readonly products: ReadonlyMap<string, Uint32Array>;
  readonly zones: readonly Zone[];
  readonly facts: readonly Facts[];
  readonly node_sells: Uint32Array;
  readonly node_displays: Uint32Array;
  /** The one zone of all stores below the node, or `mixed_zones`. */
  readonly node_zones: Int16Array;
  /** Hours of the local week in which any store below the node opens; closed days do not count. */
  readonly node_hours: Uint32Array;
}

function markHours(into: Uint32Array, at: number, schedule: Schedule): void {
  schedule.opens.forEach((opens, index) => {
    const last = Math.ceil((schedule.closes[index] as number) / 60);
    for (let hour = Math.floor(opens / 60); hour < last; hour++) {
      const bit = hour % week_hours;
      into[at + (bit >> 5)] = (into[at + (bit >> 5)] as number) | (1 << (bit & 31));
    }
  });
}

function joinBits(into: Uint32Array, to: number, from: Uint32Array, at: number, words: number): void {
  for (let word = 0; word < words; word++)
    into[to + word] = (into[to + word] as number) | (from[at + word] as number);
}

export function buildFilterIndex(
  tree: Tree,
  facts: readonly Facts[],
  products: ReadonlyMap<string, Uint32Array>,
  zones: readonly Zone[],
  words: number,
): FilterIndex {
  const node_sells = new Uint32Array(tree.nodes * words);
  const node_displays = new Uint32Array(tree.nodes * words);
  const node_zones = new Int16Array(tree.nodes).fill(mixed_zones);
  const node_hours = new Uint32Array(tree.nodes * hour_words);
  for (let node = tree.nodes - 1; node >= 0; node--) {
    const start = tree.starts[node] as number;
    if (isLeaf(tree, node)) {
      const zone = facts[tree.order[start] ?? 0]?.zone ?? mixed_zones;
      node_zones[node] = zone;
      for (let index = start; index < (tree.ends[node] as number); index++) {
        const fact = facts[tree.order[index] as number] as Facts;
        joinBits(node_sells, node * words, fact.sells, 0, words);
        joinBits(node_displays, node * words, fact.displays, 0, words);
        if (fact.schedule) markHours(node_hours, node * hour_words, fact.schedule);
        if (fact.zone !== zone) node_zones[node] = mixed_zones;
      }
      continue;
    }
    const left = 2 * node + 1;
    const right = left + 1;
    for (const child of [left, right]) {
      joinBits(node_sells, node * words, node_sells, child * words, words);
      joinBits(node_displays, node * words, node_displays, child * words, words);
      joinBits(node_hours, node * hour_words, node_hours, child * hour_words, hour_words);
    }
    if (node_zones[left] === node_zones[right]) node_zones[node] = node_zones[left] as number;
  }
  return { words, products, zones, facts, node_sells, node_displays, node_zones, node_hours };
}

interface Admission {
  readonly admitsNode: (node: number) => boolean;
  readonly admits: (point: number) => boolean;
}

/** Null if no store can match, since nobody knows the product. */
export function admission(index: FilterIndex, filters: Filters, now_ms: number): Admission | null {
  const { words, zones, facts } = index;
  const every = new Uint32Array(words).fill(0xffffffff);
  const wanted = filters.product === undefined ? every : index.products.get(filters.product);
  if (!wanted) return null;
  const { sells = false, displays = false, open_now = false } = filters;
  const either = !sells && !displays && filters.product !== undefined;
  const matches = (sold: Uint32Array, sold_at: number, shown: Uint32Array, shown_at: number): boolean => {
    let is_sold = false;
    let is_shown = false;
    for (let word = 0; word < words; word++) {
      if (((sold[sold_at + word] as number) & (wanted[word] as number)) !== 0) is_sold = true;
      if (((shown[shown_at + word] as number) & (wanted[word] as number)) !== 0) is_shown = true;
    }
    return either ? is_sold || is_shown : (!sells || is_sold) && (!displays || is_shown);
  };
  const minutes = open_now ? zones.map((zone) => localMinute(zone, now_ms)) : [];
  const hours = minutes.map(
    (minute) => (((Math.floor(minute / 60) + 72) % week_hours) + week_hours) % week_hours,
  );
  const mayBeOpen = (node: number): boolean => {
    const zone = index.node_zones[node] as number;
    if (zone === mixed_zones) return true;
    const hour = hours[zone] as number;
    return (((index.node_hours[node * hour_words + (hour >> 5)] as number) >>> (hour & 31)) & 1) === 1;
  };
  return {
    admitsNode: (node) =>
      matches(index.node_sells, node * words, index.node_displays, node * words) &&
      (!open_now || mayBeOpen(node)),
    admits: (point) => {
      const fact = facts[point] as Facts;
      if (!matches(fact.sells, 0, fact.displays, 0)) return false;
      if (!open_now) return true;
      return fact.schedule !== null && isOpen(fact.schedule, minutes[fact.zone] as number);
    },
  };
}
