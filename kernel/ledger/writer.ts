import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { LedgerFailure } from './failure.ts';
import { checkEntry, insertGroup, type Leaf } from './leaf.ts';

export interface WriterOptions {
  /** Connection string of a login that may insert leaves and records. */
  readonly url: string;
  /** Flushes that may be under way at once, each on its own connection. */
  readonly connections?: number;
  /** Leaves that may wait; more are refused as busy. */
  readonly queue_max?: number;
  /** Leaves in one statement. */
  readonly batch_max?: number;
  /** How long a leaf may wait for a connection, and a flush for its answer. */
  readonly wait_ms?: number;
  /** Leaves not yet in the tree, if known: above `backlog_max` new ones are refused as busy. */
  readonly backlog?: () => number;
  readonly backlog_max?: number;
  readonly onError?: (error: Error) => void;
}

interface Waiting {
  readonly leaf: Leaf;
  readonly expires_at: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const defaults = {
  connections: 2,
  queue_max: 20_000,
  batch_max: 1_000,
  wait_ms: 5_000,
  backlog: () => 0,
  backlog_max: 300_000,
  onError: () => undefined,
};
/** Longer than a leaf may wait: trying anew would begin at the end of the line. */
const connect_ms = 15_000;
const retry_ms = 200;
/** Fewer than these wait for the flush under way and then go together, rather than in a flush of their own. */
const flush_beside_least = 8;
/** A flush that takes longer keeps nobody else waiting: its connection may be broken. */
const slow_ms = 100;

/**
 * Makes leaves durable for many callers at once. Whatever waits when no flush is under way goes in one statement:
 * alone when it is quiet, in groups under load. A large group gets a connection of its own beside a flush.
 */
export class LeafWriter {
  readonly #options: Required<WriterOptions>;
  readonly #idle: pg.Client[] = [];
  readonly #open = new Set<pg.Client>();
  #queue: Waiting[] = [];
  #scheduled = false;
  #flushing = 0;
  #slow = 0;
  #expiry: NodeJS.Timeout | null = null;
  readonly #closing = new AbortController();
  readonly #connecting: Promise<unknown>[] = [];

  constructor(options: WriterOptions) {
    this.#options = { ...defaults, ...options };
  }

  /**
   * Resolves when the leaf and its records are on disk. Rejects with a LedgerFailure, or a RangeError for an entry that
   * the log cannot hold; after `unavailable` the leaf
   * may still have been written, so the caller must not give its answer but may try again with a new leaf.
   */
  append(leaf: Leaf): Promise<void> {
    const { queue_max, backlog, backlog_max, wait_ms } = this.#options;
    if (this.#closing.signal.aborted) {
      return Promise.reject(new LedgerFailure('closed', 'The ledger is stopping.'));
    }
    if (this.#queue.length >= queue_max || backlog() >= backlog_max) {
      return Promise.reject(new LedgerFailure('busy', 'The ledger has too much waiting. Try again shortly.'));
    }
    return new Promise((resolve, reject) => {
      checkEntry(leaf);
      this.#queue.push({ leaf, expires_at: Date.now() + wait_ms, resolve, reject });
      this.#schedule();
    });
  }

