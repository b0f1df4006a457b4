/** What canonical JSON can carry. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON Canonicalization Scheme (RFC 8785): members sorted by UTF-16 code units, no white space, numbers and
 * strings as ECMAScript writes them. Throws a TypeError for what JSON cannot carry: NaN, infinities,
 * undefined, lone surrogates, objects that are not plain.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`canonical JSON cannot carry ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  return plainObject(value);
}

function plainObject(value: Json): string {
  if (typeof value !== 'object' || value === null) {
    throw new TypeError(`canonical JSON cannot carry a value of type ${typeof value}`);
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('canonical JSON carries plain objects only');
  }
  const members = Object.entries(value as { readonly [key: string]: Json });
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${quote(key)}:${canonicalJson(member)}`).join(',')}}`;
}

function quote(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('canonical JSON cannot carry a lone surrogate');
  return JSON.stringify(text);
}
