import type { PoolClient } from 'pg';
import { noteDeletion } from './deletions.ts';
import { ownRules } from './rules.ts';

const day_ms = 86_400_000;

/** Drops what has served its time in the kernel's own tables, and writes down how much. */
export async function tidy(client: PoolClient, now: Date): Promise<void> {
  const drop = async (kind: 'idempotency' | 'session' | 'use_count' | 'deletion', condition: string) => {
    const { table, days } = ownRules[kind];
    const before = new Date(now.getTime() - days * day_ms);
    const { rowCount } = await client.query(`delete from ${table} where ${condition}`, [before]);
    await noteDeletion(client, kind, rowCount ?? 0, days, now);
  };
  await drop('idempotency', 'at < $1');
  await drop('session', 'least(ends_at, ended_at, seen_at + idle) < $1');
  await drop('use_count', 'day < $1::date');
  await drop('deletion', 'day < $1::date');
}