  /** Leaves that wait for a connection. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** Writes what waits, then ends. New leaves are refused. */
  async close(): Promise<void> {
    this.#closing.abort();
    while ((this.#queue.length > 0 || this.#flushing > 0) && this.#open.size > 0) await sleep(5);
    this.#refuse(this.#queue.splice(0), new LedgerFailure('closed', 'The ledger is stopping.'));
    if (this.#expiry !== null) clearTimeout(this.#expiry);
    await Promise.all(this.#connecting);
    await Promise.all([...this.#open].map((client) => client.end().catch(this.#options.onError)));
  }

  #schedule(): void {
    // Connects at the first leaf: the tables may not be there before.
    while (this.#connecting.length < this.#options.connections) this.#connecting.push(this.#connect());
    this.#expiry ??= setTimeout(() => this.#expire(), this.#options.wait_ms);
    if (this.#scheduled) return;
    this.#scheduled = true;
    // After the callers of this turn of the event loop have all come.
    setImmediate(() => {
      this.#scheduled = false;
      while (this.#queue.length >= (this.#flushing > this.#slow ? flush_beside_least : 1)) {
        const client = this.#idle.pop();
        if (client === undefined) return;
        void this.#flush(client, this.#queue.splice(0, this.#options.batch_max));
      }
    });
  }

  #expire(): void {
    const now = Date.now();
    const expired = this.#queue.findIndex((waiting) => waiting.expires_at > now);
    const late = this.#queue.splice(0, expired < 0 ? this.#queue.length : expired);
    this.#refuse(late, new LedgerFailure('unavailable', 'The ledger cannot reach its database.'));
    const next = this.#queue[0];
    this.#expiry = next === undefined ? null : setTimeout(() => this.#expire(), next.expires_at - now + 1);
  }

  #refuse(waiting: readonly Waiting[], error: LedgerFailure): void {
    for (const { reject } of waiting) reject(error);
  }

  async #flush(client: pg.Client, batch: readonly Waiting[]): Promise<void> {
    this.#flushing++;
    let slow = 0;
    const late = setTimeout(() => {
      slow = 1;
      this.#slow += slow;
      if (this.#queue.length > 0) this.#schedule();
    }, slow_ms);
    try {
      await this.#write(client, batch);
    } finally {
      clearTimeout(late);
      this.#slow -= slow;
      this.#flushing--;
      if (this.#open.has(client)) this.#idle.push(client);
      if (this.#queue.length > 0) this.#schedule();
    }
  }

  async #write(client: pg.Client, batch: readonly Waiting[]): Promise<void> {
    try {
      await client.query(insertGroup(batch.map(({ leaf }) => leaf)));
    } catch (cause) {
      const [first] = batch;
      if (isRefusal(cause) && batch.length > 1 && first !== undefined) {
        // One bad leaf must not take the others with it: nothing of the batch was written, so each goes alone.
        for (const one of batch) await this.#write(client, [one]);
        return;
      }
      if (isRefusal(cause)) {
        this.#refuse(batch, new LedgerFailure('rejected', 'The database refuses the leaf.', { cause }));
      } else {
        this.#refuse(batch, new LedgerFailure('unavailable', 'The leaf was not confirmed.', { cause }));
        this.#lose(client);
      }
      return;
    }
    for (const { resolve } of batch) resolve();
  }

  #lose(client: pg.Client): void {
    if (!this.#open.delete(client)) return;
    const at = this.#idle.indexOf(client);
    if (at >= 0) this.#idle.splice(at, 1);
    client.end().catch(this.#options.onError);
    if (!this.#closing.signal.aborted) this.#connecting.push(this.#connect());
  }

  async #connect(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const client = new pg.Client({
        connectionString: this.#options.url,
        application_name: 'axent ledger writer',
        connectionTimeoutMillis: connect_ms,
        query_timeout: this.#options.wait_ms,
        keepAlive: true,
      });
      client.on('error', (error) => {
        this.#options.onError(error);
        this.#lose(client);
      });
      try {
        await client.connect();
        this.#open.add(client);
        this.#idle.push(client);
        if (this.#queue.length > 0) this.#schedule();
        return;
      } catch (error) {
        this.#options.onError(error as Error);
        await client.end().catch(() => undefined);
        await sleep(retry_ms, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    }
  }
}

/** True when the database answered and refused (broken rule, bad value): the connection is sound. */
export function isRefusal(cause: unknown): boolean {
  const code = cause instanceof pg.DatabaseError ? (cause.code ?? '') : '';
  return /^(?:22|23|42)/.test(code);
}
