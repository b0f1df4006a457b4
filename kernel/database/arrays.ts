/**
 * Arrays in PostgreSQL's binary form: the driver sends a Buffer as it is, which spares both sides the escaping and
 * reading of text. For statements that insert thousands of rows by `unnest`. Type numbers are those of the system
 * catalogue, fixed for ever; times and days there begin in 2000.
 */

interface Element<T> {
  readonly oid: number;
  readonly size: (value: T) => number;
  readonly write: (bytes: Buffer, at: number, value: T) => void;
}

const epoch_ms = Date.UTC(2000, 0, 1);
const day_ms = 86_400_000;
const microseconds_low = 2 ** 32;

const elements = {
  uuid: {
    oid: 2950,
    size: () => 16,
    write: (bytes, at, value) => {
      const hex =
        value.slice(0, 8) + value.slice(9, 13) + value.slice(14, 18) + value.slice(19, 23) + value.slice(24);
      if (bytes.write(hex, at, 16, 'hex') !== 16) throw new TypeError(`${value} is no UUID`);
    },
  } satisfies Element<string>,
  text: {
    oid: 25,
    size: (value) => Buffer.byteLength(value),
    write: (bytes, at, value) => bytes.write(value, at),
  } satisfies Element<string>,
  bytea: {
    oid: 17,
    size: (value) => value.length,
    write: (bytes, at, value) => bytes.set(value, at),
  } satisfies Element<Uint8Array>,
  smallint: {
    oid: 21,
    size: () => 2,
    write: (bytes, at, value) => bytes.writeInt16BE(value, at),
  } satisfies Element<number>,
  real: {
    oid: 700,
    size: () => 4,
    write: (bytes, at, value) => bytes.writeFloatBE(value, at),
  } satisfies Element<number>,
  /** ISO dates. */
  date: {
    oid: 1082,
    size: () => 4,
    write: (bytes, at, value) => bytes.writeInt32BE(Math.round((Date.parse(value) - epoch_ms) / day_ms), at),
  } satisfies Element<string>,
  timestamptz: {
    oid: 1184,
    size: () => 8,
    write: (bytes, at, value) => {
      // Two halves: a big integer for each time would cost more than the rest of it.
      const time_us = (value.getTime() - epoch_ms) * 1000;
      const high = Math.floor(time_us / microseconds_low);
      bytes.writeInt32BE(high, at);
      bytes.writeUInt32BE(time_us - high * microseconds_low, at + 4);
    },
  } satisfies Element<Date>,
};

type Value<K extends keyof typeof elements> = (typeof elements)[K] extends Element<infer T> ? T : never;

/** An array of one type; null elements are allowed. */
export function packed<K extends keyof typeof elements>(
  type: K,
  values: readonly (Value<K> | null)[],
): Buffer {
  const element = elements[type] as unknown as Element<Value<K>>;
  let content_bytes = 0;
  let nulls = 0;
  for (const value of values) {
    if (value === null) nulls = 1;
    else content_bytes += element.size(value);
  }
  const empty = values.length === 0;
  const bytes = Buffer.allocUnsafe((empty ? 12 : 20) + values.length * 4 + content_bytes);
  let at = bytes.writeInt32BE(empty ? 0 : 1, 0);
  at = bytes.writeInt32BE(nulls, at);
  at = bytes.writeInt32BE(element.oid, at);
  if (empty) return bytes;
  at = bytes.writeInt32BE(values.length, at);
  at = bytes.writeInt32BE(1, at);
  for (const value of values) {
    const size = value === null ? -1 : element.size(value);
    at = bytes.writeInt32BE(size, at);
    if (value === null) continue;
    element.write(bytes, at, value);
    at += size;
  }
  return bytes;
}
