import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { LedgerFailure } from './failure.ts';
import { type Integrated, LogEnd } from './integrate.ts';
import type { LogKey } from './key.ts';

export interface SequencerOptions {
  /** Connection string of a login that may change the ledger's tables. */
  readonly url: string;
  readonly key: LogKey;
  /** Leaves taken at once. */
  readonly batch_max?: number;
  /** Shortest time between two heads: a growing tile is written once per head. */
  readonly interval_ms?: number;
  /** How often to look for leaves when nobody wakes it, and for the lock when another holds it. */
  readonly poll_ms?: number;
  /** False: it waits for `start()`. */
  readonly starts?: boolean;
  readonly onIntegrated?: (added: Integrated) => void;
  readonly onError?: (error: Error) => void;
}

/**
 * `standby`: another session appends. `leading`: this one does. `lost`: no database. `halted`: the stored log is
 * corrupt, see the error; leaves go on being kept, but nothing is signed. `stopped`: ended as asked.
 */
export type SequencerState = 'standby' | 'leading' | 'lost' | 'halted' | 'stopped';

const defaults = {
  batch_max: 16_384,
  interval_ms: 100,
  poll_ms: 500,
  starts: true,
  onIntegrated: () => undefined,
  onError: () => undefined,
};
/** A machine with much to do takes seconds to let a session in, and nobody waits for this one. */
const connect_ms = 15_000;
/** A leader that says nothing for so long (its machine stands still or is gone) loses the lock to another server. */
const silent_ms = 10_000;
/** Taken leaves leave dead rows behind; after this many they are cleared rather than left to the next autovacuum. */
const vacuum_after = 250_000;
const lock = 'select pg_try_advisory_lock(4214, 1) as held';

/** Takes pending leaves into the tree. Any number may run; the session with the lock leads. */
export class Sequencer {
  readonly #options: Required<SequencerOptions>;
  readonly #stopping = new AbortController();
  #running: Promise<void> | null = null;
  #state: SequencerState = 'lost';
  #backlog = 0;
  #wake: () => void = () => undefined;
  #woken = false;
  #since_vacuum = 0;

  constructor(options: SequencerOptions) {
    this.#options = { ...defaults, ...options };
    if (this.#options.starts) this.start();
  }

  /** Begins, once the tables are there. A second call does nothing. */
  start(): void {
    this.#running ??= this.#run();
  }

  get state(): SequencerState {
    return this.#state;
  }

  /** Pending leaves that the last batch could not take, or all of them where another server appends; 0 while it keeps up. */
  get backlog(): number {
    return this.#backlog;
  }

  /** Says that there may be leaves now. */
  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Finishes the batch in hand and gives the lock back. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.wake();
    await this.#running;
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #run(): Promise<void> {
    while (!this.#stopped && this.#state !== 'halted') {
      const client = new pg.Client({
        connectionString: this.#options.url,
        application_name: 'axent ledger sequencer',
        connectionTimeoutMillis: connect_ms,
        query_timeout: 60_000,
        keepAlive: true,
        options: `-c idle_session_timeout=${silent_ms} -c idle_in_transaction_session_timeout=${silent_ms}`,
      });
      client.on('error', this.#options.onError);
      try {
        await client.connect();
        await this.#session(client);
      } catch (error) {
        const corrupt = error instanceof LedgerFailure && error.code === 'corrupt';
        this.#state = corrupt ? 'halted' : 'lost';
        this.#options.onError(error as Error);
      }
      await client.end().catch(() => undefined);
      if (this.#state === 'lost') await this.#pause(this.#options.poll_ms);
    }
    if (this.#state !== 'halted') this.#state = 'stopped';
  }

  /** Everything that one database session does: wait for the lock, then append until stopped. */
  async #session(client: pg.Client): Promise<void> {
    while (!this.#stopped) {
      const answer = await client.query<{ held: boolean }>(lock);
      if (answer.rows[0]?.held === true) break;
      this.#state = 'standby';
      // Whoever appends may fall behind by what this server brings: it holds back by the same number.
      const pending = await countPending(client);
      this.#backlog = pending > this.#options.batch_max ? pending : 0;
      await this.#pause(this.#options.poll_ms);
    }
    if (this.#stopped) return;
    const end = await LogEnd.load(client, this.#options.key);
    this.#state = 'leading';
    while (!this.#stopped) {
      this.#woken = false;
      const started = performance.now();
      const added = await end.integrate(this.#options.batch_max);
      const full = added.count >= this.#options.batch_max;
      if (added.count > 0) this.#options.onIntegrated(added);
      this.#backlog = full ? await countPending(client) : 0;
      await this.#vacuum(client, added.count);
      if (full) continue;
      const rest_ms = this.#options.interval_ms - (performance.now() - started);
      if (added.count > 0) await this.#pause(Math.max(1, rest_ms));
      else if (!this.#woken) await this.#idle();
    }
  }

  async #vacuum(client: pg.Client, taken: number): Promise<void> {
    this.#since_vacuum += taken;
    if (this.#since_vacuum < vacuum_after) return;
    this.#since_vacuum = 0;
    // Without truncation, which would lock out the writers. A login that may not vacuum gets a warning only.
    await client.query('vacuum (truncate off) kernel.leaf_pending, kernel.leaf_group');
  }

  #pause(delay_ms: number): Promise<void> {
    return sleep(delay_ms, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }

  #idle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#options.poll_ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

async function countPending(client: pg.Client): Promise<number> {
  const answer = await client.query<{ count: string }>(
    `select (select count(*) from kernel.leaf_pending) +
       (select coalesce(sum(octet_length(ids) / 16), 0) from kernel.leaf_group) as count`,
  );
  return Number(answer.rows[0]?.count ?? 0);
}
