-- What an operator needs to know of the kernel's tables: counts and times, no personal value and no id of anybody.

-- Messages that wait, by channel, and whether they were tried before.
create function kernel.waiting_messages() returns table (channel text, tried boolean, waiting bigint, oldest timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select m.channel, m.attempts > 0, count(*), min(m.queued_at) from kernel.message m group by 1, 2 $$;

create function kernel.waiting_events(out waiting bigint, out oldest timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select count(*), min(e.at) from kernel.event e $$;

-- The leaf that waits longest to join the ledger, by its id, whose first 48 bits are a time; and the room that the
-- whole database takes.
create function kernel.oldest_leaf(out single uuid, out grouped bytea, out database_bytes bigint)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$
  select (select p.id from kernel.leaf_pending p order by p.id limit 1),
    (select substring(g.ids for 16) from kernel.leaf_group g order by g.id limit 1),
    pg_database_size(current_database()) $$;
