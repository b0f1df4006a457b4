import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface Listener {
  readonly onShredded: (told: (owner: string | null) => void) => void;
  readonly hears: () => boolean;
  readonly close: () => Promise<void>;
}

const channel = 'axent_shredded';
/** A line that broke without a word is noticed after about this long; a key is cached for a minute at most. */
const ask_every_ms = 5_000;
const answer_ms = 5_000;
const retry_ms = 500;

/** Keeps one session with the key server, which says at once what another server shredded. */
export function listenForShreddings(url: string, onError: (error: Error) => void): Listener {
  const told: ((owner: string | null) => void)[] = [];
  const tell = (owner: string | null): void => {
    for (const one of told) one(owner);
  };
  const closing = new AbortController();
  let hears = false;

  const session = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'axent keys listener',
      connectionTimeoutMillis: answer_ms,
      query_timeout: answer_ms,
      keepAlive: true,
    });
    const broken = new Promise<never>((_, reject) => {
      client.on('error', reject);
      client.on('end', () => reject(new Error('The key server ended the session.')));
    });
    broken.catch(() => undefined);
    client.on('notification', ({ payload }) => tell(payload ?? null));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      // What happened while nobody listened is not known.
      tell(null);
      hears = true;
      while (!closing.signal.aborted) {
        await Promise.race([broken, sleep(ask_every_ms, undefined, { signal: closing.signal })]);
        await client.query('select 1');
      }
    } finally {
      hears = false;
      tell(null);
      await client.end().catch(() => undefined);
    }
  };
  const running = (async () => {
    while (!closing.signal.aborted) {
      await session().catch((error: Error) => {
        if (!closing.signal.aborted) onError(error);
      });
      await sleep(retry_ms, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  })();
  return {
    onShredded: (one) => told.push(one),
    hears: () => hears,
    close: async () => {
      closing.abort();
      await running;
    },
  };
}
