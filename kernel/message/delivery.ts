import type { PoolClient } from 'pg';
import { mayCarry, noteCarried } from '../gate/carrying.ts';
import { noteDeletion } from '../keeping/deletions.ts';
import type { Carried } from '../operation/use.ts';
import { Shredded, type Vault } from '../vault/vault.ts';
import { ownerAt } from './queue.ts';

/** Carries a message to one person. Rejects when the carrier did not take it. */
export type Carrier = (message: Carried) => Promise<void>;

interface Row {
  readonly id: string;
  readonly person_id: string | null;
  readonly sealed: Buffer;
  readonly queued_at: Date;
  readonly attempts: number;
}

const batch = 20;
/** A code is useless after ten minutes; trying longer than a day helps nobody. */
const day_ms = 86_400_000;
const give_up_ms = day_ms;
/** Longer than a carrier may take. Whoever takes a message has it for so long; then it is anybody's again. */
const lease_ms = 120_000;
const first_retry_ms = 2_000;
const longest_retry_ms = 600_000;

/**
 * Delivers what is due, once. Answers how many messages went out and how many wait for another try. No transaction
 * is open while a carrier works: a slow one costs time, never a second mail.
 * @param outside the carrier's name in the settings, where it is a third party: without terms in date nothing leaves, and
 *   messages wait. Null: it is this machine, or the operator's own.
 */
export async function deliverDue(
  client: PoolClient,
  vault: Vault,
  carrier: Carrier,
  clock: () => number,
  outside: string | null = null,
): Promise<{ readonly sent: number; readonly waiting: number }> {
  let sent = 0;
  let waiting = 0;
  for (let taken = 0; taken < batch; taken++) {
    const row = await take(client, clock());
    if (row === undefined) break;
    const refusal = outside === null ? null : await mayCarry(client, outside, new Date(clock()));
    const failure = refusal ?? (await attempt(row, vault, carrier));
    if (failure === null) {
      sent += 1;
      if (outside !== null) await noteCarried(client, outside, row.person_id, new Date(clock()));
      await client.query('delete from kernel.message where id = $1', [row.id]);
    } else {
      waiting += 1;
      await postpone(client, row, failure, clock());
    }
  }
  return { sent, waiting };
}

/** The message that is due longest, for this process alone until its lease ends. */
async function take(client: PoolClient, now: number): Promise<Row | undefined> {
  const { rows } = await client.query<Row>(
    `update kernel.message set next_at = $2 where id = (
       select id from kernel.message where next_at <= $1 order by next_at limit 1 for update skip locked)
     returning id, person_id, sealed, queued_at, attempts`,
    [new Date(now), new Date(now + lease_ms)],
  );
  return rows[0];
}

/** Null when delivered, or when its key is gone and nobody can read it any more. */
async function attempt(row: Row, vault: Vault, carrier: Carrier): Promise<string | null> {
  const owner = row.person_id ?? ownerAt(timeOf(row.id));
  try {
    const content = await vault.open(row.sealed, { owner, table: 'kernel.message', row: row.id });
    await carrier(content as Carried);
    return null;
  } catch (error) {
    if (error instanceof Shredded) return null;
    // The carrier's own words may hold the address; its code never does.
    return (error as { code?: string }).code ?? (error as Error).name;
  }
}

async function postpone(client: PoolClient, row: Row, failure: string, now: number): Promise<void> {
  if (now - row.queued_at.getTime() > give_up_ms) {
    await client.query('delete from kernel.message where id = $1', [row.id]);
    await noteDeletion(client, 'message', 1, give_up_ms / day_ms, new Date(now));
    return;
  }
  const wait_ms = Math.min(longest_retry_ms, first_retry_ms * 2 ** Math.min(row.attempts, 10));
  await client.query(
    'update kernel.message set attempts = attempts + 1, next_at = $2, last_error = $3 where id = $1',
    [row.id, new Date(now + wait_ms), failure],
  );
}

/** The Unix time in a UUIDv7, in milliseconds. */
function timeOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
