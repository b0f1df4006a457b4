import type { ColumnFact, Grants } from '@axent/policy/compile';
import pg from 'pg';
import { type Login, roleName } from './pools.ts';

/** Every column of the features' tables with its comment and its table's: the schema is the data map. */
export async function columnFacts(client: pg.ClientBase): Promise<ColumnFact[]> {
  const { rows } = await client.query<ColumnFact>(`
    select n.nspname as schema, c.relname as table, a.attname as column,
      col_description(c.oid, a.attnum) as comment, obj_description(c.oid, 'pg_class') as table_comment,
      exists (select 1 from pg_attribute p where p.attrelid = c.oid and p.attname = 'person_id'
        and not p.attisdropped) as has_person_id
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = 'app' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`);
  return rows;
}

interface Actual {
  readonly grantee: string;
  readonly schema: string;
  readonly table: string;
  readonly column: string | null;
  readonly privilege: string;
}

/** What is granted on the features' tables now: on tables and columns, to the logins and to PUBLIC. */
async function actualGrants(client: pg.ClientBase, prefix: string): Promise<Actual[]> {
  const { rows } = await client.query<Actual>(
    `with acl as (
       select n.nspname as schema, c.relname as table, null::name as column, x.grantee, x.privilege_type
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         cross join lateral aclexplode(c.relacl) x where n.nspname = 'app'
       union all
       select n.nspname, c.relname, a.attname, x.grantee, x.privilege_type
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
         cross join lateral aclexplode(a.attacl) x where n.nspname = 'app')
     select coalesce(r.rolname, 'public') as grantee, acl.schema, acl.table, acl.column,
       acl.privilege_type as privilege
     from acl left join pg_roles r on r.oid = acl.grantee
     where acl.grantee = 0 or r.rolname like $1`,
    [`${prefix.replaceAll('_', '\\_')}\\_%`],
  );
  return rows;
}

const key = (grant: Actual) =>
  `${grant.grantee}|${grant.schema}|${grant.table}|${grant.column ?? ''}|${grant.privilege}`;

/** The statements that turn what is granted into what the policy wants: differences only. */
export async function grantChanges(client: pg.ClientBase, prefix: string, wanted: Grants): Promise<string[]> {
  const target = new Map<string, Actual>();
  for (const grant of [...wanted.columns, ...wanted.tables]) {
    const { purpose, ...where } = grant;
    const one = { column: null, ...where, grantee: roleName(prefix, purpose as Login) };
    target.set(key(one), one);
  }
  const actual = new Map((await actualGrants(client, prefix)).map((grant) => [key(grant), grant]));
  const lines: string[] = [];
  for (const [id, grant] of actual)
    if (!target.has(id)) lines.push(`revoke ${clause(grant)} from ${to(grant)}`);
  for (const [id, grant] of target) if (!actual.has(id)) lines.push(`grant ${clause(grant)} to ${to(grant)}`);
  return lines;
}

function clause(grant: Actual): string {
  const column = grant.column === null ? '' : ` (${pg.escapeIdentifier(grant.column)})`;
  const table = `${pg.escapeIdentifier(grant.schema)}.${pg.escapeIdentifier(grant.table)}`;
  return `${grant.privilege.toLowerCase()}${column} on ${table}`;
}

function to(grant: Actual): string {
  return grant.grantee === 'public' ? 'public' : pg.escapeIdentifier(grant.grantee);
}
