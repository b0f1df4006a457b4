import { checkConsistency, LedgerReader } from '@axent/kernel/ledger';
import type pg from 'pg';
import { Edge } from '../../kernel/ledger/edge.ts';
import { parseBundle, tile_width } from '../../kernel/ledger/tile.ts';
import type { Findings } from './findings.ts';

/** A signed head that the log has shown. */
export interface ShownHead {
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

const id_bytes = 16;
const drain_longest_ms = 20_000;

/** The head that anybody can fetch; null before there is one. */
export async function fetchHead(base: string): Promise<ShownHead | null> {
  const answer = await fetch(`${base}/ledger/checkpoint`);
  const [, size, root] = (await answer.text()).split('\n');
  return answer.ok && root !== undefined ? { size: Number(size), root } : null;
}

/**
 * Every record has its leaf, in the tree or waiting for it, exactly once; what waits gets in; the whole tree fits its
 * head; and the log still holds what it showed before the crash. Answers the leaves in the tree.
 */
export async function checkLedger(
  database: pg.Pool,
  vkey: string,
  shown: ShownHead | null,
  { lost, inconsistent }: Findings,
  drain_ms = drain_longest_ms,
): Promise<number> {
  const { missing, twice } = await checkLeaves(database);
  if (missing > 0) lost.push(`${missing} records have no leaf`);
  if (twice > 0) inconsistent.push(`${twice} leaves stand twice`);
  if (!(await drained(database, drain_ms))) inconsistent.push('leaves wait and do not get into the tree');
  const reader = new LedgerReader((text, values) => database.query(text, values));
  const { ok, size, problems } = await checkConsistency(reader, vkey);
  if (!ok) inconsistent.push(...problems.map((problem) => `ledger: ${problem}`));
  if (shown !== null && (await rootAt(database, shown.size)) !== shown.root) {
    lost.push(`the log does not hold the head of ${shown.size} leaves that it showed before the crash`);
  }
  return size;
}

async function checkLeaves(database: pg.Pool): Promise<{ readonly missing: number; readonly twice: number }> {
  const client = await database.connect();
  try {
    // One moment: a leaf that moves into the tree must not be seen in both places, or in neither.
    await client.query('begin isolation level repeatable read read only');
    const held = await client.query<{ ids: Buffer }>(
      `select ids from kernel.entry_bundle union all select ids from kernel.leaf_group
       union all select uuid_send(id) from kernel.leaf_pending`,
    );
    const records = await client.query<{ id: Buffer }>('select uuid_send(leaf_id) as id from kernel.record');
    await client.query('commit');
    const leaves = new Set<string>();
    let count = 0;
    for (const { ids } of held.rows) {
      for (let at = 0; at < ids.length; at += id_bytes) leaves.add(ids.toString('hex', at, at + id_bytes));
      count += ids.length / id_bytes;
    }
    const missing = records.rows.filter(({ id }) => !leaves.has(id.toString('hex'))).length;
    return { missing, twice: count - leaves.size };
  } finally {
    client.release();
  }
}

/** Waits until no leaf waits for the tree. False: some still do. */
async function drained(database: pg.Pool, drain_ms: number): Promise<boolean> {
  for (const end = Date.now() + drain_ms; Date.now() < end; ) {
    const { rows } = await database.query<{ none: boolean }>(
      `select not exists (select from kernel.leaf_pending) and not exists (select from kernel.leaf_group) as none`,
    );
    if (rows[0]?.none === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** Root hash of the log's first `size` entries; null when it has fewer. */
async function rootAt(database: pg.Pool, size: number): Promise<string | null> {
  const { rows } = await database.query<{ entries: Buffer }>(
    'select entries from kernel.entry_bundle where index * $2 < $1 order by index',
    [size, tile_width],
  );
  const entries = rows.flatMap((row) => parseBundle(row.entries)).slice(0, size);
  if (entries.length < size) return null;
  const edge = new Edge(0, []);
  for (const entry of entries) edge.append(Buffer.from(entry));
  return edge.root().toString('base64');
}
