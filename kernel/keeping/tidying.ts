import type { PoolClient } from 'pg';
import { noteDeletion } from './deletions.ts';
import { ownRules } from './rules.ts';

const day_ms = 86_400_000;
/** What no carrier took in so long is not kept: the channel may have none any more. */
const messages_days = 7;

/** Drops what has served its time in the kernel's own tables, and writes down how much. */
export async function tidy(client: PoolClient, now: Date): Promise<void> {
  const dropOld = async (kind: string, table: string, days: number, condition: string) => {
    const before = new Date(now.getTime() - days * day_ms);
    const { rowCount } = await client.query(`delete from ${table} where ${condition}`, [before]);
    await noteDeletion(client, kind, rowCount ?? 0, days, now);
  };
  const drop = (kind: Exclude<keyof typeof ownRules, 'withheld' | 'account'>, condition: string) =>
    dropOld(kind, ownRules[kind].table, ownRules[kind].days, condition);
  await drop('idempotency', 'at < $1');
  await drop('session', 'least(ends_at, ended_at, seen_at + idle) < $1');
  await drop('use_count', 'day < $1::date');
  await drop('message_count', 'day < $1::date');
  await dropOld('message', 'kernel.message', messages_days, 'queued_at < $1');
  await drop('erasure', 'erased_at < $1');
  await drop('deletion', 'day < $1::date');
}
