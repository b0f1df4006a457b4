/**
 * Reads GeoJSON (RFC 7946) that somebody else made: a collection of points whose properties are named like the columns
 * of the CSV. Every fault is named with the number of its feature, and one fault refuses the whole file.
 */
import {
  cellFault,
  encodingFault,
  type Fault,
  file_bytes,
  type Row,
  rows_most,
  type Table,
} from './import.csv.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Fields = Readonly<Record<string, Json>>;

/** A table never begins with a brace, and GeoJSON always does. */
export function isGeoJson(bytes: Uint8Array): boolean {
  const begin = new TextDecoder().decode(bytes.subarray(0, 200));
  return begin.trimStart().startsWith('{');
}

const fieldsOf = (value: Json | undefined): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

/** A value as a cell of the CSV has it; null if there is no such cell. Lists are of ids. */
function cellOf(value: Json | undefined): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return String(value).trim();
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.join(' ');
  return null;
}

/** Degrees of a point as text; a reason if it is none. */
function pointOf(feature: Fields): { latitude: string; longitude: string } | string {
  const geometry = fieldsOf(feature.geometry);
  if (geometry?.type !== 'Point') return 'The geometry is no Point.';
  const { coordinates } = geometry;
  if (!Array.isArray(coordinates) || coordinates.length < 2 || coordinates.length > 3)
    return 'The coordinates must be two numbers, longitude first.';
  const [longitude, latitude] = coordinates as readonly Json[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number')
    return 'The coordinates must be two numbers, longitude first.';
  return { longitude: String(longitude), latitude: String(latitude) };
}

const signed = ['latitude', 'longitude', 'phone'];

function readFeature<Column extends string>(
  feature: Json,
  columns: readonly Column[],
): Readonly<Record<Column, string>> | string[] {
  const fields = fieldsOf(feature);
  if (fields?.type !== 'Feature') return ['This is no Feature.'];
  const properties = fieldsOf(fields.properties);
  if (!properties) return ['The properties are missing.'];
  const point = pointOf(fields);
  if (typeof point === 'string') return [point];
  const values: Fields = { id: fields.id ?? null, ...properties, ...point };
  const reasons = Object.keys(properties)
    .filter((name) => !(columns as readonly string[]).includes(name))
    .map((name) => `There is no property "${name.slice(0, 40)}". Properties are ${columns.join(', ')}.`);
  const cells = Object.fromEntries(columns.map((column) => [column, cellOf(values[column])]));
  for (const [column, cell] of Object.entries(cells)) {
    const fault =
      cell === null ? 'is neither text nor a list of ids' : cellFault(column, cell, signed.includes(column));
    if (fault) reasons.push(`${column} ${fault}.`);
  }
  return reasons.length > 0 ? reasons : (cells as Record<Column, string>);
}

/** JSON that is broken, with its line where the parser tells. */
function brokenAt(text: string, error: Error): Fault {
  const at = /position (\d+)/.exec(error.message)?.[1];
  const line =
    at === undefined
      ? ''
      : `: something is wrong on its line ${text.slice(0, Number(at)).split('\n').length}`;
  return { line: 1, column: null, reason: `The file is no JSON${line}.` };
}

/** The features as rows, numbered from 1 in place of lines. */
export function readFeatures<Column extends string>(
  bytes: Uint8Array,
  columns: readonly Column[],
): Table<Column> {
  const whole = (fault: Fault): Table<Column> => ({ rows: [], faults: [fault] });
  const say = (reason: string) => whole({ line: 1, column: null, reason });
  if (bytes.length > file_bytes) return say(`The file is larger than ${file_bytes >> 20} MB.`);
  const encoding = encodingFault(bytes);
  if (encoding) return say('The file is not UTF-8. Save it as UTF-8.');
  const text = new TextDecoder().decode(bytes);
  let root: Fields | null;
  try {
    root = fieldsOf(JSON.parse(text) as Json);
  } catch (error) {
    return whole(brokenAt(text, error as Error));
  }
  if (root?.type !== 'FeatureCollection' || !Array.isArray(root.features))
    return say('The file is no FeatureCollection.');
  if (root.crs !== undefined)
    return say(
      'GeoJSON has no "crs". Leave it out, and say "datum": "gcj02" where a store is not in WGS 84.',
    );
  const features = root.features as readonly Json[];
  if (features.length === 0) return say('The file has no features.');
  if (features.length > rows_most) return say(`The file has more than ${rows_most} features.`);
  const rows: Row<Column>[] = [];
  const faults: Fault[] = [];
  features.forEach((feature, at) => {
    const read = readFeature(feature, columns);
    if (!Array.isArray(read)) rows.push({ line: at + 1, cells: read as Record<Column, string> });
    else for (const reason of read) faults.push({ line: at + 1, column: null, reason });
  });
  return { rows, faults };
}
