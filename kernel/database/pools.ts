import type { Purpose } from '@axent/policy';
import pg from 'pg';
import type { Secrets } from '../vault/secrets.ts';

/** The kernel's own login, for its own tables; and one login per purpose. */
export type Login = Purpose | 'kernel';

export interface Pools {
  /** A connection as this login; release it when done. */
  readonly connect: (login: Login) => Promise<pg.PoolClient>;
  /** The owner of the schema: migrations and publication only. */
  readonly owner: pg.Pool;
  /** A connection string for a login, for parts that keep a session of their own. */
  readonly url: (login: Login) => string;
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  /** Connection string of the owner. */
  readonly url: string;
  readonly prefix: string;
  readonly secrets: Secrets;
  /** Bound of the sum over all logins. */
  readonly connections: number;
  readonly onError: (login: string, error: Error) => void;
}

const idle_ms = 10_000;
const connect_ms = 5_000;
const statement_ms = 15_000;
const per_login = 4;
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
  const pools = new Map<string, pg.Pool>();
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
  // The sum is bounded by giving each login an equal share of the setting, at least one and at most four.
  const share = Math.max(1, Math.min(per_login, Math.floor(options.connections / 8)));
  const owner = open('owner', options.url, 2);
  return {
    owner,
    url,
    connect: (login) => {
      let pool = pools.get(login);
      if (pool === undefined) {
        pool = open(login, url(login), login === 'kernel' ? Math.max(2, share) : share);
        pools.set(login, pool);
      }
      return pool.connect();
    },
    close: async () => {
      await Promise.all([...pools.values(), owner].map((pool) => pool.end()));
    },
  };
}
