import type { PoolClient } from 'pg';

/** A repeated try comes within minutes; a day is generous. */
const keys_ms = 86_400_000;
/** Sessions that are over are kept for so long, for questions about a sign-in. */
const sessions_ms = 30 * 86_400_000;

/** What no carrier took in so long is not kept: the channel may have none any more. */
const messages_ms = 7 * 86_400_000;
/** Only today's count. */
const counts_ms = 2 * 86_400_000;

/** Drops what has served its time: idempotency keys, sessions that are over, messages that never left. */
export async function tidy(client: PoolClient, now: Date): Promise<void> {
  const before = (age_ms: number) => new Date(now.getTime() - age_ms);
  await client.query('delete from kernel.idempotency where at < $1', [before(keys_ms)]);
  await client.query('delete from kernel.message where queued_at < $1', [before(messages_ms)]);
  await client.query('delete from kernel.message_count where day < $1', [before(counts_ms)]);
  await client.query('delete from kernel.session where least(ends_at, ended_at, seen_at + idle) < $1', [
    before(sessions_ms),
  ]);
}
