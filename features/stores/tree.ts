/**
 * Nearest points of the earth, on points of the unit sphere in three dimensions: no pole and no date line is special
 * there, and a straight line through the earth grows with the distance over ground. The tree is balanced and
 * implicit: node `n` has the children `2n + 1` and `2n + 2`.
 */
import { earth_radius_m, type Position } from './distance.ts';

const leaf_points = 16;
const radians = Math.PI / 180;

export interface Tree {
  readonly nodes: number;
  /** Point numbers; a node holds `order[starts[n]]` up to, not including, `order[ends[n]]`. */
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Six numbers a node: least x, y, z, greatest x, y, z. */
  readonly boxes: Float64Array;
  /** Three numbers a point, in the order of `order`. */
  readonly coordinates: Float64Array;
}

export interface Search {
  readonly position: Position;
  readonly limit: number;
  /** Given the distance of the nearest so far, how far the search may still go. Never shrinks below it. */
  readonly reach_m: (nearest_m: number) => number;
  /** False only where no point below the node is admitted. */
  readonly admitsNode: (node: number) => boolean;
  /** By place in `order`, not by point number. */
  readonly admits: (place: number) => boolean;
}

export const isLeaf = (tree: Tree, node: number) => 2 * node + 1 >= tree.nodes;

function unit(position: Position, into: Float64Array, at: number): void {
  const north = position.latitude * radians;
  const east = position.longitude * radians;
  into[at] = Math.cos(north) * Math.cos(east);
  into[at + 1] = Math.cos(north) * Math.sin(east);
  into[at + 2] = Math.sin(north);
}

/** Moves the `middle - from` smallest along the axis to the front of `order[from, to)`. */
function select(
  order: Uint32Array,
  points: Float64Array,
  axis: number,
  from: number,
  to: number,
  middle: number,
) {
  let left = from;
  let right = to - 1;
  while (left < right) {
    const pivot = points[3 * (order[(left + right) >> 1] as number) + axis] as number;
    let low = left;
    let high = right;
    while (low <= high) {
      while ((points[3 * (order[low] as number) + axis] as number) < pivot) low++;
      while ((points[3 * (order[high] as number) + axis] as number) > pivot) high--;
      if (low <= high) {
        const held = order[low] as number;
        order[low++] = order[high] as number;
        order[high--] = held;
      }
    }
    if (middle <= high) right = high;
    else if (middle >= low) left = low;
    else return;
  }
}

