import type { Purpose } from '@axent/policy';
import pg from 'pg';
import type { Secrets } from '../vault/secrets.ts';
import { Connections } from './connections.ts';

/** The kernel's own login, for its own tables; and one login per purpose. */
export type Login = Purpose | 'kernel';

export interface Pools {
  /** A connection as this login; release it when done. Rejects with `PoolBusy` when none comes free in time. */
  readonly connect: (login: Login) => Promise<pg.PoolClient>;
  /** The owner of the schema: migrations and publication only. */
  readonly owner: pg.Pool;
  /** A connection string for a login, for parts that keep a session of their own. */
  readonly url: (login: Login) => string;
  readonly figures: () => readonly PoolFigures[];
  readonly close: () => Promise<void>;
}

export interface PoolFigures {
  /** A login, or `owner`. */
  readonly name: string;
  readonly in_use: number;
  readonly idle: number;
  /** Those that want a connection and have none yet. */
  readonly waiting: number;
}

export interface PoolOptions {
  /** Connection string of the owner. */
  readonly url: string;
  readonly prefix: string;
  readonly secrets: Secrets;
  /** Bound of the sum over all logins, the owner's and the ledger's own sessions included. */
  readonly connections: number;
  readonly onError: (login: string, error: Error) => void;
}

const idle_ms = 10_000;
const connect_ms = 5_000;
const statement_ms = 15_000;
const per_login = 4;
/** The owner's, and those of the ledger: two that write leaves, one that numbers them. */
const owner_most = 2;
const apart = owner_most + 3;
/** Operations wait for the kernel's login while they hold their own: it always has some left. */
const kernel_least = 2;
/** Longer than any statement may take: by then the answer is lost, and so is the connection. */
const answer_ms = 20_000;
/** The owner has none: a migration may take its time. */
const limits = {
  statement_timeout: statement_ms,
  idle_in_transaction_session_timeout: statement_ms,
  query_timeout: answer_ms,
};

/**
 * From version 17 on, PostgreSQL itself ends what a stopped server left open: between the statements of an operation
 * it does not count as idle, and would hold the publication's lock.
 */
async function limitTransactions(client: pg.PoolClient): Promise<void> {
  await client.query(`do $$ begin
    if current_setting('server_version_num')::integer >= 170000 then
      perform set_config('transaction_timeout', '${answer_ms}', false);
    else
      -- Before, only a server that vanished is noticed, by its silence.
      perform set_config('tcp_keepalives_idle', '5', false), set_config('tcp_keepalives_interval', '5', false),
        set_config('tcp_keepalives_count', '3', false);
    end if; end $$`);
}

export function roleName(prefix: string, login: Login): string {
  return `${prefix}_${login}`;
}

/** The password of a login is derived from the installation's own secret, so it is stored nowhere. */
export function rolePassword(secrets: Secrets, prefix: string, login: Login): string {
  return secrets.keyedHash('database login', roleName(prefix, login)).toString('base64url');
}

/** The owner's address turned into that of a login. */
export function loginUrl(
  { url, prefix, secrets }: Pick<PoolOptions, 'url' | 'prefix' | 'secrets'>,
  login: Login,
): string {
  const address = new URL(url);
  address.username = roleName(prefix, login);
  address.password = rolePassword(secrets, prefix, login);
  return address.toString();
}

export function openPools(options: PoolOptions): Pools {
  const pools = new Map<Login, { readonly pool: pg.Pool; readonly connect: () => Promise<pg.PoolClient> }>();
  const url = (login: Login): string => loginUrl(options, login);
  const open = (name: string, connectionString: string, max: number): pg.Pool => {
    const pool = new pg.Pool({
      connectionString,
      max,
      min: 0,
      idleTimeoutMillis: idle_ms,
      connectionTimeoutMillis: connect_ms,
      ...(name === 'owner' ? {} : limits),
      application_name: `axent ${name}`,
      pipeline: true,
    } as pg.PoolConfig);
    pool.on('error', (error) => options.onError(name, error));
    pool.on('connect', (client) => {
      client.on('error', (error) => options.onError(name, error));
      if (name !== 'owner' && name !== 'kernel')
        limitTransactions(client).catch((error: Error) => options.onError(name, error));
    });
    return pool;
  };
  const bound = new Connections({
    most: options.connections - apart,
    most_per_login: per_login,
    wait_ms: connect_ms,
  });
  const add = (login: Login) => {
    const pool = open(login, url(login), per_login);
    const connect = bound.add(pool, login === 'kernel' ? kernel_least : 0);
    pools.set(login, { pool, connect });
    return connect;
  };
  add('kernel');
  const owner = open('owner', options.url, owner_most);
  return {
    owner,
    url,
    connect: (login) => (pools.get(login)?.connect ?? add(login))(),
    figures: () =>
      [...[...pools].map(([name, { pool }]) => [name, pool] as const), ['owner', owner] as const].map(
        ([name, pool]) => ({
          name,
          in_use: pool.totalCount - pool.idleCount,
          idle: pool.idleCount,
          waiting: pool.waitingCount + bound.waitingFor(pool),
        }),
      ),
    close: async () => {
      await Promise.all([owner, ...[...pools.values()].map(({ pool }) => pool)].map((pool) => pool.end()));
    },
  };
}
