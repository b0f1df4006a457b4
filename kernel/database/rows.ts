import { createHash } from 'node:crypto';
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import type { Schema } from '../generated/schema.ts';

/** Builds queries; runs none. What it builds is run by `use.rows` on the purpose's own login. */
export const query = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Anything Kysely can compile, with the type of its rows. */

export interface Compilable<R> {
  compile(): CompiledQuery<R>;
}

class Hole {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A query that is asked often: built and compiled at its first use, and from then on only filled in. What it is built
 * with may stand where a value stands, and nowhere else.
 */
export function prepared<W extends Readonly<Record<string, unknown>>, R>(
  build: (words: W) => Compilable<R>,
): (words: W) => Compilable<R> {
  let built: CompiledQuery<R> | undefined;
  const holes = new Proxy({}, { get: (_, name) => new Hole(String(name)) }) as W;
  return (words) => ({
    compile: () => {
      built ??= build(holes).compile();
      const fill = (value: unknown) => (value instanceof Hole ? words[value.name] : value);
      return { ...built, parameters: built.parameters.map(fill) };
    },
  });
}

export interface Statement {
  /** Stable for its text; empty: it is not kept prepared. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  /** Values are answered as the text that the database wrote. */
  readonly raw?: boolean;
}

export interface Answer<R> {
  readonly rows: R[];
  /** Rows that were touched or answered. */
  readonly rowCount: number | null;
  /** What was done, for example `SELECT`. */
  readonly command: string;
}

/** Where statements of one transaction are asked. */
export interface Connection {
  query<R>(statement: Statement): Promise<Answer<R>>;
}

/** More than these are sent unnamed, so that a server never holds prepared statements without end. */
const named_limit = 1000;
const names = new Map<string, string>();

/** A statement with a stable name: PostgreSQL parses and plans it once per connection. */
export function statement(text: string, values: readonly unknown[]): Statement {
  let name = names.get(text);
  if (name === undefined) {
    name = names.size < named_limit ? createHash('sha256').update(text).digest('base64url').slice(0, 20) : '';
    if (name !== '') names.set(text, name);
  }
  return { name, text, values };
}

/** A raw statement, for the kernel's own functions, in the form that `use.rows` takes. */
export function raw<R>(builder: RawBuilder<R>): Compilable<R> {
  return { compile: () => builder.compile(query) };
}
