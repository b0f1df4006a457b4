-- What was deleted because its time was over: counts by day and kind, nobody in it.
create table kernel.deletion (
  day date not null,
  -- A category of the policy, or one of the kernel's own kinds: see kernel/keeping/rules.ts.
  kind text not null,
  rows bigint not null,
  -- How long it had been kept.
  days integer not null,
  primary key (day, kind, days)
);

-- Deletes rows of a feature's table that are older than a moment, at most so many; answers how many. A row's age is
-- that of the column in_since, or of its id (UUIDv7) where that is null. The kernel's own login only.
create function kernel.drop_older(in_table text, in_since text, in_before timestamptz, in_most integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  place regclass := to_regclass('app.' || quote_ident(in_table));
  bound uuid := (lpad(to_hex((extract(epoch from in_before) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
  touched integer;
begin
  if place is null then
    raise exception 'no such table' using errcode = '42P01';
  end if;
  if in_since is null then
    execute format('delete from %1$s where ctid = any (array(select ctid from %1$s where id < $1 limit $2))', place)
      using bound, in_most;
  else
    execute format('delete from %1$s where ctid = any (array(select ctid from %1$s where %2$I < $1 limit $2))', place,
      in_since) using in_before, in_most;
  end if;
  get diagnostics touched = row_count;
  return touched;
end $$;

-- For the console: what was deleted in the last days, the newest first.
create function kernel.deletion_list(in_days integer) returns table (day text, kind text, rows integer, days integer)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select to_char(d.day, 'YYYY-MM-DD'), d.kind, d.rows::integer, d.days from kernel.deletion d
      where d.day > (select max(m.day) from kernel.deletion m) - least(in_days, 400)
      order by d.day desc, d.kind limit 1000 $$;
