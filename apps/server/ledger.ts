import {
  beginNextLog,
  formerLogs,
  type KnownHead,
  type LogKey,
  originAfter,
  parseHead,
  standingOf,
} from '@axent/kernel/ledger';
import pg from 'pg';
import { type Keys, ledgerKey, ledgerPem } from './keys.ts';
import type { Settings } from './settings.ts';

/** The log must never fork: a database that is older than the newest head that was published does not go on with it. */

type Client = Pick<pg.ClientBase, 'query'>;

/** The key of the log that goes on in this database, under its present name. */
export async function currentLogKey(
  settings: Settings,
  client: Client,
  { store, head }: Pick<Keys, 'store' | 'head'>,
): Promise<LogKey> {
  const { first, former } = await names(settings, client, await head.read());
  return await ledgerKey(settings, store, originAfter(first, former));
}

/** What the first log was called, and how many have ended: a log keeps its name when the address of the app changes. */
async function names(
  settings: Settings,
  client: Client,
  known: KnownHead | null,
): Promise<{ first: string; former: number }> {
  const former = await formerLogs(client);
  const begun = former[0] ?? (await headOf(client)) ?? known;
  const first = settings.ledger_origin ?? begun?.origin ?? `${new URL(settings.public_url).host}/ledger`;
  return { first, former: former.length };
}

export async function withOwner<R>(url: string, work: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The key for going on, once it is sure that this database may. */
export async function keyToGoOn(
  settings: Settings,
  url: string,
  keys: Pick<Keys, 'store' | 'head'>,
): Promise<LogKey> {
  return await withOwner(url, async (client) => {
    const key = await currentLogKey(settings, client, keys);
    await refuseOther(client, key.origin);
    await refuseFork(await keys.head.read(), client, key.origin);
    return key;
  });
}

/** Receipts name the log that they are of, and each of several servers may have to go on with it. */
async function refuseOther(client: Client, origin: string): Promise<void> {
  const head = await headOf(client);
  if (head === null || head.origin === origin) return;
  throw new Error(
    `The ledger of this database is called ${head.origin}, and by these settings it would be ${origin}. Set ` +
      'LEDGER_ORIGIN as it was, the same for every server.',
  );
}

/** @throws an Error that says what to do, when this database is older than the newest head that was published. */
async function refuseFork(known: KnownHead | null, client: Client, origin: string): Promise<void> {
  const head = await headOf(client);
  if (standingOf(head, known, origin) === 'goes_on') return;
  throw new Error(forkWords(head?.size ?? 0, known?.size ?? 0, origin));
}

/** Null where the log has not begun; a fresh database does not even have its table. */
async function headOf(client: Client): Promise<KnownHead | null> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('kernel.checkpoint') is not null as there`,
  );
  if (there.rows[0]?.there !== true) return null;
  const { rows } = await client.query<{ note: string }>('select note from kernel.checkpoint');
  return rows[0] === undefined ? null : parseHead(rows[0].note);
}

const forkWords = (size: number, known: number, origin: string): string =>
  `The ledger of this database has ${size} entries, and a head over ${known} was published as ${origin}. Going on from ` +
  'here would contradict what people hold receipts of. Bring the newer database, or let a new log begin with these ' +
  'entries: npm run restore -- --new-log (docs/operating.md, "The ledger after a restore").';

export interface NextLog {
  readonly key: LogKey;
  readonly former: string;
  /** Entries that the new log has from the beginning, and those that the former had. */
  readonly kept: number;
  readonly had: number;
  /** Its first head, to be kept beside the keys once the database has it: see `keepHead`. */
  readonly note: string | null;
}

export async function keepHead(head: Keys['head'], { note }: NextLog): Promise<void> {
  const first = note === null ? null : parseHead(note);
  if (first !== null) await head.write(first);
}

/** Ends the log where it was known to be and begins the next one with what this database has of it. */
export async function beginLog(
  settings: Settings,
  client: pg.Client,
  store: Keys['store'],
  known: KnownHead | null,
  now: Date,
): Promise<NextLog> {
  const { first, former } = await names(settings, client, known);
  const head = await headOf(client);
  const origin = originAfter(first, former);
  const newest = known !== null && known.origin === origin ? known : head;
  const had = await ledgerPem(settings, store);
  const vkey = had === null ? null : (await ledgerKey(settings, store, origin)).vkey;
  const key = await ledgerKey(settings, store, originAfter(first, former + 1));
  const kept = await beginNextLog(
    client,
    { origin, vkey, size: newest?.size ?? 0, note: newest?.note ?? null, ended_at: now },
    key,
  );
  const after = await client.query<{ note: string }>('select note from kernel.checkpoint');
  return { key, former: origin, kept, had: newest?.size ?? kept, note: after.rows[0]?.note ?? null };
}
