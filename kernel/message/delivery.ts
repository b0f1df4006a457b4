import type { PoolClient } from 'pg';
import type { Carried } from '../operation/use.ts';
import { Shredded, type Vault } from '../vault/vault.ts';
import type { Channel } from './carrier.ts';
import type { Carriers } from './carriers.ts';
import { type Lease, release_text } from './lease.ts';
import { type Fate, note } from './notes.ts';
import { ownerAt } from './queue.ts';
import { quietUntil } from './quiet.ts';
import { recipientHash, undelivered } from './receipts.ts';

export interface DeliveryParts {
  readonly asKernel: <R>(work: (client: PoolClient) => Promise<R>) => Promise<R>;
  readonly vault: Vault;
  readonly carriers: Carriers;
  readonly lease: Lease;
  readonly clock: () => number;
  readonly timeZone: string;
  readonly keyedHash: (label: string, value: string) => Buffer;
}

interface Row {
  readonly id: string;
  readonly person_id: string | null;
  readonly sealed: Buffer;
  readonly queued_at: Date;
  readonly attempts: number;
}

/** Taken, carried beside each other and noted together: what a killed server may repeat is never more than this. */
const batch = 200;
const rounds_at_most = 50;
/** Longer than a carrier may take. Whoever takes a message has it for so long, if its server lives. */
const lease_ms = 120_000;
/** Trying for longer than a day helps nobody. */
const give_up_ms = 86_400_000;
const first_retry_ms = 2_000;
const longest_retry_ms = 600_000;

/**
 * Delivers what is due on a channel. Answers how many messages went out and how many wait for another try. No
 * transaction is open while a carrier works: a slow one costs time, never a second message.
 */
export async function deliverDue(
  parts: DeliveryParts,
  channel: Channel,
): Promise<{ readonly sent: number; readonly waiting: number }> {
  let sent = 0;
  let waiting = 0;
  for (let round = 0; round < rounds_at_most; round++) {
    const rows = await take(parts, channel);
    const fates = await Promise.all(rows.map((row) => attempt(parts, channel, row)));
    if (rows.length > 0) await note(parts, fates, parts.carriers.takeTallies());
    sent += fates.filter(({ kind }) => kind === 'sent').length;
    waiting += fates.filter(({ kind }) => kind === 'later').length;
    if (rows.length < batch) break;
  }
  return { sent, waiting };
}

/** The messages that are due longest, for this server alone until its lease ends. */
async function take({ asKernel, lease, clock }: DeliveryParts, channel: Channel): Promise<Row[]> {
  const holder = await lease.number();
  const now = clock();
  return await asKernel(async (client) => {
    await client.query(release_text, [new Date(now)]);
    const { rows } = await client.query<Row>({
      name: 'take messages',
      text: `with due as (
         select id from kernel.message where channel = $1 and next_at <= $2
         order by next_at limit $5 for update skip locked)
       update kernel.message m set next_at = $3, held_by = $4 from due where m.id = due.id
       returning m.id, m.person_id, m.sealed, m.queued_at, m.attempts`,
      values: [channel, new Date(now), new Date(now + lease_ms), holder, batch],
    });
    return rows;
  });
}

async function attempt(parts: DeliveryParts, channel: Channel, row: Row): Promise<Fate> {
  const { id } = row;
  const content = await open(parts, row);
  // Its key is gone: nobody can read it any more.
  if (content === null) return { kind: 'dropped', id };
  const now = parts.clock();
  if (content.until !== undefined && now >= content.until) return { kind: 'dropped', id };
  const quiet_until = content.quiet ? quietUntil(content.quiet, now, parts.timeZone) : now;
  if (quiet_until > now) return { kind: 'held', id, at: quiet_until };
  const recipient = recipientHash(parts.keyedHash, channel, content.to);
  const avoid = channel === 'sms' ? await undelivered(parts, recipient) : none;
  const carried = await parts.carriers.carry(channel, { ...content, id }, avoid);
  if (carried.done)
    return { kind: 'sent', id, carrier: carried.carrier, reference: carried.reference, recipient };
  if (carried.gone) return { kind: 'gone', id, person: row.person_id, address: content.address ?? null };
  if (parts.clock() - row.queued_at.getTime() > give_up_ms) return { kind: 'dropped', id };
  const usual_ms = Math.min(longest_retry_ms, first_retry_ms * 2 ** Math.min(row.attempts, 10));
  // Nobody was asked, or the carrier only wants a moment: that is no try.
  const tried = carried.again_in_ms === 0;
  const at = parts.clock() + (tried ? usual_ms : carried.again_in_ms);
  return { kind: 'later', id, at, error: carried.code, tried };
}

const none: ReadonlySet<string> = new Set();

async function open({ vault }: DeliveryParts, row: Row): Promise<Carried | null> {
  const owner = row.person_id ?? ownerAt(timeOf(row.id));
  try {
    return (await vault.open(row.sealed, { owner, table: 'kernel.message', row: row.id })) as Carried;
  } catch (error) {
    if (error instanceof Shredded) return null;
    throw error;
  }
}

/** The Unix time in a UUIDv7, in milliseconds. */
function timeOf(id: string): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}
