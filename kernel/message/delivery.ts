import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { mayCarry } from '../gate/carrying.ts';
import type { Carried } from '../operation/use.ts';
import type { PersonId } from '../vault/identifier.ts';
import { Shredded, type Vault } from '../vault/vault.ts';
import { type Channel, failureOf } from './carrier.ts';
import type { Carriers } from './carriers.ts';
import { type Lease, release_text } from './lease.ts';
import { type Fate, give_up_days, note } from './notes.ts';
import { ownerOf } from './queue.ts';
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
  /** See `Feature.reached`. */
  readonly reached: (people: readonly PersonId[]) => Promise<ReadonlySet<string>>;
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
/** Taken longer ago than this it is held anew: with what carriers may take, well below the lease. */
const fresh_ms = 20_000;
const give_up_ms = give_up_days * 86_400_000;
const first_retry_ms = 2_000;
const longest_retry_ms = 600_000;
/** Half a minute in all. */
const note_tries = 6;
const note_again_ms = 500;

/**
 * Delivers what is due on a channel. Answers how many messages went out and how many wait for another try. No
 * transaction is open while a carrier works: a slow one costs time, never a second message. A carrier that is a third
 * party gets nothing unless its terms stand: its messages go by another, or wait.
 */
export async function deliverDue(
  parts: DeliveryParts,
  channel: Channel,
): Promise<{ readonly sent: number; readonly waiting: number }> {
  let sent = 0;
  let waiting = 0;
  await parts.asKernel((client) => client.query(release_text, [new Date(parts.clock())]));
  let taken = await take(parts, channel);
  for (let round = 1; taken.rows.length > 0; round++) {
    // The next ones are taken while these are carried, and carried only once these are noted.
    const goes_on = taken.rows.length === batch && round < rounds_at_most;
    const next = goes_on ? take(parts, channel) : Promise.resolve(nothing_taken);
    next.catch(() => undefined);
    const fates = await carryAll(parts, channel, await stillHeld(parts, taken));
    await noteSurely(parts, fates, taken.holder);
    sent += fates.filter(({ kind }) => kind === 'sent').length;
    waiting += fates.filter(({ kind }) => kind === 'later').length;
    taken = await next;
  }
  return { sent, waiting };
}

interface Taken {
  readonly holder: number;
  /** By the time that only goes forward. */
  readonly at: number;
  readonly rows: readonly Row[];
}

const nothing_taken: Taken = { holder: 0, at: 0, rows: [] };

/**
 * What waited behind a slow batch is held anew before it is carried, and what may be another's by now is left alone:
 * carrying takes its own time, and all of it must lie within the lease.
 */
