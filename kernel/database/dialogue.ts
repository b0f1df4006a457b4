import type { Duplex } from 'node:stream';
import pg, { type FieldDef, type PoolClient } from 'pg';
import { gatherWrites } from './gathering.ts';
import type { Answer, Connection, Statement } from './rows.ts';

/** The parts of a `pg` connection that its types leave out. */
interface Wire {
  readonly stream: Duplex;
  /** Name → text of the statements that the server has prepared, and of those on their way to it. */
  readonly parsedStatements: Record<string, string | undefined>;
  readonly submittedNamedStatements: Record<string, string | undefined>;
  parse(message: { readonly name: string; readonly text: string }): void;
  bind(message: { readonly statement: string; readonly values: readonly unknown[] }): void;
  describe(message: { readonly type: 'P'; readonly name: '' }): void;
  close(message: { readonly type: 'S'; readonly name: string }): void;
  execute(message: null): void;
  sync(): void;
  [shapes]?: Map<string, Shape>;
}

/** How a prepared statement's rows are read, known on this connection since it was first run. */
const shapes = Symbol('shapes of rows');

type Shape = readonly { readonly name: string; readonly parse: (text: string) => unknown }[];

interface Asked {
  readonly statement: Statement;
  readonly rows: Record<string, unknown>[];
  shape: Shape;
  /** A value of the answer could not be parsed. */
  unreadable?: Error;
  readonly resolve: (answer: Answer<never>) => void;
  readonly reject: (error: Error) => void;
}

const { Query, utils } = pg as unknown as {
  readonly Query: new (text: string) => object;
  readonly utils: { readonly prepareValue: (value: unknown) => unknown };
};

const beginning: Statement = { name: 'begin', text: 'begin', values: [] };
const ending = {
  commit: { name: 'commit', text: 'commit', values: [] },
  rollback: { name: 'rollback', text: 'rollback', values: [] },
} as const satisfies Record<string, Statement>;

/** This connection's plan of a statement is of no use any more: a newer release changed its answer, or it is gone. */
const stale: readonly (string | undefined)[] = ['0A000', '26000'];
export const isStale = (error: unknown): boolean => stale.includes((error as { code?: string }).code);

/** Dialogues on each connection that are not answered whole. */
const unanswered = new WeakMap<PoolClient, number>();
export const unansweredOn = (client: PoolClient): number => unanswered.get(client) ?? 0;

/**
 * One transaction on a pipelining connection. To `pg` it is one query; to the server it is as many statements as are
 * asked, without a synchronisation after each: what is asked within one turn of the event loop travels in one write,
 * and so does the answer. Rows of a statement that ran on this connection before come without their description. Every
 * statement must be asked here, none of the client, until `end` or `close`.
 */
export class Dialogue extends Query implements Connection {
  readonly #client: PoolClient;
  #wire: Wire | null = null;
  readonly #asked: Asked[] = [];
  #failure: Error | null = null;
  #ended = false;
  /** Set by `pg`, which ends the connection when nobody calls it for as long as `query_timeout`. */
  declare callback?: () => void;

  /**
   * `begun`: from BEGIN on, until `end`. `brief`: until `close`; the server ends the transaction itself, and undoes it
   * when a statement failed.
   */
  constructor(client: PoolClient, kind: 'begun' | 'brief' = 'begun') {
    super('dialogue');
    this.#client = client;
    unanswered.set(client, unansweredOn(client) + 1);
    client.query(this as unknown as pg.Submittable);
    // Its failure is that of the statements that follow.
    if (kind === 'begun') this.query(beginning).catch(() => undefined);
  }

  /** Nothing more is asked; the connection may be given on at once. For a brief one. */
  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    if (this.#failure === null) this.#wire?.sync();
  }

