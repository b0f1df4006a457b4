import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { UseRecord } from './commitment.ts';
import { commitment, emptyRoot, entryOf, nodeHash } from './hash.ts';
import { type LogKey, logKey } from './key.ts';
import type { Leaf } from './leaf.ts';
import { LedgerReader } from './reader.ts';

/** What the ledger's own tests and bench start from: its tables, a key, leaves of made-up people. */

export interface LedgerFixture {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly key: LogKey;
  readonly reader: LedgerReader;
  readonly query: (text: string, values: unknown[]) => Promise<pg.QueryResult>;
  readonly close: () => Promise<void>;
}

/** Puts the ledger's tables into an empty database. */
export async function openLedgerFixture(url: string): Promise<LedgerFixture> {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  // Tests break connections on purpose.
  pool.on('error', () => undefined);
  const migration = readFileSync(new URL('./migrations/0001_ledger.sql', import.meta.url), 'utf8');
  await pool.query(`create schema kernel; ${migration}`);
  const key = logKey('ledger.test/log', generateKeyPairSync('ed25519').privateKey);
  const query = (text: string, values: unknown[]) => pool.query(text, values);
  return { url, pool, key, query, reader: new LedgerReader(query), close: () => pool.end() };
}

/** A leaf with what each of its people needs for a receipt. */
export interface MadeLeaf extends Leaf {
  readonly parts: readonly { readonly salt: Buffer; readonly record: UseRecord }[];
}

export function makeLeaf(people = 1, time = new Date('2026-11-23T10:00:00.000Z')): MadeLeaf {
  const parts = Array.from({ length: people }, (_, at) => ({
    salt: randomBytes(32),
    record: {
      purpose: 'support',
      clause: 'U.support',
      categories: ['contact', 'name'],
      role: at === 0 ? 'agent' : 'supervisor',
      policy: 'ab'.repeat(32),
      time: time.toISOString(),
      operation: 'case.read',
    },
  }));
  const records = parts.map(() => ({
    person_id: randomUUID(),
    id: uuidv7(time),
    at: time,
    // As long as a real box with salt and record is.
    sealed: randomBytes(330),
  }));
  return {
    id: uuidv7(new Date()),
    entry: entryOf(parts.map(({ salt, record }) => commitment(salt, record))),
    records,
    parts,
  };
}

function uuidv7(time: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(time.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The root over leaf hashes, word for word as RFC 6962 defines it: slow, and so simple that it can be trusted. */
export function plainRoot(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return emptyRoot();
  if (hashes.length === 1) return only;
  let middle = 1;
  while (middle * 2 < hashes.length) middle *= 2;
  return nodeHash(plainRoot(hashes.slice(0, middle)), plainRoot(hashes.slice(middle)));
}

/** Waits until the condition holds; throws after the limit. */
export async function until(condition: () => boolean | Promise<boolean>, limit_ms = 10_000): Promise<void> {
  const end = Date.now() + limit_ms;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`did not come about within ${limit_ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