function measureBox(tree: Tree, points: Float64Array, node: number): number {
  let widest = 0;
  let width = -1;
  for (let axis = 0; axis < 3; axis++) {
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    for (let index = tree.starts[node] as number; index < (tree.ends[node] as number); index++) {
      const value = points[3 * (tree.order[index] as number) + axis] as number;
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
    tree.boxes[6 * node + axis] = least;
    tree.boxes[6 * node + 3 + axis] = greatest;
    if (greatest - least > width) {
      width = greatest - least;
      widest = axis;
    }
  }
  return widest;
}

export function buildTree(positions: readonly Position[]): Tree {
  const count = positions.length;
  const levels = Math.max(0, Math.ceil(Math.log2(Math.max(1, count) / leaf_points)));
  const nodes = 2 ** (levels + 1) - 1;
  const points = new Float64Array(3 * count);
  positions.forEach((position, index) => {
    unit(position, points, 3 * index);
  });
  const tree: Tree = {
    nodes,
    order: Uint32Array.from({ length: count }, (_, index) => index),
    starts: new Uint32Array(nodes),
    ends: new Uint32Array(nodes),
    boxes: new Float64Array(6 * nodes),
    coordinates: new Float64Array(3 * count),
  };
  tree.ends[0] = count;
  for (let node = 0; node < nodes; node++) {
    const widest = measureBox(tree, points, node);
    if (isLeaf(tree, node)) continue;
    const from = tree.starts[node] as number;
    const to = tree.ends[node] as number;
    const middle = (from + to) >> 1;
    if (to > from) select(tree.order, points, widest, from, to, middle);
    tree.starts[2 * node + 1] = from;
    tree.ends[2 * node + 1] = middle;
    tree.starts[2 * node + 2] = middle;
    tree.ends[2 * node + 2] = to;
  }
  for (let index = 0; index < count; index++)
    for (let axis = 0; axis < 3; axis++)
      tree.coordinates[3 * index + axis] = points[3 * (tree.order[index] as number) + axis] as number;
  return tree;
}

/** Squared straight line for a distance over ground, a hair more so that rounding loses nothing. */
function chordSquare(distance_m: number): number {
  const angle = Math.min(Math.PI, distance_m / earth_radius_m);
  return (2 * Math.sin(angle / 2)) ** 2 * (1 + 1e-9) + 1e-18;
}

function groundOf(chord_square: number): number {
  return 2 * earth_radius_m * Math.asin(Math.min(1, Math.sqrt(chord_square) / 2));
}

/** The best so far, ascending by distance and then by point number. */
class Best {
  readonly points: Uint32Array;
  readonly squares: Float64Array;
  count = 0;
  bound = Number.POSITIVE_INFINITY;
  readonly #search: Search;
  constructor(search: Search) {
    this.points = new Uint32Array(search.limit);
    this.squares = new Float64Array(search.limit);
    this.#search = search;
  }
  offer(point: number, square: number): void {
    const { limit } = this.#search;
    let at = this.count < limit ? this.count : limit - 1;
    if (this.count === limit && !this.#before(point, square, at)) return;
    while (at > 0 && this.#before(point, square, at - 1)) {
      this.points[at] = this.points[at - 1] as number;
      this.squares[at] = this.squares[at - 1] as number;
      at--;
    }
    this.points[at] = point;
    this.squares[at] = square;
    if (this.count < limit) this.count++;
    if (at === 0) this.bound = Math.min(this.bound, chordSquare(this.#search.reach_m(groundOf(square))));
    if (this.count === limit) this.bound = Math.min(this.bound, this.squares[limit - 1] as number);
  }
  #before(point: number, square: number, at: number): boolean {
    const other = this.squares[at] as number;
    return square < other || (square === other && point < (this.points[at] as number));
  }
}

/** Point numbers, nearest first, equal distances by number. */
export function nearestPoints(tree: Tree, search: Search): number[] {
  const here = new Float64Array(3);
  unit(search.position, here, 0);
  const best = new Best(search);
  const { boxes, coordinates, order } = tree;
  const boxSquare = (node: number): number => {
    if (tree.starts[node] === tree.ends[node] || !search.admitsNode(node)) return Number.POSITIVE_INFINITY;
    let square = 0;
    for (let axis = 0; axis < 3; axis++) {
      const at = here[axis] as number;
      const off = Math.max(
        (boxes[6 * node + axis] as number) - at,
        0,
        at - (boxes[6 * node + 3 + axis] as number),
      );
      square += off * off;
    }
    return square;
  };
  const visitLeaf = (node: number): void => {
    for (let index = tree.starts[node] as number; index < (tree.ends[node] as number); index++) {
      const x = (here[0] as number) - (coordinates[3 * index] as number);
      const y = (here[1] as number) - (coordinates[3 * index + 1] as number);
      const z = (here[2] as number) - (coordinates[3 * index + 2] as number);
      const square = x * x + y * y + z * z;
      if (square <= best.bound && search.admits(index)) best.offer(order[index] as number, square);
    }
  };
  const visit = (node: number): void => {
    if (isLeaf(tree, node)) {
      visitLeaf(node);
      return;
    }
    const left = boxSquare(2 * node + 1);
    const right = boxSquare(2 * node + 2);
    const [first, second] = left <= right ? [1, 2] : [2, 1];
    if (Math.min(left, right) < Number.POSITIVE_INFINITY && Math.min(left, right) <= best.bound)
      visit(2 * node + first);
    if (Math.max(left, right) < Number.POSITIVE_INFINITY && Math.max(left, right) <= best.bound)
      visit(2 * node + second);
  };
  if (boxSquare(0) < Number.POSITIVE_INFINITY) visit(0);
  return Array.from(best.points.subarray(0, best.count));
}
