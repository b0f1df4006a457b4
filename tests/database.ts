import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of a test's own, on the cluster of this run. */
export interface TestDatabase {
  readonly name: string;
  /** Address with the superuser's rights. */
  readonly url: string;
  drop(): Promise<void>;
}

/** Any fixed number: the lock under which roles and templates are made. Advisory locks are per database. */
const clusterLock = 4_711_001;

/** Address of `postgres` on the cluster of this run; whoever starts the cluster sets it. */
function clusterUrl(): string {
  const url = process.env.AXENT_TEST_CLUSTER;
  if (url === undefined) throw new Error('No cluster for tests runs here: start the tests with `npm test`.');
  return url;
}

const quoted = (name: string) => pg.escapeIdentifier(name);

function urlOf(database: string): string {
  const url = new URL(clusterUrl());
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

async function inPostgres<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: clusterUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Runs `work` while no other test worker makes roles or templates: roles belong to the whole cluster. */
async function underClusterLock<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  return inPostgres(async (client) => {
    await client.query('select pg_advisory_lock($1)', [clusterLock]);
    return work(client);
  });
}

async function create(client: pg.Client, name: string, template?: string): Promise<void> {
  const from = template ? ` template ${quoted(template)} strategy file_copy` : '';
  await client.query(`create database ${quoted(name)}${from}`);
  // Rights on the database itself do not come along with a template.
  await client.query(`revoke all on database ${quoted(name)} from public`);
}

function handle(name: string): TestDatabase {
  const drop = () =>
    inPostgres(async (client) => {
      await client.query(`drop database if exists ${quoted(name)} with (force)`);
    });
  return { name, url: urlOf(name), drop };
}

const freshName = () => `test_${randomBytes(6).toString('hex')}`;

/** An empty database. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = freshName();
  await inPostgres((client) => create(client, name));
  return handle(name);
}

/**
 * Makes the template `name` once per run: an empty database that `build` fills (migrations, a published policy).
 * `build` must close every connection it opens.
 */
export async function prepareTemplate(name: string, build: (url: string) => Promise<void>): Promise<void> {
  await underClusterLock(async (client) => {
    const known = await client.query('select datistemplate from pg_database where datname = $1', [name]);
    if (known.rows[0]?.datistemplate) return;
    // One that is there and not marked was left by a build that failed.
    await client.query(`drop database if exists ${quoted(name)} with (force)`);
    await create(client, name);
    await build(urlOf(name));
    await client.query(`alter database ${quoted(name)} is_template true allow_connections false`);
  });
}

/** A fresh copy of a prepared template, in some tens of milliseconds. */
export async function cloneDatabase(template: string): Promise<TestDatabase> {
  const name = freshName();
  await inPostgres((client) => create(client, name, template));
  return handle(name);
}
