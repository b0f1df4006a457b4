import pg from 'pg';

/** What the database lacks, in words that say what to do. */
export class DatabaseRefused extends Error {
  override readonly name = 'DatabaseRefused';
}

const oldest_version = 150_000;

interface Facts {
  readonly version: number;
  readonly version_name: string;
  readonly user: string;
  readonly database: string;
  readonly roles: boolean;
  readonly create: boolean;
  readonly owns: boolean;
}

/** Looks, before anything is changed, whether this is a PostgreSQL that the product can run on. */
export async function checkRequirements(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw new DatabaseRefused(
      `The database of DATABASE_URL cannot be reached (${(cause as Error).message}). Check address, user and password.`,
      { cause },
    );
  }
  try {
    const { rows } = await client.query<Facts>(`
      select current_setting('server_version_num')::int as version, current_setting('server_version') as version_name,
        current_user as user, current_database() as database, r.rolcreaterole or r.rolsuper as roles,
        has_database_privilege(current_database(), 'CREATE') as create,
        pg_has_role(d.datdba, 'USAGE') or r.rolsuper as owns
      from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`);
    const facts = rows[0];
    if (facts === undefined) return;
    refuse(facts);
    await checkCommonDatabase(url, facts);
  } finally {
    await client.end();
  }
}

/** Logins belong to the whole cluster: they are made under a lock in the database that every cluster begins with. */
async function checkCommonDatabase(url: string, { user }: Facts): Promise<void> {
  const address = new URL(url);
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.toString(), connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (cause) {
    const { code } = cause as { code?: string };
    const owner = pg.escapeIdentifier(user);
    const what =
      code === '3D000'
        ? 'It is not there. As a superuser: CREATE DATABASE postgres;'
        : code === '42501'
          ? `As a superuser: GRANT CONNECT ON DATABASE postgres TO ${owner};`
          : 'Let pg_hba.conf admit the user there, too.';
    throw new DatabaseRefused(
      `The database user ${user} cannot connect to the database postgres, where AXENT takes a lock while it makes ` +
        `its logins. ${what} Then start again.`,
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function refuse(facts: Facts): void {
  const user = pg.escapeIdentifier(facts.user);
  const database = pg.escapeIdentifier(facts.database);
  if (facts.version < oldest_version)
    throw new DatabaseRefused(
      `This is PostgreSQL ${facts.version_name}; AXENT needs 15 or newer. Upgrade it.`,
    );
  const missing = [
    ...(facts.roles ? [] : [`the right to create roles: ALTER ROLE ${user} CREATEROLE;`]),
    ...(facts.create
      ? []
      : [`the right to create schemas: GRANT CREATE ON DATABASE ${database} TO ${user};`]),
    ...(facts.owns ? [] : [`to own the database: ALTER DATABASE ${database} OWNER TO ${user};`]),
  ];
  if (missing.length > 0)
    throw new DatabaseRefused(
      `The database user ${facts.user} lacks ${missing.join(' and ')} Then start again.`,
    );
}

/** The purposes' logins are shared by all databases of a cluster; their passwords come from a key in the key store. */
export async function checkLogin(connect: () => Promise<pg.PoolClient>, prefix: string): Promise<void> {
  try {
    (await connect()).release();
  } catch (cause) {
    if ((cause as { code?: string }).code !== '28P01') throw cause;
    throw new DatabaseRefused(
      `The logins ${prefix}_… exist in this cluster and were made with another key store or another master key. Set ` +
        'the KEY_STORE_FILE and the MASTER_KEY that made them, or another DATABASE_ROLE_PREFIX.',
      { cause },
    );
  }
}
