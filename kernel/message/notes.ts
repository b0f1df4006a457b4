import type { PoolClient } from 'pg';
import { noteCarried } from '../gate/carrying.ts';
import { noteDeletion } from '../keeping/deletions.ts';
import { uuidv7 } from '../vault/identifier.ts';
import type { Tally } from './carriers.ts';

/** What became of one message that was taken for delivering. */
export type Fate =
  | {
      readonly kind: 'sent';
      readonly id: string;
      readonly person: string | null;
      readonly carrier: string;
      /** The carrier's entry in the register of third parties; null: it is none. */
      readonly outside: string | null;
      readonly reference: string | null;
      /** Keyed hash of whom it went to. */
      readonly recipient: Buffer;
    }
  /** `over`: its time was over; else nobody can read it any more. */
  | { readonly kind: 'dropped'; readonly id: string; readonly over: boolean }
  | {
      readonly kind: 'gone';
      readonly id: string;
      readonly person: string | null;
      readonly address: string | null;
    }
  /** By every carrier that was asked, for good. */
  | { readonly kind: 'refused'; readonly id: string }
  | { readonly kind: 'held'; readonly id: string; readonly at: number }
  | {
      readonly kind: 'later';
      readonly id: string;
      readonly at: number;
      readonly error: string;
      readonly tried: boolean;
    };

interface NoteParts {
  readonly asKernel: <R>(work: (client: PoolClient) => Promise<R>) => Promise<R>;
  readonly clock: () => number;
}

/** Trying for longer than a day helps nobody. */
export const give_up_days = 1;

/** Raised when nobody is at an address any more; whoever keeps the address drops it. */
const gone_event = 'message.address_gone';

/** Notes a batch in one transaction: what went is gone, what failed waits, and each carrier's counts move on. */
export async function note(
  parts: NoteParts,
  fates: readonly Fate[],
  tallies: readonly Tally[],
  holder: number,
): Promise<void> {
  const now = new Date(parts.clock());
  const ended = fates.filter(({ kind }) => kind !== 'later' && kind !== 'held');
  const waiting = fates.filter((fate) => fate.kind === 'later' || fate.kind === 'held');
  await parts.asKernel(async (client) => {
    await client.query('begin');
    await client.query('delete from kernel.message where id = any($1::uuid[])', [ended.map(({ id }) => id)]);
    if (waiting.length > 0) await postpone(client, waiting, holder);
    await noteRefused(client, fates, now);
    const over = fates.filter((fate) => fate.kind === 'dropped' && fate.over);
    await noteDeletion(client, 'message', over.length, give_up_days, now);
    await tellCarried(client, fates, now);
    await awaitReceipts(client, fates, now);
    for (const fate of fates) if (fate.kind === 'gone') await tellGone(client, fate, now);
    for (const tally of tallies) await count(client, tally, now);
    await client.query('commit');
  });
}

/** For the persons to see: which third party carried something to them. In one order, whoever delivers beside us. */
async function tellCarried(client: PoolClient, fates: readonly Fate[], now: Date): Promise<void> {
  const carried = fates
    .flatMap((fate) =>
      fate.kind === 'sent' && fate.outside !== null ? [{ ...fate, outside: fate.outside }] : [],
    )
    .sort((one, other) => (`${one.outside}${one.person}` < `${other.outside}${other.person}` ? -1 : 1));
  for (const { outside, person } of carried) await noteCarried(client, outside, person, now);
}

/** So that whoever asked for it can be told. */
async function noteRefused(client: PoolClient, fates: readonly Fate[], now: Date): Promise<void> {
  const refused = fates.filter(({ kind }) => kind === 'refused').map(({ id }) => id);
  if (refused.length === 0) return;
  await client.query(
    `insert into kernel.message_refused (id, at) select id, $2 from unnest($1::uuid[]) as new (id)
     on conflict do nothing`,
    [refused, now],
  );
}

type Waiting = Extract<Fate, { kind: 'later' | 'held' }>;

/** What another has taken meanwhile is left to it. */
async function postpone(client: PoolClient, waiting: readonly Waiting[], holder: number): Promise<void> {
  await client.query(
    `update kernel.message m set next_at = w.at, held_by = null,
       attempts = m.attempts + w.tried, last_error = coalesce(w.error, m.last_error)
     from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::integer[]) as w (id, at, error, tried)
     where m.id = w.id and (m.held_by is null or m.held_by = $5)`,
    [
      waiting.map(({ id }) => id),
      waiting.map(({ at }) => new Date(at)),
      waiting.map((fate) => (fate.kind === 'later' ? fate.error : null)),
      waiting.map((fate) => (fate.kind === 'later' && fate.tried ? 1 : 0)),
      holder,
    ],
  );
}

async function awaitReceipts(client: PoolClient, fates: readonly Fate[], now: Date): Promise<void> {
  const awaited = fates.flatMap((fate) =>
    fate.kind === 'sent' && fate.reference !== null ? [{ ...fate, reference: fate.reference }] : [],
  );
  if (awaited.length === 0) return;
  await client.query(
    `insert into kernel.receipt_awaited (carrier, reference, recipient, at)
       select carrier, reference, recipient, $4 from unnest($1::text[], $2::text[], $3::bytea[])
         as new (carrier, reference, recipient)
     on conflict do nothing`,
    [
      awaited.map(({ carrier }) => carrier),
      awaited.map(({ reference }) => reference),
      awaited.map(({ recipient }) => recipient),
      now,
    ],
  );
}

async function tellGone(
  client: PoolClient,
  { person, address }: Extract<Fate, { kind: 'gone' }>,
  now: Date,
): Promise<void> {
  if (person === null || address === null) return;
  await client.query('insert into kernel.event (id, name, payload) values ($1, $2, $3)', [
    uuidv7(now.getTime()),
    gone_event,
    { person, address },
  ]);
}

async function count(client: PoolClient, tally: Tally, now: Date): Promise<void> {
  await client.query(
    `insert into kernel.carrier as c (id, channel, sent, failed, last_sent_at, failing_since, last_error, last_error_at)
       values ($1, $2, $3::bigint, $4::bigint, case when $3::bigint > 0 then $7::timestamptz end,
         case when not $5::boolean then $7::timestamptz end, $6::text,
         case when $6::text is not null then $7::timestamptz end)
     on conflict (id) do update set channel = excluded.channel, sent = c.sent + excluded.sent,
       failed = c.failed + excluded.failed, last_sent_at = coalesce(excluded.last_sent_at, c.last_sent_at),
       failing_since = case when $5::boolean then null else coalesce(c.failing_since, excluded.failing_since) end,
       last_error = coalesce(excluded.last_error, c.last_error),
       last_error_at = coalesce(excluded.last_error_at, c.last_error_at)`,
    [tally.id, tally.channel, tally.sent, tally.failed, tally.well, tally.last_error, now],
  );
}
