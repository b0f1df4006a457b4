import type pg from 'pg';

/** Every connection that one may have is in use, and none came free in time. */
export class PoolBusy extends Error {
  override readonly name = 'PoolBusy';
}

export interface ConnectionsOptions {
  /** Bound of the sum over all logins. */
  readonly most: number;
  readonly most_per_login: number;
  /** Longest wait for a connection that is in use. */
  readonly wait_ms: number;
}

interface Waiting {
  /** Smaller came earlier. */
  readonly ticket: number;
  readonly until: number;
  readonly done: Done;
}

type Done = (error: Error | undefined, client?: pg.PoolClient) => void;

/** One login's pool, and who waits for it, in order. */
interface Line {
  readonly pool: pg.Pool;
  /** Connections that are always left to this login. */
  readonly least: number;
  readonly waiting: Waiting[];
  /** Given out, or on its way to be. */
  leased: number;
}

const sweep_ms = 100;

/** What a line has open, or will have as soon as what it gave out is there. */
const openOf = ({ pool, leased }: Line) => Math.max(pool.totalCount, leased);

/**
 * One bound over the pools of all logins. A login uses what it has open; it opens more while there is room, and else
 * takes the place of a connection that lies idle with another login. The earliest comes first, so that a login in
 * great demand keeps nobody else waiting.
 */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #lines = new Set<Line>();
  #waiting = 0;
  #tickets = 0;
  /** Given up, and counted until they are closed. */
  readonly #closing = new Set<pg.PoolClient>();
  #evicting = false;
  #sweeping: NodeJS.Timeout | null = null;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  /**
   * Puts a pool under the bound; answers how its connections are asked for.
   * @param least connections that are always left to it: for work on which the others wait.
   */
  add(pool: pg.Pool, least = 0): () => Promise<pg.PoolClient> {
    const line: Line = { pool, least, waiting: [], leased: 0 };
    this.#lines.add(line);
    pool.on('release', (error, client) => {
      line.leased -= 1;
      if (error) this.#close(line, client);
      else this.#pass(line);
    });
    pool.on('remove', (client) => this.#closed(line, client));
    return () =>
      new Promise((resolve, reject) => {
        const done: Done = (error, client) => (client === undefined ? reject(error) : resolve(client));
        if (this.#waiting === 0 && this.#mayLease(line)) return this.#lease(line, done);
        line.waiting.push({ ticket: this.#tickets++, until: Date.now() + this.#options.wait_ms, done });
        this.#waiting += 1;
        this.#sweeping ??= setInterval(() => this.#sweep(), sweep_ms).unref();
        this.#serve(line);
      });
  }

  /** A connection is on its way back into its pool: it goes to whoever is next. */
  #pass(line: Line): void {
    if (this.#waiting === 0) return;
    // A full pool hands it on by itself; one that is not would open another, so that it has to be back there first.
    const alone = line.waiting.length === this.#waiting;
    if (alone && line.pool.totalCount >= this.#options.most_per_login) this.#serveFirst(line);
    else queueMicrotask(() => this.#serve(line));
  }

  #serveFirst(line: Line): void {
    const { done } = line.waiting.shift() as Waiting;
    this.#waiting -= 1;
    this.#lease(line, done);
  }

  /** How many wait for a connection of this pool. */
  waitingFor(pool: pg.Pool): number {
    for (const line of this.#lines) if (line.pool === pool) return line.waiting.length;
    return 0;
  }

  #mayLease(line: Line): boolean {
    if (line.leased >= this.#options.most_per_login) return false;
    return line.leased < line.pool.totalCount || this.#hasRoom(line);
  }

  #hasRoom(asking: Line): boolean {
    if (openOf(asking) < asking.least) return true;
    let open = this.#closing.size;
    for (const line of this.#lines) open += Math.max(line.least, openOf(line));
    return open < this.#options.most;
  }

  #lease(line: Line, done: Done): void {
    line.leased += 1;
    line.pool.connect((error, client) => {
      if (client !== undefined) return done(undefined, client);
      line.leased -= 1;
      this.#serve(line);
      done(error);
    });
  }

  /** Gives out what can be given, the earliest first. `changed`: where something came free. */
  #serve(changed: Line): void {
    while (this.#waiting > 0) {
      // Most often all wait for the same login.
      const next = changed.waiting.length === this.#waiting ? changed : this.#earliest();
      if (next === null || next.leased >= this.#options.most_per_login) return;
      if (!this.#mayLease(next)) {
        this.#makeRoom(next);
        return;
      }
      this.#serveFirst(next);
    }
  }

  /** The line whose first has waited longest, of those that are not at their own bound. */
  #earliest(): Line | null {
    let found: Line | null = null;
    for (const line of this.#lines) {
      if (line.waiting.length === 0 || line.leased >= this.#options.most_per_login) continue;
      if (found === null || (line.waiting[0]?.ticket ?? 0) < (found.waiting[0]?.ticket ?? 0)) found = line;
    }
    return found;
  }

  /** Closes a connection that lies idle with another login; what waits is served when it is closed. */
  #makeRoom(asking: Line): void {
    if (this.#evicting) return;
    for (const line of this.#lines) {
      const { pool, leased, least } = line;
      if (line === asking || pool.totalCount <= leased || openOf(line) <= least) continue;
      this.#evicting = true;
      this.#lease(line, (_error, client) => {
        this.#evicting = false;
        if (client === undefined) this.#serve(asking);
        else client.release(true);
      });
      return;
    }
  }

  #close(line: Line, client: pg.PoolClient): void {
    this.#closing.add(client);
    // One that cannot be closed, because nobody answers, takes no place for good.
    setTimeout(() => this.#closed(line, client), this.#options.wait_ms).unref();
  }

  #closed(line: Line, client: pg.PoolClient): void {
    this.#closing.delete(client);
    this.#serve(line);
  }

  #sweep(): void {
    const now = Date.now();
    for (const { waiting } of this.#lines) {
      while (waiting[0] !== undefined && waiting[0].until <= now) {
        const { done } = waiting.shift() as Waiting;
        this.#waiting -= 1;
        done(new PoolBusy('every connection to the database is in use'));
      }
    }
    if (this.#waiting > 0 || this.#sweeping === null) return;
    clearInterval(this.#sweeping);
    this.#sweeping = null;
  }
}