  query<R>(statement: Statement): Promise<Answer<R>> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure);
      // The connection may serve somebody else already.
      if (this.#ended) return reject(new Error('The transaction has ended.'));
      const asked = { statement, rows: [], shape: [], resolve, reject } as unknown as Asked;
      if (this.#wire !== null) this.#send(this.#wire, asked);
      this.#asked.push(asked);
    });
  }

  /** Nothing failed and nothing waits for an answer: what is sent next is the first to be answered. */
  get settled(): boolean {
    return this.#failure === null && this.#asked.length === 0;
  }

  /**
   * Ends the transaction; answers whether it was committed. A `settled` dialogue's connection may be given on at once,
   * any other's when this is done. Where a commit rejects, the connection is not to be used again.
   */
  async end(how: 'commit' | 'rollback'): Promise<boolean> {
    const mayBeGivenOn = this.settled;
    try {
      if (this.#failure !== null) throw this.#failure;
      const answer = this.query(ending[how]);
      this.#wire?.sync();
      this.#ended = true;
      return (await answer).command === 'COMMIT';
    } catch (error) {
      this.#ended = true;
      if (mayBeGivenOn) {
        // Anything said now would be said in the midst of another's transaction.
        this.#wire?.stream.destroy();
        throw error;
      }
      const undone = this.#client.query('rollback');
      if (how === 'rollback') return await undone.then(() => false);
      // What made it fail says more than that the connection is gone, too.
      await undone.catch(() => undefined);
      throw error;
    }
  }

  #send(wire: Wire, asked: Asked): void {
    const { name, text, values } = asked.statement;
    // Before anything is sent: a value that cannot be sent must not leave half a statement behind.
    const prepared = values.map(utils.prepareValue);
    if (name === '' || (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]) === undefined) {
      wire.parse({ name, text });
      if (name !== '') wire.submittedNamedStatements[name] = text;
    }
    wire.bind({ statement: name, values: prepared });
    const known = name === '' ? undefined : wire[shapes]?.get(name);
    if (known === undefined) wire.describe({ type: 'P', name: '' });
    else asked.shape = known;
    wire.execute(null);
  }

  // What follows is called by `pg`, in the order in which the server answers.

  submit(wire: Wire): void {
    gatherWrites(wire.stream);
    this.#wire = wire;
  }

  /** The statement that is being answered: `pg` notes it as prepared under this name. */
  get name(): string {
    return this.#asked[0]?.statement.name ?? '';
  }
  set name(_: string | undefined) {}

  get text(): string {
    return this.#asked[0]?.statement.text ?? '';
  }
  set text(_: string) {}

  handleRowDescription({ fields }: { readonly fields: readonly FieldDef[] }): void {
    const asked = this.#asked[0];
    if (asked === undefined || this.#wire === null) return;
    asked.shape = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: pg.types.getTypeParser(dataTypeID, 'text'),
    }));
    this.#wire[shapes] ??= new Map();
    if (asked.statement.name !== '') this.#wire[shapes].set(asked.statement.name, asked.shape);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const asked = this.#asked[0];
    if (asked === undefined) return;
    const row: Record<string, unknown> = {};
    try {
      for (const [at, { name, parse }] of asked.shape.entries()) {
        const text = fields[at] ?? null;
        row[name] = text === null || asked.statement.raw === true ? text : parse(text);
      }
    } catch (error) {
      // The answer goes on, so that those after it stay in step; it is refused when it is whole.
      asked.unreadable ??= error as Error;
    }
    asked.rows.push(row);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const asked = this.#asked.shift();
    const [command = '', ...numbers] = text.split(' ');
    const rowCount = numbers.length === 0 ? null : Number(numbers.at(-1));
    if (asked?.unreadable !== undefined) asked.reject(asked.unreadable);
    asked?.resolve({ rows: asked.rows as never[], rowCount, command });
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  #answered(): void {
    unanswered.set(this.#client, unansweredOn(this.#client) - 1);
  }

  handleReadyForQuery(): void {
    this.#answered();
    // The last statement has been answered already; `pg` stops its clock for the whole.
    this.callback?.();
  }

  /** The server skips what was sent until it is told that we know. */
  handleError(error: Error): void {
    if (this.#failure !== null) return;
    this.#failure = error;
    this.#answered();
    this.callback?.();
    const wire = this.#wire;
    const name = this.name;
    for (const { statement, reject } of this.#asked.splice(0)) {
      if (wire !== null) delete wire.submittedNamedStatements[statement.name];
      reject(error);
    }
    if (wire?.stream.writable !== true) return;
    if (!this.#ended) wire.sync();
    if (isStale(error)) forget(wire, name);
  }
}

/** The statement is prepared anew when it is asked next. */
function forget(wire: Wire, name: string): void {
  if (name === '') return;
  wire.close({ type: 'S', name });
  delete wire.parsedStatements[name];
  wire[shapes]?.delete(name);
}
