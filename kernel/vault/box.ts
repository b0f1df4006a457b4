import type { Category } from '@axent/policy';
import type { PersonId, RowId } from './identifier.ts';

declare const sealedAs: unique symbol;

/** Bytes in a sealed column. The generated schema names the category of each. */
export type Sealed<C extends Category> = Buffer & { readonly [sealedAs]: C };

/** What the boxes of a category hold, where it is more than text by field. */
interface CategoryValues {
  contact: {
    readonly email: string | null;
    readonly phone: string | null;
    /** A push subscription as JSON. */
    readonly push?: string;
  };
  device: {
    readonly name: string;
    readonly type: string;
    readonly os: string;
    readonly connection: string | null;
    readonly country: string;
  };
  log: { readonly ip: string };
  position: { readonly latitude: number; readonly longitude: number };
  place: { readonly text: string };
}

export type Value<C extends Category> = C extends keyof CategoryValues
  ? CategoryValues[C]
  : Readonly<Record<string, string | null>>;

/** A sealed value with the place that its associated data binds it to; moved elsewhere, it does not open. */
export interface Box<C extends Category> {
  readonly [sealedAs]?: C;
  readonly table: string;
  readonly row: RowId;
  readonly person: PersonId;
  /** Whose key opens it; see `keyOwner`. */
  readonly owner: string;
  readonly sealed: Sealed<C>;
}

/** A box of a request about data, under a key of that request alone. */
export interface RequestBox extends Box<'request'> {
  readonly request: string;
}

export function requestBox(row: {
  readonly request: string;
  readonly id: string;
  readonly sealed: Sealed<'request'>;
}): RequestBox {
  const { request, id, sealed } = row;
  return {
    table: 'app.request_entry',
    row: id as RowId,
    person: '' as PersonId,
    owner: requestOwner(request),
    request,
    sealed,
  };
}

/** What a row says of its boxes. Rows of a function remember which function and device they came by. */
export interface BoxRow {
  readonly id: string;
  readonly person_id: string;
  readonly function?: string;
  readonly device_id?: string;
}

/** Names where a sealed column was read from, from the row as it stands in the table. */
export function box<C extends Category>(table: string, row: BoxRow, sealed: Sealed<C>): Box<C> {
  return {
    table,
    row: row.id as RowId,
    person: row.person_id as PersonId,
    owner: keyOwner(row.person_id, row.function ?? null, row.device_id ?? null),
    sealed,
  };
}

/**
 * Keys belong to a person, and for what a function collected to that function on that device, so that closing it
 * there shreds exactly what came from there.
 */
export function keyOwner(person: string, name: string | null, device: string | null): string {
  return name === null ? person : `${person}/${name}/${device}`;
}

/** Data without a person is sealed under a key of its day (ISO date), shredded when the day's data goes. */
export function dayOwner(day: string): string {
  return `day:${day}`;
}

/** The category written in the head of a box (version byte, length byte, name). */
export function categoryOf(sealed: Buffer): string {
  if (sealed[0] !== 1) throw new Error(`A box of version ${sealed[0]} cannot be opened by this release.`);
  const length = sealed[1] ?? 0;
  return sealed.toString('latin1', 2, 2 + length);
}

/** Words of a request outlive the account of whoever asked, and go when the request's days are over. */
export function requestOwner(request: string): string {
  return `request:${request}`;
}