async function stillHeld(
  { asKernel, lease }: DeliveryParts,
  { holder, at, rows }: Taken,
): Promise<readonly Row[]> {
  if (!lease.holds(holder)) return [];
  if (performance.now() - at < fresh_ms) return rows;
  const { rows: held } = await asKernel((client) =>
    client.query<{ id: string }>(
      `update kernel.message set held_until = clock_timestamp() + make_interval(secs => $3)
       where id = any($1::uuid[]) and held_by = $2 and held_until > clock_timestamp() returning id`,
      [rows.map(({ id }) => id), holder, lease_ms / 1000],
    ),
  );
  const ids = new Set(held.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}

/** What has gone is noted, also where the database is away for a moment: else it would go again. */
async function noteSurely(parts: DeliveryParts, fates: readonly Fate[], holder: number): Promise<void> {
  const tallies = parts.carriers.takeTallies();
  for (let tries = 1; ; tries++) {
    try {
      return await note(parts, fates, tallies, holder);
    } catch (error) {
      if (tries === note_tries) throw error;
      await sleep(note_again_ms * 2 ** tries);
    }
  }
}

/** The messages that are due longest, for this server alone until its lease ends. */
async function take({ asKernel, lease, clock }: DeliveryParts, channel: Channel): Promise<Taken> {
  const holder = await lease.number();
  const now = clock();
  return await asKernel(async (client) => {
    const { rows } = await client.query<Row>({
      name: 'take messages',
      text: `with due as (
         select id from kernel.message where channel = $1 and next_at <= $2
           and (held_by is null or held_by = $4 or held_until < clock_timestamp())
         order by next_at limit $5 for update skip locked)
       update kernel.message m set next_at = $3, held_by = $4,
         held_until = clock_timestamp() + make_interval(secs => $6) from due where m.id = due.id
       returning m.id, m.person_id, m.sealed, m.queued_at, m.attempts`,
      values: [channel, new Date(now), new Date(now + lease_ms), holder, batch, lease_ms / 1000],
    });
    return { holder, at: performance.now(), rows };
  });
}

/** Every row ends in a fate: one that cannot be dealt with waits, and holds up no other. */
async function carryAll(parts: DeliveryParts, channel: Channel, rows: readonly Row[]): Promise<Fate[]> {
  // Where the key store is away, each row says so for itself.
  const owners = rows.map(({ id, person_id }) => person_id ?? ownerOf(id));
  await parts.vault.fetch('message', owners).catch(() => undefined);
  const opened = await Promise.all(rows.map((row) => open(parts, channel, row)));
  const refused = await refusals(parts, channel);
  const left = await leftSince(parts, channel, opened);
  const recipients = opened.flatMap((one) => ('content' in one ? [one.recipient] : []));
  const avoided = channel === 'sms' ? await undelivered(parts, recipients) : null;
  return await Promise.all(
    opened.map(async (one) => {
      if (!('content' in one)) return one;
      if (left(one)) return { kind: 'dropped', id: one.row.id, over: false };
      const avoid = avoided?.get(one.recipient.toString('hex')) ?? none;
      return await carry(parts, channel, one, avoid, refused).catch((error) =>
        later(parts, one.row, failureOf(error).code),
      );
    }),
  );
}

/**
 * Whether a message waited for somebody who is erased by now, or for a browser in which its person is not signed in any
 * more: it may be another's.
 */
async function leftSince(
  { asKernel, reached }: DeliveryParts,
  channel: Channel,
  opened: readonly (Opened | Fate)[],
): Promise<(one: Opened) => boolean> {
  const people = [
    ...new Set(
      opened.flatMap((one) => ('content' in one && one.row.person_id !== null ? [one.row.person_id] : [])),
    ),
  ] as PersonId[];
  if (people.length === 0) return () => false;
  const { rows } = await asKernel((client) =>
    client.query<{ id: string }>({
      name: 'erased among',
      text: 'select id from kernel.person where id = any($1::uuid[]) and erased_at is not null',
      values: [people],
    }),
  );
  const erased = new Set(rows.map(({ id }) => id));
  const browsers = channel === 'push' ? await reached(people) : none;
  return ({ row, content: { address } }) =>
    erased.has(row.person_id ?? '') || (address !== undefined && !browsers.has(address));
}

/** By name: the carriers of a channel through which nothing may leave now, and why. */
async function refusals(
  { asKernel, carriers, clock }: DeliveryParts,
  channel: Channel,
): Promise<ReadonlyMap<string, string>> {
  const thirds = carriers.all.flatMap(({ id, outside, ...one }) =>
    one.channel === channel && outside !== undefined ? [{ id, outside }] : [],
  );
  const refused = new Map<string, string>();
  if (thirds.length === 0) return refused;
  await asKernel(async (client) => {
    for (const { id, outside } of thirds) {
      const refusal = await mayCarry(client, outside, new Date(clock()));
      if (refusal !== null) refused.set(id, refusal);
    }
  });
  return refused;
}

interface Opened {
  readonly row: Row;
  readonly content: Carried;
  /** Keyed hash of whom it goes to. */
  readonly recipient: Buffer;
}

/** The message, or what becomes of it unread. */
async function open(parts: DeliveryParts, channel: Channel, row: Row): Promise<Opened | Fate> {
  const { id } = row;
  const owner = row.person_id ?? ownerOf(id);
  try {
    const content = (await parts.vault.open(row.sealed, {
      owner,
      table: 'kernel.message',
      row: id,
    })) as Carried;
    const now = parts.clock();
    if (content.until !== undefined && now >= content.until) return { kind: 'dropped', id, over: true };
    const quiet_until = content.quiet ? quietUntil(content.quiet, now, parts.timeZone) : now;
    if (quiet_until > now) return { kind: 'held', id, at: quiet_until };
    return { row, content, recipient: recipientHash(parts.keyedHash, channel, content.to) };
  } catch (error) {
    // Its key is gone: nobody can read it any more.
    if (error instanceof Shredded) return { kind: 'dropped', id, over: false };
    return later(parts, row, failureOf(error).code);
  }
}

async function carry(
  parts: DeliveryParts,
  channel: Channel,
  { row, content, recipient }: Opened,
  avoid: ReadonlySet<string>,
  refused: ReadonlyMap<string, string>,
): Promise<Fate> {
  const { id, person_id: person } = row;
  const carried = await parts.carriers.carry(channel, { ...content, id }, avoid, refused);
  if (carried.done) {
    const { carrier, outside, reference } = carried;
    return { kind: 'sent', id, person, carrier, outside, reference, recipient };
  }
  if (carried.end === 'gone') return { kind: 'gone', id, person, address: content.address ?? null };
  if (carried.end === 'refused') return { kind: 'refused', id };
  // Nobody was asked, or the carrier only wants a moment: that is no try.
  if (carried.again_in_ms > 0)
    return {
      kind: 'later',
      id,
      at: parts.clock() + carried.again_in_ms,
      error: carried.code,
      tried: false,
    };
  return later(parts, row, carried.code);
}

function later({ clock }: DeliveryParts, { id, queued_at, attempts }: Row, error: string): Fate {
  const now = clock();
  if (now - queued_at.getTime() > give_up_ms) return { kind: 'dropped', id, over: true };
  const wait_ms = Math.min(longest_retry_ms, first_retry_ms * 2 ** Math.min(attempts, 10));
  return { kind: 'later', id, at: now + wait_ms, error, tried: true };
}

const none: ReadonlySet<string> = new Set();
