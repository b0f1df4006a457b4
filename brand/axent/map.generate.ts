/**
 * Writes `generated/map.ts`, the map's own shapes: the land of the earth, the borders between the brand's countries in
 * Europe and their neighbours, and the towns of `places.csv` to write on it. Shapes: Natural Earth, 1:10m, public
 * domain, fine where the brand's stores are and coarse elsewhere. Borders are drawn in Europe only: elsewhere some are
 * disputed, and a map of stores takes no side.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { merge, mesh } from 'topojson-client';
import { presimplify } from 'topojson-simplify';
import { encodeLines, type Line } from './map.lines.ts';

type Topology = Parameters<typeof merge>[0];
type Polygons = Parameters<typeof merge>[1];
type Shape = Parameters<typeof mesh>[1];

/** Numbers of arcs, however deep; below zero: backwards. */
interface Country {
  readonly id?: string | number;
  readonly arcs: readonly unknown[];
}

interface Earth extends Topology {
  readonly objects: { readonly countries: Shape & { readonly geometries: Country[] } };
}

/** Degrees east, degrees north, and the area of the triangle with its neighbours in square degrees. */
type Weighed = [number, number, number];

/** ISO 3166-1 numeric codes, as Natural Earth has them. */
const own = ['756', '438', '040', '276', '380', '674', '336'];
const neighbours = ['250', '056', '442', '528', '208', '616', '203', '703', '348', '705', '191', '492'];
const further = ['156', '344', '446', '158', '724', '826', '752', '070', '688', '499'];
const frozen = ['010'];

/** A point stays where its triangle is at least so large, in square degrees. */
const fine = 0.000_06;
const medium = 0.001_5;
const coarse = 0.12;
/** Smaller islands are left out, in square degrees. */
const islands = { near: 0.004, far: 0.6 };

const near_europe = { west: -6, east: 26, south: 34, north: 60 };

function arcsOf({ arcs }: Country): number[] {
  return (arcs.flat(3) as number[]).map((arc) => (arc < 0 ? ~arc : arc));
}

/** The same topology with the points that are worth keeping: an arc is as fine as the finest country beside it. */
function simplified(earth: Earth, countries: readonly Country[]): Earth {
  const least = new Float64Array(earth.arcs.length).fill(coarse);
  for (const [ids, weight] of [
    [[...neighbours, ...further], medium],
    [own, fine],
  ] as const)
    for (const country of countries.filter(({ id }) => ids.includes(String(id))))
      for (const arc of arcsOf(country)) least[arc] = Math.min(least[arc] as number, weight);
  const arcs = (earth.arcs as unknown as Weighed[][]).map((arc, number) =>
    arc.filter(([, , weight]) => weight >= (least[number] as number)).map(([x, y]) => [x, y]),
  );
  return { ...earth, arcs } as unknown as Earth;
}

function area(ring: Line): number {
  let twice = 0;
  ring.forEach(([x, y], at) => {
    const [next_x, next_y] = ring[(at + 1) % ring.length] as readonly [number, number];
    twice += x * next_y - next_x * y;
  });
  return Math.abs(twice) / 2;
}

function isNear([x, y]: readonly [number, number]): boolean {
  return x > near_europe.west && x < near_europe.east && y > near_europe.south && y < near_europe.north;
}

function worthDrawing(ring: Line): boolean {
  const [first] = ring;
  return first !== undefined && area(ring) >= (isNear(first) ? islands.near : islands.far);
}

function shapes(): { land: Line[]; borders: Line[] } {
  const path = fileURLToPath(import.meta.resolve('world-atlas/countries-10m.json'));
  const weighed = presimplify(JSON.parse(readFileSync(path, 'utf8'))) as unknown as Earth;
  const countries = weighed.objects.countries.geometries;
  const earth = simplified(weighed, countries);
  const drawn = countries.filter(({ id }) => !frozen.includes(String(id)));
  const polygons = merge(earth, drawn as unknown as Polygons).coordinates as unknown as Line[][];
  const outlines = polygons.flat().filter(worthDrawing);
  const european = new Set([...own, ...neighbours]);
  const touches = (country: unknown) => european.has(String((country as Country).id));
  const lines = mesh(earth, earth.objects.countries, (a, b) => a !== b && (touches(a) || touches(b)));
  const borders = (lines.coordinates as unknown as Line[]).filter(([first]) => first && isNear(first));
  return { land: outlines, borders };
}

interface Town {
  readonly postcode: string;
  readonly name: string;
  readonly latin: string;
  readonly names: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly rank: string;
}

/**
 * Name, Latin name, Chinese name, degrees east and north, rank. A district that is called like its town bears its
 * postcode instead.
 */
function towns(): string[] {
  const csv = readFileSync(new URL('./places.csv', import.meta.url), 'utf8');
  const rows: Town[] = parse(csv, { columns: true });
  const large = new Set(rows.filter(({ rank }) => rank !== '5').map(({ name }) => name));
  return rows
    .toSorted((a, b) => Number(a.rank) - Number(b.rank))
    .map(({ postcode, name, latin, names, latitude, longitude, rank }) => {
      const [east, north] = [Number(longitude), Number(latitude)].map((degrees) => degrees.toFixed(3));
      if (rank === '5' && large.has(name)) return [postcode, '', '', east, north, rank].join(';');
      const chinese = names.split('|').find((each) => /^\p{Script=Han}+$/u.test(each)) ?? '';
      return [name, latin, chinese, Number(longitude).toFixed(2), Number(latitude).toFixed(2), rank].join(
        ';',
      );
    });
}

export const generate = () => {
  const { land, borders } = shapes();
  const text = `${[
    '// Written by map.generate.ts from Natural Earth (public domain) and places.csv.',
    '',
    `export const land = '${encodeLines(land)}';`,
    '',
    `export const borders = '${encodeLines(borders)}';`,
    '',
    `export const towns = ${JSON.stringify(towns().join('|'))};`,
  ].join('\n')}\n`;
  return [{ path: 'brand/axent/generated/map.ts', text }];
};
