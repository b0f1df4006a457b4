import { hkdfSync } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../database/migrate.ts';

/** What the key server lacks, in words that say what to do. */
export class KeyServerRefused extends Error {
  override readonly name = 'KeyServerRefused';
}

export interface SharedKeysPlace {
  /** The owner's address: it may create a role and owns the database. */
  readonly url: string;
  /** Begins the name of the login that serves. */
  readonly prefix: string;
  /** The data's database; null: it is not known here, and was looked at when the server started. */
  readonly data_url: string | null;
  /** Refuses a key server that acknowledges before the disk has it. */
  readonly durable: boolean;
}

const oldest_version = 150_000;
const folder = new URL('keys/', import.meta.url);

/** All that serving takes. Shredding and what else deletes go through functions of the owner's. */
const rights = (role: string): readonly string[] => [
  `grant usage on schema keys to ${role}`,
  `grant select, insert, update (wrapped) on keys.key to ${role}`,
  `grant select on keys.shredding, keys.head to ${role}`,
  `grant execute on function keys.shred(text, text), keys.remove_way(text, text),
     keys.keep_head(text, bigint, text) to ${role}`,
];

/**
 * Brings the key server to this release and answers the address of the login that serves: it may do what serving
 * takes and nothing more. Its password follows from the owner's, so that it is stored nowhere.
 * @throws KeyServerRefused
 */
export async function installSharedKeys(place: SharedKeysPlace): Promise<string> {
  const pool = new pg.Pool({ connectionString: place.url, max: 1, connectionTimeoutMillis: 10_000 });
  pool.on('error', () => undefined);
  try {
    await checkServer(pool, place);
    await migrate(pool, [{ name: 'keys', folder }], undefined, ['keys']);
    return await makeLogin(pool, place);
  } finally {
    await pool.end();
  }
}

interface Facts {
  readonly version: number;
  readonly identifier: string;
  readonly fsync: string;
  readonly roles: boolean;
  readonly owns: boolean;
  readonly user: string;
}

async function checkServer(pool: pg.Pool, { data_url, durable }: SharedKeysPlace): Promise<void> {
  const facts = await pool
    .query<Facts>(
      `select current_setting('server_version_num')::integer as version, current_setting('fsync') as fsync,
         (select system_identifier::text from pg_control_system()) as identifier, current_user as user,
         r.rolcreaterole or r.rolsuper as roles, pg_has_role(d.datdba, 'USAGE') or r.rolsuper as owns
       from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`,
    )
    .then(({ rows }) => rows[0] as Facts)
    .catch((cause: Error) => {
      throw new KeyServerRefused(`The key server of KEYS_DATABASE_URL cannot be asked (${cause.message}).`, {
        cause,
      });
    });
  if (facts.version < oldest_version)
    throw new KeyServerRefused('The key server is older than PostgreSQL 15. Upgrade it.');
  if (!facts.roles || !facts.owns)
    throw new KeyServerRefused(
      `The user ${facts.user} of KEYS_DATABASE_URL has to own its database and be allowed to create a role there.`,
    );
  if (durable && facts.fsync !== 'on')
    throw new KeyServerRefused(
      'The key server runs with fsync off: a key that was shredded could come back.',
    );
  if (data_url !== null && (await identifierOf(data_url)) === facts.identifier)
    throw new KeyServerRefused(
      'KEYS_DATABASE_URL and DATABASE_URL lead to the same PostgreSQL: its log and every copy of its disk would ' +
        'carry the keys beside what they open, and a shredded key would come back with them. Give the keys a ' +
        'PostgreSQL of their own, made by initdb and not from a copy of the other.',
    );
}

async function identifierOf(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ identifier: string }>(
      'select system_identifier::text as identifier from pg_control_system()',
    );
    return rows[0]?.identifier;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeLogin(pool: pg.Pool, { url, prefix }: SharedKeysPlace): Promise<string> {
  const name = `${prefix}_keys`;
  const address = new URL(url);
  const secret = hkdfSync('sha256', decodeURIComponent(address.password), 'axent', `key server ${name}`, 32);
  address.username = name;
  address.password = Buffer.from(secret).toString('base64url');
  const role = pg.escapeIdentifier(name);
  const client = await pool.connect();
  try {
    // Two servers may start at the same moment.
    await client.query('select pg_advisory_lock(4218, 2)');
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    if (rowCount === 0)
      await client.query(
        `create role ${role} login noinherit password ${pg.escapeLiteral(address.password)}`,
      );
    else if (!(await letsIn(address.href)))
      await client.query(`alter role ${role} password ${pg.escapeLiteral(address.password)}`);
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = pg.escapeIdentifier(rows[0]?.name ?? '');
    await client.query(
      [
        `revoke all on database ${database} from public`,
        `grant connect on database ${database} to ${role}`,
        ...rights(role),
      ].join(';\n'),
    );
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release();
  }
  return address.href;
}

/** False: another password was set, since the owner's was changed. */
async function letsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (cause) {
    const { code } = cause as { code?: string };
    // 42501: the right to connect is granted below.
    if (code !== '28P01' && code !== '42501') throw cause;
    return code === '42501';
  } finally {
    await client.end().catch(() => undefined);
  }
}
