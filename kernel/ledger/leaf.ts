import { commitment_bytes, people_per_leaf_max } from './commitment.ts';
import { bundleParts } from './tile.ts';

export const id_bytes = 16;

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

const insert_records = `
insert into kernel.record (person_id, id, at, leaf_id, sealed)
select person_id, id, at, leaf_id, sealed
from unnest($3::uuid[], $4::uuid[], $5::timestamptz[], $6::uuid[], $7::bytea[])
  as new (person_id, id, at, leaf_id, sealed)`;

const insert_leaves = `
with leaf as (
  insert into kernel.leaf_pending (id, entry)
  select id, entry from unnest($1::uuid[], $2::bytea[]) as new (id, entry)
)${insert_records}`;

/**
 * Inserts leaves and their records inside the caller's transaction on the caller's connection, so that a write and
 * its leaves stand or fall together. Needs the right to insert into kernel.leaf_pending and kernel.record, no other.
 */
export function insertLeaves(leaves: readonly Leaf[]): Statement {
  leaves.forEach(checkEntry);
  const values = [uuidArray(leaves.map(({ id }) => id)), byteaArray(leaves.map(({ entry }) => entry))];
  return { name: 'ledger_insert_leaves', text: insert_leaves, values: [...values, ...recordColumns(leaves)] };
}

const insert_group = `
with leaf as (
  insert into kernel.leaf_group (ids, entries) values ($1, $2)
)${insert_records}`;

/** Inserts many leaves and their records at once, on the kernel's own connection. */
export function insertGroup(leaves: readonly Leaf[]): Statement {
  const ids = Buffer.allocUnsafe(leaves.length * id_bytes);
  for (const [at, { id }] of leaves.entries()) writeUuid(ids, at * id_bytes, id);
  const entries = bundleParts(leaves.map(({ entry }) => entry));
  return {
    name: 'ledger_insert_group',
    text: insert_group,
    values: [ids, entries, ...recordColumns(leaves)],
  };
}

/** Throws a RangeError for an entry that the log cannot hold. */
export function checkEntry({ entry }: Leaf): void {
  const people = entry.length / commitment_bytes;
  if (!Number.isInteger(people) || people < 1 || people > people_per_leaf_max) {
    throw new RangeError(
      `an entry of ${entry.length} bytes is no list of 1 to ${people_per_leaf_max} commitments`,
    );
  }
}

function recordColumns(leaves: readonly Leaf[]): Buffer[] {
  const records = leaves.flatMap((leaf) => leaf.records);
  return [
    uuidArray(records.map(({ person_id }) => person_id)),
    uuidArray(records.map(({ id }) => id)),
    timeArray(records.map(({ at }) => at)),
    uuidArray(leaves.flatMap((leaf) => leaf.records.map(() => leaf.id))),
    byteaArray(records.map(({ sealed }) => sealed)),
  ];
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

function uuidArray(ids: readonly string[]): Buffer {
  let { bytes, at } = arrayOf(uuid_oid, ids.length, ids.length * id_bytes);
  for (const id of ids) {
    at = bytes.writeInt32BE(id_bytes, at);
    at = writeUuid(bytes, at, id);
  }
  return bytes;
}

/** Throws a TypeError for what is no UUID. */
function writeUuid(bytes: Buffer, at: number, id: string): number {
  const hex = id.slice(0, 8) + id.slice(9, 13) + id.slice(14, 18) + id.slice(19, 23) + id.slice(24);
  if (id.length !== 36 || bytes.write(hex, at, id_bytes, 'hex') !== id_bytes) {
    throw new TypeError('an id of the ledger must be a UUID');
  }
  return at + id_bytes;
}

export function uuidBytes(id: string): Buffer {
  const bytes = Buffer.alloc(id_bytes);
  writeUuid(bytes, 0, id);
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
