import { randomInt } from 'node:crypto';
import pg from 'pg';

/** The class of the advisory locks by which servers say that they live. */
const lock_class = 4215;
const highest_number = 2 ** 31 - 1;
/** Numbers are drawn from two thousand million: that each of so many is taken does not happen by chance. */
const draws = 10;
const ask_every_ms = 3_000;
/** A machine with much to do takes seconds to let a session in. */
const answer_ms = 15_000;

/**
 * Says that this server lives, to the others on its database: a session that holds an advisory lock under a number of
 * its own. What a server that was killed had taken is anybody's as soon as its session is gone, not minutes later.
 */
export class Lease {
  readonly #url: string;
  readonly #onError: (error: Error) => void;
  #client: pg.Client | null = null;
  #number = 0;
  #asking: NodeJS.Timeout | null = null;
  #opening: Promise<number> | null = null;
  #closed = false;

  constructor(url: string, onError: (error: Error) => void) {
    this.#url = url;
    this.#onError = onError;
  }

  /** The number under which this server takes messages. */
  async number(): Promise<number> {
    if (this.#client !== null) return this.#number;
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return await this.#opening;
  }

  async #open(): Promise<number> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'axent lease',
      connectionTimeoutMillis: answer_ms,
      query_timeout: answer_ms,
      keepAlive: true,
    });
    client.on('error', (error) => {
      this.#onError(error);
      this.#lose(client);
    });
    client.on('end', () => this.#lose(client));
    await client.connect();
    const number = await drawNumber(client);
    if (number === null || this.#closed) {
      await client.end();
      throw new Error(this.#closed ? 'This server is stopping.' : 'No number to deliver under is free.');
    }
    this.#number = number;
    this.#client = client;
    this.#ask(client);
    return number;
  }

  /** A session that is gone without a word holds no lock any more: it is asked now and then. */
  #ask(client: pg.Client): void {
    this.#asking = setTimeout(() => {
      client.query('select 1').then(
        () => {
          if (this.#client === client) this.#ask(client);
        },
        () => this.#lose(client),
      );
    }, ask_every_ms).unref();
  }

  #lose(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
  }

  /** Whether what was taken under this number is still this server's alone. */
  holds(number: number): boolean {
    return this.#client !== null && this.#number === number;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const client = this.#client;
    this.#client = null;
    if (this.#asking !== null) clearTimeout(this.#asking);
    await client?.end();
  }
}

/** Locks a number that no other session holds; null: none was free. */
async function drawNumber(client: pg.Client): Promise<number | null> {
  for (let draw = 1; draw <= draws; draw++) {
    const number = randomInt(1, highest_number);
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
      lock_class,
      number,
    ]);
    if (rows[0]?.held === true) return number;
  }
  return null;
}

/** Gives back what servers had taken that are gone; answers how many. */
export const release_text = `
update kernel.message m set next_at = $1, held_by = null
where m.held_by is not null and not exists (
  select 1 from pg_catalog.pg_locks l
  where l.locktype = 'advisory' and l.granted and l.classid = ${lock_class} and l.objsubid = 2
    and l.objid = m.held_by::oid
    and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = current_database()))`;
