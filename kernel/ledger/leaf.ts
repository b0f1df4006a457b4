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
  const people: Buffer[] = [];
  const ids: Buffer[] = [];
  const times: Buffer[] = [];
  const leaf_ids: Buffer[] = [];
  const boxes: Uint8Array[] = [];
  for (const leaf of leaves) {
    const leaf_id = uuidBytes(leaf.id);
    for (const record of leaf.records) {
      people.push(uuidBytes(record.person_id));
      ids.push(uuidBytes(record.id));
      times.push(timeBytes(record.at));
      leaf_ids.push(leaf_id);
      boxes.push(record.sealed);
    }
  }
  const values = [
    uuidArray(leaves.map((leaf) => uuidBytes(leaf.id))),
    byteaArray(leaves.map((leaf) => leaf.entry)),
    uuidArray(people),
    uuidArray(ids),
    arrayBytes(timestamptz_oid, times),
    uuidArray(leaf_ids),
    byteaArray(boxes),
  ];
  return { name: 'ledger_insert_leaves', text: insert_leaves, values };
}

// PostgreSQL's binary array form: the driver sends a Buffer in binary as it is, which spares both sides the
// escaping and reading of hexadecimal text. Type numbers are those of the system catalogue, fixed for ever.
const uuid_oid = 2950;
const bytea_oid = 17;
const timestamptz_oid = 1184;
/** Microseconds from 1970 to 2000, where PostgreSQL's binary times begin. */
const epoch_us = 946_684_800_000_000n;

export function uuidArray(ids: readonly Uint8Array[]): Buffer {
  return arrayBytes(uuid_oid, ids);
}

export function byteaArray(values: readonly Uint8Array[]): Buffer {
  return arrayBytes(bytea_oid, values);
}

function arrayBytes(element_oid: number, elements: readonly Uint8Array[]): Buffer {
  const header_bytes = elements.length === 0 ? 12 : 20;
  const size = elements.reduce((sum, element) => sum + 4 + element.length, header_bytes);
  const whole = Buffer.allocUnsafe(size);
  whole.writeInt32BE(elements.length === 0 ? 0 : 1, 0);
  whole.writeInt32BE(0, 4);
  whole.writeInt32BE(element_oid, 8);
  if (elements.length === 0) return whole;
  whole.writeInt32BE(elements.length, 12);
  whole.writeInt32BE(1, 16);
  let at = header_bytes;
  for (const element of elements) {
    at = whole.writeInt32BE(element.length, at);
    whole.set(element, at);
    at += element.length;
  }
  return whole;
}

/** Throws a TypeError for what is no UUID. */
export function uuidBytes(id: string): Buffer {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  if (bytes.length !== 16) throw new TypeError('an id of the ledger must be a UUID');
  return bytes;
}

function timeBytes(time: Date): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigInt64BE(BigInt(time.getTime()) * 1000n - epoch_us);
  return bytes;
}
