/** One operation's leaf, with the sealed records of the people whose commitments its entry lists. */
export interface Leaf {
  /** UUIDv7. */
  readonly id: string;
  /** 32-byte commitments one after the other. */
  readonly entry: Uint8Array;
  /** Empty where no person is known. */
  readonly records: readonly LeafRecord[];
}

export interface LeafRecord {
  readonly person_id: string;
  /** UUIDv7. */
  readonly id: string;
  readonly at: Date;
  /** Box with salt and record; opaque here. */
  readonly sealed: Uint8Array;
}

/** A named statement, as `pg` takes it. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

const insert_leaves = `
with leaf as (
  insert into kernel.leaf_pending (id, entry)
  select id, entry from unnest($1::uuid[], $2::bytea[]) as new (id, entry)
)
insert into kernel.record (person_id, id, at, leaf_id, sealed)
select person_id, id, at, leaf_id, sealed
from unnest($3::uuid[], $4::uuid[], $5::timestamptz[], $6::uuid[], $7::bytea[])
  as new (person_id, id, at, leaf_id, sealed)`;

/**
 * Inserts leaves and their records in one statement: alone, or inside the caller's transaction on the caller's
 * connection, so that a write and its leaf stand or fall together.
 */
export function insertLeaves(leaves: readonly Leaf[]): Statement {
  const records = leaves.flatMap((leaf) => leaf.records);
  const leaf_ids = leaves.flatMap((leaf) => leaf.records.map(() => leaf.id));
  const values = [
    uuidArray(leaves.map(({ id }) => id)),
    byteaArray(leaves.map(({ entry }) => entry)),
    uuidArray(records.map(({ person_id }) => person_id)),
    uuidArray(records.map(({ id }) => id)),
    timeArray(records.map(({ at }) => at)),
    uuidArray(leaf_ids),
    byteaArray(records.map(({ sealed }) => sealed)),
  ];
  return { name: 'ledger_insert_leaves', text: insert_leaves, values };
}

// PostgreSQL's binary array form: the driver sends a Buffer in binary as it is, which spares both sides the
// escaping and reading of hexadecimal text. Type numbers are those of the system catalogue, fixed for ever.
const uuid_oid = 2950;
const bytea_oid = 17;
const timestamptz_oid = 1184;
/** Milliseconds from 1970 to 2000, where PostgreSQL's binary times begin. */
const epoch_ms = 946_684_800_000n;

function arrayOf(element_oid: number, count: number, content_bytes: number): { bytes: Buffer; at: number } {
  const bytes = Buffer.allocUnsafe((count === 0 ? 12 : 20) + count * 4 + content_bytes);
  let at = bytes.writeInt32BE(count === 0 ? 0 : 1, 0);
  at = bytes.writeInt32BE(0, at);
  at = bytes.writeInt32BE(element_oid, at);
  if (count === 0) return { bytes, at };
  at = bytes.writeInt32BE(count, at);
  return { bytes, at: bytes.writeInt32BE(1, at) };
}

/** Throws a TypeError for what is no UUID. */
function uuidArray(ids: readonly string[]): Buffer {
  let { bytes, at } = arrayOf(uuid_oid, ids.length, ids.length * 16);
  for (const id of ids) {
    at = bytes.writeInt32BE(16, at);
    const hex = id.slice(0, 8) + id.slice(9, 13) + id.slice(14, 18) + id.slice(19, 23) + id.slice(24);
    if (id.length !== 36 || bytes.write(hex, at, 16, 'hex') !== 16) {
      throw new TypeError('an id of the ledger must be a UUID');
    }
    at += 16;
  }
  return bytes;
}

/** As `uuidArray`, from ids that already are 16 bytes each, one after the other. */
export function uuidBytesArray(ids: Buffer): Buffer {
  let { bytes, at } = arrayOf(uuid_oid, ids.length / 16, ids.length);
  for (let from = 0; from < ids.length; from += 16) {
    at = bytes.writeInt32BE(16, at);
    at += ids.copy(bytes, at, from, from + 16);
  }
  return bytes;
}

export function byteaArray(values: readonly Uint8Array[]): Buffer {
  const content_bytes = values.reduce((sum, value) => sum + value.length, 0);
  let { bytes, at } = arrayOf(bytea_oid, values.length, content_bytes);
  for (const value of values) {
    at = bytes.writeInt32BE(value.length, at);
    bytes.set(value, at);
    at += value.length;
  }
  return bytes;
}

function timeArray(times: readonly Date[]): Buffer {
  let { bytes, at } = arrayOf(timestamptz_oid, times.length, times.length * 8);
  for (const time of times) {
    at = bytes.writeInt32BE(8, at);
    at = bytes.writeBigInt64BE((BigInt(time.getTime()) - epoch_ms) * 1000n, at);
  }
  return bytes;
}
