import type { ColumnFact, CompiledPolicy, DecisionTable, Difference } from '@axent/policy/compile';
import { compilePublished, difference, parseComment, sinceOf, wantedGrants } from '@axent/policy/compile';
import type { PolicyShape } from '@axent/policy/shape';
import type pg from 'pg';
import { columnFacts, grantChanges } from '../database/grants.ts';
import { buildGate } from './gate.ts';
import type { PublishedPolicy } from './published.ts';

/** Many times what the longest operation takes. */
const lock_ms = 5_000;

interface VersionRow {
  readonly sequence: number;
  readonly revision: string;
  readonly hash: string;
  readonly policy: string;
  readonly notices: string;
  readonly published_at: Date;
}

/** What a publication did. `unchanged`: this policy was in force already. `superseded`: another came in between. */
export interface Publication {
  readonly sequence: number;
  readonly hash: string;
  readonly class: 'first' | Difference['class'] | 'unchanged' | 'superseded';
  readonly changes: number;
}

/**
 * Publishes a compiled policy: grants and hash switch in one transaction, under the lock that every operation
 * shares. Operations under way finish under the old version; the next ones see only the new.
 * @param by persons who published; empty for the first version, which comes with the installation.
 * @param base version that must still be in force; when another one is, nothing happens: `superseded`.
 */
export async function publish(
  owner: pg.Pool,
  prefix: string,
  compiled: CompiledPolicy,
  by: readonly string[],
  now: Date,
  base?: number,
): Promise<Publication> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await takeLock(client);
    const before = await newest(client);
    if (before !== null && base !== undefined && before.sequence !== base) {
      await client.query('rollback');
      return { sequence: before.sequence, hash: before.hash, class: 'superseded', changes: 0 };
    }
    const granted = await bringGrants(client, prefix, compiled.table);
    if (before?.hash === compiled.hash) {
      await client.query('commit');
      return { sequence: before.sequence, hash: before.hash, class: 'unchanged', changes: granted };
    }
    const sequence = (before?.sequence ?? 0) + 1;
    const changes = before === null ? null : difference(dataOf(before), compiled);
    const kind = changes === null ? 'first' : changes.class;
    await client.query(
      `insert into kernel.policy_version
         (sequence, revision, hash, policy, notices, class, changes, published_at, published_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        sequence,
        compiled.revision,
        compiled.hash,
        JSON.stringify(compiled.policy),
        JSON.stringify(compiled.notices),
        kind,
        JSON.stringify(changes?.changes ?? []),
        now,
        by,
      ],
    );
    await storeSince(client);
    await client.query(
      `insert into kernel.published (sequence, hash) values ($1, $2)
       on conflict (single) do update set sequence = excluded.sequence, hash = excluded.hash`,
      [sequence, compiled.hash],
    );
    await client.query('commit');
    return { sequence, hash: compiled.hash, class: kind, changes: granted };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Brings the grants in line with what is published: after migrations added tables, at every start. */
export async function reconcileGrants(owner: pg.Pool, prefix: string): Promise<number> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await takeLock(client);
    const before = await newest(client);
    if (before === null) throw new Error('No policy is published in this database.');
    const changes = await bringGrants(client, prefix, dataOf(before).table);
    await client.query('commit');
    return changes;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/**
 * The publication lock, exclusively. Operations that come meanwhile wait behind it: rather than that one stuck server
 * keeps everybody waiting, publication gives up with 55P03 and is tried again.
 */
async function takeLock(client: pg.PoolClient): Promise<void> {
  await client.query(`set local lock_timeout = ${lock_ms}`);
  await client.query('select pg_advisory_xact_lock(4213, 1)');
  await client.query('set local lock_timeout = 0');
}

/**
 * What the policy in force does not know (a table that another release brought, before or after its time) is granted
 * to nobody. A slip of the pen in a comment is found by the tests, which compile the comments strictly.
 */
function withoutUnknown(fact: ColumnFact, { storage, purposes }: DecisionTable): ColumnFact {
  const isUnknown = (comment: string | null): boolean => {
    if (comment === null) return false;
    const { category, read = [], write = [], erase = [] } = parseComment(comment, fact.table);
    const stranger =
      category !== undefined && !(category in storage) && category !== 'none' && category !== 'key';
    return stranger || [...read, ...write, ...erase].some((purpose) => !(purpose in purposes));
  };
  const unknown = isUnknown(fact.comment) || isUnknown(fact.table_comment);
  return unknown ? { ...fact, comment: null, table_comment: null } : fact;
}

async function bringGrants(client: pg.ClientBase, prefix: string, table: DecisionTable): Promise<number> {
  const facts = (await columnFacts(client)).map((fact) => withoutUnknown(fact, table));
  const lines = await grantChanges(client, prefix, wantedGrants(table, facts));
  for (const line of lines) await client.query(line);
  return lines.length;
}

/** Writes down, for row policies, since which version each cell has stood. */
async function storeSince(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ sequence: number; policy: string }>(
    'select sequence, policy from kernel.policy_version',
  );
  const since = sinceOf(
    rows.map(({ sequence, policy }) => ({ sequence, policy: JSON.parse(policy) as PolicyShape })),
  );
  await client.query('delete from kernel.cell_since');
  await client.query(
    'insert into kernel.cell_since (cell, sequence) select * from unnest($1::text[], $2::integer[])',
    [Object.keys(since), Object.values(since)],
  );
}

async function newest(client: pg.ClientBase): Promise<VersionRow | null> {
  const { rows } = await client.query<VersionRow>(
    `select v.sequence, v.revision, v.hash, v.policy, v.notices, v.published_at
     from kernel.policy_version v join kernel.published p using (sequence)`,
  );
  return rows[0] ?? null;
}

function dataOf(row: VersionRow): CompiledPolicy {
  return compilePublished(
    JSON.parse(row.policy) as PolicyShape,
    JSON.parse(row.notices) as CompiledPolicy['notices'],
  );
}

/** Loads a version, frozen as it was published, with its gate. Null when there is none of that number. */
export async function loadVersion(client: pg.ClientBase, sequence: number): Promise<PublishedPolicy | null> {
  const { rows } = await client.query<VersionRow>(
    `select sequence, revision, hash, policy, notices, published_at
     from kernel.policy_version where sequence <= $1 order by sequence desc`,
    [sequence],
  );
  const row = rows[0];
  if (row === undefined || row.sequence !== sequence) return null;
  const compiled = dataOf(row);
  const history = rows.map((one) => ({
    sequence: one.sequence,
    policy: JSON.parse(one.policy) as PolicyShape,
  }));
  const gate = buildGate({
    sequence,
    hash: row.hash,
    table: compiled.table,
    policy: compiled.policy,
    since: sinceOf(history),
  });
  return { sequence, revision: row.revision, hash: row.hash, published_at: row.published_at, compiled, gate };
}
