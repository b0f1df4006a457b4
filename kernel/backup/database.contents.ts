import pg from 'pg';
import { roleName } from '../database/pools.ts';
import type { RoleOptions } from '../database/roles.ts';

/**
 * What a backup of the database holds: every stored row as it lies, boxes unopened, through the login of the purpose
 * `backup`. Its rights on the features' tables are compiled from the policy; those on the kernel's own are here.
 */

/** Tables of the kernel that stay out of every backup, and why. */
const left_out: Readonly<Record<string, string>> = {
  session: 'one that was ended since would come back; people sign in anew',
  half_session: 'it lives for minutes',
  message: 'what waits to be sent would be sent a second time',
  idempotency: 'a repeated try comes within minutes',
  receipt_awaited: 'whom a message went to is of use for an hour',
  message_refused: 'whoever asked for it has long asked anew',
  message_count: 'counts of the day',
};

const login = 'backup';

/**
 * Gives the login its rights on the kernel's tables, and a row policy of its own on every table that has row policies,
 * so that it sees whole tables while nobody else's view changes. Run after migrating; only what is missing is made,
 * because a new policy keeps readers waiting.
 */
export async function grantCopying(
  owner: pg.Pool,
  { prefix, purposes }: Pick<RoleOptions, 'prefix' | 'purposes'>,
): Promise<void> {
  if (!purposes.includes(login)) return;
  const name = roleName(prefix, login);
  const role = pg.escapeIdentifier(name);
  const { rows } = await owner.query<{ line: string }>(
    `select format('grant select on kernel.%I to ${role}', c.relname) as line
       from pg_class c where c.relnamespace = 'kernel'::regnamespace and c.relkind in ('r', 'p')
       and c.relname <> all ($1::text[]) and not has_table_privilege($2, c.oid, 'select')
     union all
     select format('grant select on sequence %s to ${role}', c.oid::regclass)
       from pg_class c where c.relnamespace in ('kernel'::regnamespace, 'app'::regnamespace)
       and case when c.relkind = 'S' then not has_sequence_privilege($2, c.oid, 'select') else false end
     union all
     select format('create policy copying on %s for select to ${role} using (true)', c.oid::regclass)
       from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
       and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'copying')`,
    [Object.keys(left_out), name],
  );
  for (const { line } of rows) await owner.query(line);
}
