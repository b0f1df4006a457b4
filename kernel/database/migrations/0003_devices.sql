-- Sessions and devices: which sessions a person has, ending them from elsewhere, and a new identifier for a device.

-- The sessions of the operation's person that go on, by device.
create function kernel.own_sessions() returns table (device_id uuid, created_at timestamptz, seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select s.device_id, max(s.created_at), max(s.seen_at) from kernel.session s
      where s.person_id = kernel.subject() and s.ended_at is null and s.ends_at > now() and s.seen_at + s.idle > now()
      group by s.device_id $$;

-- Ends the sessions of the operation's person on one device, or (null) everywhere, but never the one that asks.
create function kernel.end_own_sessions(in_device uuid, in_but bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$ update kernel.session s set ended_at = now()
      where s.person_id = kernel.subject() and s.ended_at is null and s.token_hash is distinct from in_but
        and (in_device is null or s.device_id = in_device) $$;

-- Which of these tokens stand for a session, be it one that ended within the last minute.
create function kernel.known_sessions(in_hashes bytea[]) returns setof bytea
  language sql stable security definer set search_path = pg_catalog, kernel, pg_temp
as $$ select s.token_hash from kernel.session s where s.token_hash = any(in_hashes) and s.ends_at > now()
        and s.seen_at + s.idle > now() and (s.ended_at is null or s.ended_at > now() - interval '1 minute') $$;

-- Where rows of functions stand; called by the functions below, by no login.
create function kernel.function_tables() returns setof regclass
  language sql stable set search_path = pg_catalog, kernel, pg_temp
as $$ select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app' and c.relkind in ('r', 'p') and not c.relispartition
        and (select count(*) from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
             and a.attname in ('person_id', 'device_id', 'function', 'open')) = 4 $$;

-- Moves the sessions, the openings and their history of the operation's person from one device identifier to another.
-- The openings come first: who collects under one holds it, and finds it gone when the move is done. Answers the boxes
-- that functions collected on the device: their seals name it.
create function kernel.renew_device(in_from uuid, in_to uuid) returns table (place text, field text, id uuid,
  function text, sealed bytea)
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  held record;
begin
  update kernel.opening o set device_id = in_to where o.person_id = kernel.subject() and o.device_id = in_from;
  update kernel.opening_change c set device_id = in_to
    where c.person_id = kernel.subject() and c.device_id = in_from;
  update kernel.session s set device_id = in_to where s.person_id = kernel.subject() and s.device_id = in_from;
  for held in select t.place::text as place, a.attname::text as field
      from kernel.function_tables() t (place)
        join pg_attribute a on a.attrelid = t.place and a.atttypid = 'bytea'::regtype and not a.attisdropped
  loop
    return query execute format('select %L, %L, t.id, t.function, t.%I from %s t
      where t.person_id = $1 and t.device_id = $2 and t.%I is not null', held.place, held.field, held.field,
      held.place, held.field) using kernel.subject(), in_from;
  end loop;
end $$;

-- Moves the rows that functions collected on the device, with their boxes as they were sealed anew.
create function kernel.move_rows(in_from uuid, in_to uuid, in_places text[], in_fields text[], in_ids uuid[],
  in_sealed bytea[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, kernel, pg_temp
as $$
declare
  place regclass;
begin
  for place in select kernel.function_tables()
  loop
    for nr in 1 .. coalesce(cardinality(in_ids), 0) loop
      continue when in_places[nr] <> place::text;
      execute format('update %s set %I = $1 where person_id = $2 and device_id = $3 and id = $4', place,
        in_fields[nr]) using in_sealed[nr], kernel.subject(), in_from, in_ids[nr];
    end loop;
    execute format('update %s set device_id = $1 where person_id = $2 and device_id = $3', place)
      using in_to, kernel.subject(), in_from;
  end loop;
end $$;
