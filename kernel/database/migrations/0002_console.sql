-- What the console needs to know of the kernel's tables: ids and counts, no personal value.

-- Staff who hold a role.
create function kernel.staff_with(in_role text) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select r.person_id from kernel.role r join kernel.person p on p.id = r.person_id
      where r.role = in_role and p.kind = 'staff' and p.erased_at is null $$;

-- How many staff members there are, whatever their role.
create function kernel.staff_count() returns integer
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select count(*)::integer from kernel.person p where p.kind = 'staff' and p.erased_at is null $$;

-- How many officers stood behind each version; 0: it came with the installation.
create function kernel.version_approvals() returns table (sequence integer, approvals integer)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select v.sequence, cardinality(v.published_by) from kernel.policy_version v order by v.sequence desc limit 200 $$;

-- The head of the ledger, what waits to join it, and whether some node appends to it now.
create function kernel.ledger_state(out size bigint, out root bytea, out note text, out at timestamptz,
  out pending bigint, out appending boolean)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select c.size, c.root, c.note, c.at,
    (select count(*) from kernel.leaf_pending) +
      (select coalesce(sum(octet_length(g.ids) / 16), 0) from kernel.leaf_group g),
    exists (select 1 from pg_catalog.pg_locks l where l.locktype = 'advisory' and l.granted
      and l.classid = 4214 and l.objid = 1
      and l.database = (select d.oid from pg_catalog.pg_database d where d.datname = current_database()))
  from (values (1)) one (x) left join kernel.checkpoint c on true
$$;
