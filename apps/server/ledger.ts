import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  beginNextLog,
  formerLogs,
  type KnownHead,
  type LogKey,
  openLogKey,
  originAfter,
  parseHead,
  readHead,
  standingOf,
  writeHead,
} from '@axent/kernel/ledger';
import pg from 'pg';
import { besideKeys } from './keys.ts';
import type { Settings } from './settings.ts';

/** The log must never fork: a database that is older than the newest head that was published does not go on with it. */

type Client = Pick<pg.ClientBase, 'query'>;

/** The key of the log that goes on in this database, under its present name. */
export async function currentLogKey(settings: Settings, client: Client): Promise<LogKey> {
  const former = await formerLogs(client);
  return openLogKey(settings.data_folder, originAfter(settings.ledger_origin, former.length));
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
export async function keyToGoOn(settings: Settings, url: string): Promise<LogKey> {
  return await withOwner(url, async (client) => {
    const key = await currentLogKey(settings, client);
    await refuseFork(settings, client, key.origin);
    return key;
  });
}

/** @throws an Error that says what to do, when this database is older than the newest head that was published. */
async function refuseFork(settings: Settings, client: Client, origin: string): Promise<void> {
  const known = readHead(besideKeys(settings.key_store_file).head);
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

export function keepHead(settings: Settings, { note }: NextLog): void {
  if (note !== null) writeHead(besideKeys(settings.key_store_file).head, note);
}

/** Ends the log where it was known to be and begins the next one with what this database has of it. */
export async function beginLog(
  settings: Settings,
  client: pg.Client,
  known: KnownHead | null,
  now: Date,
): Promise<NextLog> {
  const former = await formerLogs(client);
  const head = await headOf(client);
  const origin = originAfter(settings.ledger_origin, former.length);
  const newest = known !== null && known.origin === origin ? known : head;
  const hasKey = existsSync(join(settings.data_folder, 'ledger.key'));
  const vkey = hasKey ? openLogKey(settings.data_folder, origin).vkey : null;
  const key = openLogKey(settings.data_folder, originAfter(settings.ledger_origin, former.length + 1));
  const kept = await beginNextLog(
    client,
    { origin, vkey, size: newest?.size ?? 0, note: newest?.note ?? null, ended_at: now },
    key,
  );
  const after = await client.query<{ note: string }>('select note from kernel.checkpoint');
  return { key, former: origin, kept, had: newest?.size ?? kept, note: after.rows[0]?.note ?? null };
}
