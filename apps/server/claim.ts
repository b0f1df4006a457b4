import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Settings } from './settings.ts';

/** What this server says to the others of its database, in one session that lasts as long as it does. */
export interface Claim {
  /** Lets the next one start. */
  readonly started: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/** Servers start one after the other: the first makes what the others find. */
const starting = 'pg_advisory_lock(4217, 2)';
/** Held alone by a server whose keys are in a file of its own, and together by those that share theirs. */
const alone = 'pg_try_advisory_lock(4217, 1)';
const together = 'pg_try_advisory_lock_shared(4217, 1)';
/** A server that was killed a moment ago may still be ending. */
const tries = 20;
const try_ms = 250;
const start_ms = 120_000;
const ask_every_ms = 3_000;
/** A server that stands still for so long no longer counts. */
const silent_ms = 15_000;

/**
 * Takes its place among the servers of a database.
 * @throws an Error that says what to do, where another server has keys that this one does not share.
 */
export async function claimDatabase(settings: Settings): Promise<Claim> {
  const mine = settings.keys_database_url === null ? alone : together;
  const url = settings.database_url ?? '';
  let client = await connect(url);
  try {
    await client.query(`select ${starting}`);
    if (!(await take(client, mine))) throw new Error(refusal(settings));
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  const ending = new AbortController();
  const asking = (async () => {
    while (!ending.signal.aborted) {
      await sleep(ask_every_ms, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted) return;
      // While the database is away nobody serves; when it is back, this server takes its place again.
      await client.query('select 1').catch(async () => {
        await client.end().catch(() => undefined);
        const again = await connect(url).catch(() => null);
        if (again === null) return;
        client = again;
        if (!(await take(client, mine).catch(() => true))) throw new Error(refusal(settings));
      });
    }
  })();
  return {
    started: async () => {
      await client.query('select pg_advisory_unlock(4217, 2)');
    },
    release: async () => {
      ending.abort();
      await asking.catch(() => undefined);
      await client.end().catch(() => undefined);
    },
  };
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'axent server',
    connectionTimeoutMillis: 10_000,
    query_timeout: start_ms,
    keepAlive: true,
    options: `-c idle_session_timeout=${silent_ms}`,
  });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function take(client: pg.Client, lock: string): Promise<boolean> {
  for (let turn = 0; turn < tries; turn++) {
    const { rows } = await client.query<{ held: boolean }>(`select ${lock} as held`);
    if (rows[0]?.held === true) return true;
    await sleep(try_ms);
  }
  return false;
}

const refusal = ({ keys_database_url }: Settings): string =>
  keys_database_url === null
    ? 'Another server runs on this DATABASE_URL, and the keys of this one are in a file of its own (KEY_STORE_FILE). ' +
      'Stop the other one, or let both share their keys with KEYS_DATABASE_URL (docs/operating.md, "Two servers").'
    : 'A server whose keys are in a file of its own runs on this DATABASE_URL. Stop it and move its keys: ' +
      'npm run keys -- move (docs/operating.md, "Two servers").';
